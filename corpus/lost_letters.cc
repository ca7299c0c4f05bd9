#include "corpus/lost_letters.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

#include <unicode/uchar.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "corpus/lexicon/lexicon.h"
#include "corpus/lexicon/outweighed.h"
#include "corpus/lexicon/pattern.h"

namespace depeche {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";
/// Letters of a word, and of one that begins with a lost letter.
constexpr size_t kShortest = 2, kShortestFromStart = 4;
/// The shorter ones that are frequent and that a question mark glued to the next word (?il, ?le) cannot make.
constexpr std::string_view kShortFromStart[] = {"ça", "âge", "âgé", "âme", "été", "élu"};
/// Words of one letter and a lost one at the end, where another word would end with a question mark.
constexpr std::string_view kShortToEnd[] = {"dû", "là", "né", "où"};
/// Those that begin with a lost letter behind an apostrophe, where no question mark can stand.
constexpr std::string_view kShortInside[] = {"île", "îles"};
/// What stands before a word of the dictionary to make one that it does not have: extracôtier, précontrôle.
constexpr std::u32string_view kPrefixes[] = {U"anti",  U"archi", U"auto",  U"co",    U"contre", U"cyber",
                                             U"extra", U"hyper", U"inter", U"micro", U"multi",  U"néo",
                                             U"post",  U"pré",   U"pro",   U"semi",  U"sous",   U"sub",
                                             U"super", U"sur",   U"télé",  U"trans", U"ultra"};
constexpr size_t kShortestBehindPrefix = 5;
/// What a question mark glued to the next word would turn into one (îles, âmes, êtes).
constexpr std::u32string_view kAfterQuestionMark[] = {U"les", U"mes", U"tes"};
constexpr size_t kLongestWord = 40;
constexpr size_t kMostQuotes = 2;  // lost before a word: « and its no-break space
/// The accented letters of French that GB2312 has; those of pinyin that it has beside them are not French.
constexpr std::u32string_view kInGb2312 = U"àáèéêìíòóùúü";

bool is_lost(char32_t c) { return c == U'?' || c == kReplacement; }
bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }
bool is_of_address(char32_t c) {
  return u_isdigit(static_cast<UChar32>(c)) ||
         std::u32string_view(U"=&_@%#").find(c) != std::u32string_view::npos;
}
char32_t upper(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (size_t pos = 0; pos < text.size();) out += next_code_point(text, pos);
  return out;
}

std::string encoded(const std::u32string& text) {
  std::string out;
  for (char32_t c : text) append_utf8(out, c);
  return out;
}

bool can_be_lost(char32_t c, LostLetters lost) {
  return c >= 0x80 && (lost == LostLetters::kAll || kInGb2312.find(c) == std::u32string_view::npos);
}

bool fits(const std::u32string& reading, const std::u32string& damaged, LostLetters lost) {
  return std::equal(reading.begin(), reading.end(), damaged.begin(), damaged.end(),
                    [lost](char32_t r, char32_t d) { return is_lost(d) ? can_be_lost(r, lost) : r == d; });
}

/// The word as it can stand in a text: as the dictionary has it, with a capital, in capitals.
std::vector<std::u32string> spellings(std::string_view word, bool starts_sentence) {
  std::u32string plain = decoded(word), capitalised = plain, capitals = plain;
  capitalised[0] = upper(capitalised[0]);
  for (char32_t& c : capitals) c = upper(c);
  if (starts_sentence) std::swap(plain, capitalised);
  return {plain, capitalised, capitals};
}

bool is_question_and_word(const std::u32string& damaged) {
  return damaged.front() == U'?' && std::find(std::begin(kAfterQuestionMark), std::end(kAfterQuestionMark),
                                              damaged.substr(1)) != std::end(kAfterQuestionMark);
}

/// Where a word stands.
struct Place {
  bool starts_sentence = false;  // or a name: a capital is likely
  bool begins_inside = false;    // no question mark can begin it: behind an apostrophe, or in a torn text
};

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

struct Reading {
  std::string text;
  std::string lower;
  bool is_expected;  // as the dictionary has it, or with the capital that its place asks for
};

/// Leaves out those for which `is_weak`, unless all are.
template <typename Predicate>
void prefer(std::vector<Reading>& readings, Predicate is_weak) {
  if (!std::ranges::all_of(readings, is_weak)) std::erase_if(readings, is_weak);
}

