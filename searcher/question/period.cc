#include "searcher/question/period.h"

#include <algorithm>
#include <charconv>
#include <variant>

#include <fmt/format.h>

#include "common/date_value.h"
#include "common/dates/recognise.h"
#include "common/dates/words.h"
#include "common/french_date.h"
#include "searcher/question/words.h"

namespace depeche {
namespace {

constexpr size_t kMaxTokens = 14;  // « entre le lundi 3 mars 2013 et le mercredi 3 avril 2013 » has twelve
constexpr size_t kMaxVagueTokens = 5;  // « au cours des dernières semaines »
constexpr size_t kBoundTokens = 5;     // il y a moins de
constexpr int kFirstBareYear = 1500, kLastBareYear = 2100;

constexpr std::string_view kMonths[] = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                        "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
/// What makes a month a date.
constexpr std::string_view kBeforeMonth[] = {"en",    "de",    "d",      "du",    "au",   "depuis",
                                             "avant", "apres", "jusqu",  "entre", "mois", "courant",
                                             "fin",   "debut", "milieu", "a",     "des",  "le"};
constexpr std::string_view kRelative[] = {"hier", "aujourd'hui", "avant-hier", "demain"};

template <size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  return std::ranges::count(words, word) > 0;
}

bool has_figure(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The month that a word is, well spelt; "" if it is none.
std::string_view month_of(const QuestionToken& token) {
  for (const std::string_view month : kMonths)
    if (is_spelling_of(token.folded, plain(month))) return month;
  return "";
}

const TimeWord* time_word(const QuestionToken& token) {
  if (token.folded.empty() || token.folded.size() > FoldedWord::kMaxLetters) return nullptr;
  return find_time_word(TimeWordKey::of(token.folded));
}

/// Whether it can begin or end a period.
bool may_be_time(const QuestionToken& token) {
  if (token.kind != QuestionToken::Kind::kWord) return false;
  return has_figure(token.text) || time_word(token) || !month_of(token).empty() ||
         is_one_of(kRelative, token.folded) || token.folded.starts_with("mi-") ||
         token.folded.starts_with("week-end");
}

/// Whether it means the same days whenever it is asked.
bool states_year(const std::string& text, const DateQuery& date) {
  using namespace std::chrono_literals;
  if (date.kind == DateQuery::Kind::kMonthDay) return false;
  const auto then = read_period_date(text, Day{1900y / 6 / 15}),
             later = read_period_date(text, Day{2500y / 2 / 20});
  return then && later && *then == *later;
}

/// « 2012-2013 » as a range of years; "" if it is none.
std::string years_of(std::string_view text) {
  if (text.size() != 9 || (text[4] != '-' && text[4] != '/')) return "";
  const auto first = number_of(text.substr(0, 4)), last = number_of(text.substr(5));
  if (!first || !last || *first >= *last || *first < kFirstBareYear) return "";
  return fmt::format("{}..{}", *first, *last);
}

class Finder {
 public:
  Finder(std::string_view question, const std::vector<QuestionToken>& tokens, Day today)
      : question_(question), tokens_(tokens), today_(today) {}

  std::optional<Period> find(size_t begin) const;

 private:
  std::string_view bound_of(size_t begin, size_t end) const;
  std::string text_of(size_t begin, size_t end) const;
  std::optional<Period> read_window(size_t begin, size_t end) const;
  bool is_year_alone(size_t at) const;
  bool is_bare(size_t begin, size_t end) const;
  bool is_no_date(size_t begin, size_t end) const;

  std::string_view question_;
  const std::vector<QuestionToken>& tokens_;
  Day today_;
};

std::string Finder::text_of(size_t begin, size_t end) const {
  std::string text;
  if (const std::string_view bound = bound_of(begin, end); !bound.empty()) {
    text = bound;
    begin += kBoundTokens;
  }
  for (size_t i = begin; i < end; ++i) {
    const std::string_view month = month_of(tokens_[i]);
    // « juin de l'année 2013 »
    if (i > begin && i + 3 < end && !month_of(tokens_[i - 1]).empty() && tokens_[i].is("de") &&
        tokens_[i + 1].is("l") && tokens_[i + 2].is("annee")) {
      i += 2;
      continue;
    }
    text += month.empty() ? tokens_[i].text : std::string(month);
    if (i + 1 < end) text += question_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end);
  }
  return text;
}

/// « il y a moins de 3 mois » is a period, which parse_date_query() has other words for; "" elsewhere.
std::string_view Finder::bound_of(size_t begin, size_t end) const {
  constexpr std::string_view kAgo[] = {"il", "y", "a"};
  if (end - begin < kBoundTokens + 2 || !(tokens_[begin + 4].is("de") || tokens_[begin + 4].is("d")))
    return "";
  for (size_t i = 0; i < 3; ++i)
    if (!tokens_[begin + i].is(kAgo[i])) return "";
  if (tokens_[begin + 3].is("moins")) return "depuis ";
  return tokens_[begin + 3].is("plus") ? "avant il y a " : "";
}

/// A number of four figures that nothing is counted by.
bool Finder::is_year_alone(size_t at) const {
  const auto year = number_of(tokens_[at].text);
  if (!year || tokens_[at].text.size() != 4 || *year < kFirstBareYear || *year >= kLastBareYear) return false;
  const bool named = at > 1 && (tokens_[at - 2].classes & word_bit(QuestionWords::kSection)) == 0;
  if (named && tokens_[at - 1].capital && !tokens_[at - 1].acronym && !tokens_[at - 1].classes &&
      month_of(tokens_[at - 1]).empty())
    return false;  // « Horizon 2020 »
  if (at > 0 && tokens_[at - 1].kind == QuestionToken::Kind::kWord &&
      (is_one_of(kBeforeMonth, tokens_[at - 1].folded) || tokens_[at - 1].classes ||
       time_word(tokens_[at - 1])))
    return true;
  if (at + 1 == tokens_.size() || tokens_[at + 1].kind != QuestionToken::Kind::kWord) return true;
  const QuestionToken& next = tokens_[at + 1];
  return next.classes != 0 || next.folded.size() <= 4 || next.capital;
}

/// What reads as a date and is something else.
bool Finder::is_no_date(size_t begin, size_t end) const {
  const QuestionToken& first = tokens_[begin];
  const QuestionToken& last = tokens_[end - 1];
  if (end - begin == 1 && has_figure(first.text)) {
    if (number_of(first.text)) return !is_year_alone(begin);
    const bool year = first.text.size() >= 6 || first.text.find('/') != std::string::npos;
    return !year && !first.folded.starts_with("mi-");
  }
  if (last.folded == "ete" && end - begin <= 2 &&
      (first.text == "a" || first.text == "A" || end - begin == 1))
    return true;  // « a été », not « à l'été »
  const bool figures = std::any_of(tokens_.begin() + static_cast<ptrdiff_t>(begin),
                                   tokens_.begin() + static_cast<ptrdiff_t>(end),
                                   [](const QuestionToken& token) { return has_figure(token.text); });
  for (size_t i = begin; i < end && !figures; ++i)
    if (const TimeWord* word = time_word(tokens_[i]); word && word->abbreviation) return true;  // « la mer »
  const bool planet = last.text == "Mars" && end - begin <= 2 && first.folded != "en";
  return planet;
}

bool Finder::is_bare(size_t begin, size_t end) const {
  bool month = false, unit = false;
  for (size_t i = begin; i < end; ++i) {
    if (has_figure(tokens_[i].text)) return false;
    const TimeWord* word = time_word(tokens_[i]);
    month = month || !month_of(tokens_[i]).empty();
    unit = unit || (word && word->unit != TimeUnit::kNone) || is_one_of(kRelative, tokens_[i].folded);
  }
  const std::string& first = tokens_[begin].folded;
  if (month) return !is_one_of(kBeforeMonth, first) && !first.starts_with("mi-");
  return !unit && first != "en" && first != "cet" && first != "au";
}

std::optional<Period> Finder::read_window(size_t begin, size_t end) const {
  if (is_no_date(begin, end)) return std::nullopt;
  Period period{.end = end, .text = text_of(begin, end)};
  if (end - begin == 3 && tokens_[begin + 1].is("a") && is_year_alone(begin) && is_year_alone(begin + 2))
    period.text = tokens_[begin].text + ".." + tokens_[begin + 2].text;  // « les années 2012 à 2014 »
  if (const std::string years = end - begin == 1 ? years_of(period.text) : ""; !years.empty())
    period.text = years;
  const auto date = read_period_date(period.text, today_);
  if (!date) return std::nullopt;
  period.date = *date;
  period.states_year = states_year(period.text, *date);
  period.bare = is_bare(begin, end);
  const std::string& last = tokens_[end - 1].folded;
  const auto day = last == "1er" ? std::optional(1) : number_of(last);
  if (day && *day <= 31 && end - begin <= 2 && !period.states_year) {
    period.day = static_cast<unsigned>(*day);
    period.bare = true;
  }
  return period;
}

std::optional<Period> Finder::find(size_t begin) const {
  size_t limit = begin;
  while (limit < tokens_.size() && limit - begin < kMaxTokens &&
         tokens_[limit].kind == QuestionToken::Kind::kWord)
    ++limit;
  if (limit == begin || !may_be_time(tokens_[begin])) return std::nullopt;
  for (size_t end = limit; end > begin; --end)
    if (may_be_time(tokens_[end - 1]))
      if (auto period = read_window(begin, end)) return period;
  return std::nullopt;
}

/// « 3 et 4 mars 2013 »: the first is a day of the same month.
void find_days_of_lists(const std::vector<QuestionToken>& tokens,
                        std::vector<std::optional<Period>>& periods) {
  for (size_t at = tokens.size(); at-- > 0;) {
    const auto day = number_of(tokens[at].text);
    if (periods[at] || !day || *day < 1 || *day > 31 || at + 2 >= tokens.size()) continue;
    const QuestionToken& link = tokens[at + 1];
    if (!link.is_mark(',') && !link.is("et") && !link.is("ou")) continue;
    const auto& next = periods[at + 2];
    if (!next || !(next->day || (next->date.first && next->date.first == next->date.last))) continue;
    periods[at] = Period{.end = at + 1, .text = tokens[at].text, .day = static_cast<unsigned>(*day)};
  }
}

}  // namespace

