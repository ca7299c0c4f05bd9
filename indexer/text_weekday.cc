#include "indexer/text_weekday.h"

#include <algorithm>
#include <array>

#include "common/date_scan.h"
#include "common/french_date.h"

namespace depeche {
namespace {

/// Behind or before a weekday these say that it is not the nearest one, or none at all (« mardi gras »).
constexpr std::array<std::string_view, 12> kBehind{"dernier",   "prochain", "passe",    "suivant",
                                                   "precedent", "gras",     "saint",    "noir",
                                                   "soirs",     "matins",   "derniere", "prochaine"};
constexpr std::array<std::string_view, 3> kBefore{"chaque", "tous", "certains"};

template <size_t N>
bool is_one_of(const FoldedWord& word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word.view()) != words.end();
}

/// Shorter ones are abbreviations.
constexpr size_t kShortestName = 5;

bool is_bare(std::string_view text, size_t begin, size_t end) {
  if (is_one_of(read_word_before(text, skip_blanks_back(text, begin)), kBefore)) return false;
  if (is_word_character(code_point_at(text, end))) return false;
  DateScan behind(text, end);
  behind.blanks();
  return behind.figures() == 0 && !is_one_of(read_word(text, behind.pos()), kBehind);
}

}  // namespace

std::optional<TextWeekday> first_weekday(std::string_view text) {
  const std::vector<DateExpression> dates = find_dates(text);
  auto next = dates.begin();
  for (size_t pos = 0; pos < text.size();) {
    if (next != dates.end() && next->begin <= pos) {
      const DateExpression& date = *next++;
      if (date.weekday && date.value.precision() == Precision::kMonthDay && date.value.possible())
        return TextWeekday{*date.weekday, text.substr(date.begin, date.end - date.begin), date.value};
      pos = std::max(pos, date.end);
      continue;
    }
    const char32_t before = code_point_before(text, pos);
    if (is_word_character(before) || !may_begin_date_word(text, pos)) {
      ++pos;
      continue;
    }
    const FoldedWord word = read_word(text, pos);
    const DateWord* known = word.size >= kShortestName ? find_date_word(word.view()) : nullptr;
    if (known && known->weekday && !known->abbreviation && is_bare(text, pos, word.end))
      return TextWeekday{known->weekday, text.substr(pos, word.end - pos), {}};
    pos = std::max(word.end, pos + 1);
  }
  return std::nullopt;
}

std::optional<TextWeekday> weekday_of_date(std::string_view words) {
  for (const DateExpression& date : find_dates(words))
    if (date.weekday) {
      const size_t end = std::min(words.find_first_of(" ,", date.begin), date.end);
      return TextWeekday{*date.weekday, words.substr(date.begin, end - date.begin), {}};
    }
  return std::nullopt;
}

}  // namespace depeche