/// The words of the lexicon that can be this one, without those that are much less likely than another.
std::vector<std::string> look_up(const std::u32string& damaged, Place place, LostLetters lost) {
  std::vector<Reading> readings;
  const bool is_short = is_lost(damaged.front()) && damaged.size() < kShortestFromStart;
  for (const std::string& word : words_like(pattern_of(encoded(damaged)))) {
    const auto variants = spellings(word, place.starts_sentence);
    const auto found = std::ranges::find_if(
        variants, [&](const std::u32string& variant) { return fits(variant, damaged, lost); });
    std::string lower = to_lower(word);
    if (found == variants.end() ||
        std::ranges::any_of(readings, [&](const Reading& other) { return other.lower == lower; }))
      continue;
    if (is_short && !is_one_of(kShortFromStart, lower) &&
        !(place.begins_inside && is_one_of(kShortInside, lower)))
      continue;
    readings.push_back({encoded(*found), std::move(lower), found == variants.begin()});
  }
  prefer(readings, [](const Reading& reading) { return !reading.is_expected; });
  prefer(readings, [](const Reading& reading) { return is_outweighed(reading.lower); });
  std::vector<std::string> texts;
  for (Reading& reading : readings) texts.push_back(std::move(reading.text));
  return texts;
}

/// The readings of a word that the lexicon has only without its prefix.
std::vector<std::string> look_up_behind_prefix(const std::u32string& damaged, LostLetters lost) {
  for (const std::u32string_view prefix : kPrefixes) {
    if (damaged.size() < prefix.size() + kShortestBehindPrefix) continue;
    const std::u32string start = damaged.substr(0, prefix.size());
    if (!fits(std::u32string(prefix), start, lost)) continue;
    std::vector<std::string> readings = look_up(damaged.substr(prefix.size()), {}, lost);
    for (std::string& reading : readings) reading.insert(0, encoded(std::u32string(prefix)));
    if (!readings.empty()) return readings;
  }
  return {};
}

std::vector<std::string> read_word(const std::u32string& damaged, Place place, LostLetters lost) {
  if (damaged.size() < kShortest || (!place.begins_inside && is_question_and_word(damaged))) return {};
  auto readings = look_up(damaged, place, lost);
  return readings.empty() ? look_up_behind_prefix(damaged, lost) : readings;
}

/// The code point that ends at `pos`, which moves before it. Precondition: pos > 0.
char32_t previous_code_point(std::string_view text, size_t& pos) {
  do --pos;
  while (pos > 0 && (static_cast<uint8_t>(text[pos]) & 0xC0) == 0x80);
  size_t end = pos;
  return next_code_point(text, end);
}

bool is_of_word(char32_t c) { return is_letter(c) || is_lost(c); }

/// A run of letters and of what stands for lost ones.
struct Run {
  size_t begin = 0, end = 0;
  std::u32string letters;
};

/// The run around the byte `at`.
Run run_around(std::string_view text, size_t at) {
  Run run{at, at, {}};
  for (size_t pos = at; pos > 0 && is_of_word(previous_code_point(text, pos));) run.begin = pos;
  for (size_t pos = run.begin; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (!is_of_word(c)) break;
    run.letters += c;
    run.end = pos;
  }
  return run;
}

bool touches_address(std::string_view text, const Run& run) {
  size_t before = run.begin, behind = run.end;
  return (before > 0 && is_of_address(previous_code_point(text, before))) ||
         (behind < text.size() && is_of_address(next_code_point(text, behind)));
}

/// Whether nothing but spaces and quotes stands between `pos` and the end of a sentence. Where every accented
/// letter is lost most question marks are letters.
bool starts_sentence(std::string_view text, size_t pos, LostLetters lost) {
  while (pos > 0) {
    const char32_t c = previous_code_point(text, pos);
    if (c == U'?' && lost == LostLetters::kAll) return false;
    if (std::u32string_view(U".!?…\n").find(c) != std::u32string_view::npos) return true;
    if (!u_isUWhiteSpace(static_cast<UChar32>(c)) &&
        std::u32string_view(U"\"«“").find(c) == std::u32string_view::npos)
      return false;
  }
  return true;
}

bool is_damaged(const std::u32string& letters) {
  return letters.size() <= kLongestWord && std::any_of(letters.begin(), letters.end(), is_lost) &&
         std::any_of(letters.begin(), letters.end(), is_letter);
}

bool follows_apostrophe(std::string_view text, size_t pos) {
  return pos > 0 && is_apostrophe(previous_code_point(text, pos));
}

/// Whether the sentence goes on behind `pos`: a space and a small letter, before which no question ends.
bool goes_on(std::string_view text, size_t pos) {
  if (pos >= text.size() || text[pos] != ' ') return false;
  return ++pos < text.size() && u_islower(static_cast<UChar32>(next_code_point(text, pos)));
}

/// A damaged text and what it has lost.
struct Damage {
  std::string_view text;
  LostLetters lost;
  bool is_torn;  // some letters are lost between others: words end with lost ones too
};