std::optional<DateQuery> read_period_date(const std::string& text, Day today) {
  auto read = parse_date_query(text, today);
  if (auto* date = std::get_if<DateQuery>(&read))
    if (date->kind == DateQuery::Kind::kRange || date->kind == DateQuery::Kind::kMonthDay) return *date;
  return std::nullopt;
}

std::vector<std::optional<Period>> find_periods(std::string_view question,
                                                const std::vector<QuestionToken>& tokens, Day today) {
  const Finder finder(question, tokens, today);
  std::vector<std::optional<Period>> periods(tokens.size());
  for (size_t at = 0; at < tokens.size(); ++at) periods[at] = finder.find(at);
  find_days_of_lists(tokens, periods);
  return periods;
}

std::vector<bool> find_vague_times(std::string_view question, const std::vector<QuestionToken>& tokens) {
  std::vector<bool> vague(tokens.size());
  for (size_t begin = 0; begin < tokens.size(); ++begin) {
    if (!may_be_time(tokens[begin])) continue;
    for (size_t end = std::min(begin + kMaxVagueTokens, tokens.size()); end > begin + 1; --end) {
      if (!may_be_time(tokens[end - 1])) continue;
      const size_t from = tokens[begin].begin;
      const auto time = read_time(question.substr(from, tokens[end - 1].end - from));
      if (!time || (time->type != TimeExpression::Type::kVague && !time->meaning.narrative)) continue;
      std::fill(vague.begin() + static_cast<ptrdiff_t>(begin), vague.begin() + static_cast<ptrdiff_t>(end),
                true);
      break;
    }
  }
  return vague;
}

std::optional<QueryError> find_impossible_date(std::string_view question,
                                               const std::vector<QuestionToken>& tokens, Day today) {
  const auto in_quotes = [&](size_t begin) {
    return std::ranges::any_of(tokens, [&](const QuestionToken& token) {
      return token.kind == QuestionToken::Kind::kQuoted && token.begin <= begin && begin < token.end;
    });
  };
  const auto mistake = [&](size_t begin, size_t end) -> std::optional<QueryError> {
    const auto read = parse_date_query(question.substr(begin, end - begin), today);
    const auto* error = std::get_if<DateQueryError>(&read);
    if (!error || in_quotes(begin)) return std::nullopt;
    return QueryError{ExitCode::kUsage, begin, end, error->message, ""};
  };
  for (const DateExpression& date : find_dates(question))
    if (!date.value.possible())
      if (auto error = mistake(date.begin, date.end)) return error;
  for (const TimeExpression& time : find_times(question))
    if (time.type == TimeExpression::Type::kInterval)
      if (auto error = mistake(time.begin, time.end)) return error;
  return std::nullopt;
}

}  // namespace depeche