bool is_short_to_end(const std::u32string& word, LostLetters lost) {
  return word.size() == kShortest && std::ranges::any_of(kShortToEnd, [&](std::string_view known) {
           return fits(decoded(known), word, lost);
         });
}

/// The word of a run that begins at its `skipped`th letter (a mark before it stands for a quote). Marks at
/// its end may be punctuation: to the readings with a letter there those without are added, marks and all.
std::optional<DamagedWord> read_run(const Damage& damage, const Run& run, size_t skipped) {
  const auto& [text, lost, is_torn] = damage;
  const bool follows = follows_apostrophe(text, run.begin);
  const bool is_of_name = follows && run.end < text.size() && text[run.end] == '-';  // l'Île-de-France
  const Place place{is_of_name || starts_sentence(text, run.begin, lost),
                    follows || (is_torn && lost == LostLetters::kAll)};
  const std::u32string whole = run.letters.substr(skipped);
  const size_t last_letter = whole.find_last_not_of(std::u32string{U'?', kReplacement});
  const std::u32string inner = whole.substr(0, last_letter + 1), end = whole.substr(inner.size());
  const bool is_inner_damaged = is_damaged(inner);
  const bool ends_with_letter = end.find(kReplacement) != std::u32string::npos ||
                                is_short_to_end(whole, lost) ||
                                (is_torn && skipped == 0 && end.size() == 1 && goes_on(text, run.end));
  DamagedWord word{run.begin + encoded(run.letters.substr(0, skipped)).size(), run.end, {}};
  if (is_damaged(whole) && (is_inner_damaged || ends_with_letter))
    word.readings = read_word(whole, place, lost);
  std::vector<std::string> inner_readings;
  if (is_inner_damaged && !end.empty() && !(ends_with_letter && !word.readings.empty()))
    inner_readings = read_word(inner, place, lost);
  if (word.readings.empty()) {
    word.readings = std::move(inner_readings);
    word.end -= encoded(end).size();
  } else {
    for (std::string& reading : inner_readings) word.readings.push_back(reading + encoded(end));
  }
  if (word.readings.empty()) return std::nullopt;
  return word;
}

std::optional<DamagedWord> read_run(const Damage& damage, const Run& run) {
  if (touches_address(damage.text, run)) return std::nullopt;
  for (size_t skipped = 0; skipped < run.letters.size(); ++skipped) {
    if (auto word = read_run(damage, run, skipped)) return word;
    if (skipped == kMostQuotes || !is_lost(run.letters[skipped])) break;
  }
  return std::nullopt;
}

/// Finds the marks of lost letters in turn; each byte is searched once for either.
class MarkFinder {
 public:
  explicit MarkFinder(std::string_view text) : text_(text) {}

  /// The first mark from `pos` on, or npos. `pos` must not go back.
  size_t next(size_t pos) {
    if (question_ < pos || pos == 0) question_ = text_.find('?', pos);
    if (replacement_ < pos || pos == 0) replacement_ = text_.find(kReplacementBytes, pos);
    return std::min(question_, replacement_);
  }

 private:
  std::string_view text_;
  size_t question_ = 0, replacement_ = 0;
};

/// Whether a mark of a lost letter stands between small letters.
bool is_torn(std::string_view text) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  MarkFinder marks(text);
  for (size_t at = marks.next(0); at != std::string_view::npos; at = marks.next(at + 1)) {
    const size_t end = at + (text[at] == '?' ? 1 : kReplacementBytes.size());
    if (at > 0 && end < text.size() && is_small(text[at - 1]) && is_small(text[end])) return true;
  }
  return false;
}

}  // namespace

LostLetters lost_letters(std::string_view title, std::string_view text) {
  for (std::string_view field : {title, text})
    for (size_t pos = 0; pos < field.size();)
      if (kInGb2312.find(next_code_point(field, pos)) != std::u32string_view::npos)
        return LostLetters::kOfGb2312;
  return LostLetters::kAll;
}

bool may_have_lost_letters(std::string_view text) {
  return text.find('?') != std::string_view::npos || text.find(kReplacementBytes) != std::string_view::npos;
}

std::vector<DamagedWord> find_damaged_words(std::string_view text, LostLetters lost) {
  std::vector<DamagedWord> words;
  const Damage damage{text, lost, is_torn(text)};
  MarkFinder marks(text);
  for (size_t at = marks.next(0); at != std::string_view::npos;) {
    const Run run = run_around(text, at);
    if (auto word = read_run(damage, run)) words.push_back(std::move(*word));
    at = marks.next(run.end);
  }
  return words;
}

}  // namespace depeche
