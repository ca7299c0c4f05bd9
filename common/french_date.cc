#include "common/french_date.h"

#include <array>

#include "common/clock_time.h"
#include "common/date_scan.h"
#include "common/text/utf8.h"

// How it works: find_dates() looks at each byte where a number or a date word may begin (a table of bytes is
// the first filter), and there tries the rules in turn: the first whose shape fits and whose neighbours let
// it stand is the date. Weekday and time of day are the same for all rules. A new spelling is a row of
// kRules; a new kind of part is a letter of match_part().

namespace depeche {
namespace {

/// What may stand around a date for it to be one.
enum class Style : uint8_t {
  kNamed,        // holds the name of a month: only letters and digits are glue
  kNumeric,      // figures only: signs of arithmetic, paths and numbering are glue too
  kAbbreviated,  // a year of two figures: it must exist, and with a name be beyond the days of a month
  kYearless,     // 13/02: may be a fraction or a number of a list, so it is looked at most closely
};

/// Letters of a shape: Y year of four figures · y of two · m d month and day of one or two figures · M D of
/// two · n day beside a month's name (2, 1er, premier) · B month's name · C year, month and day in eight
/// figures · T ISO time, required · space: blanks or a hyphen · ~ blanks or nothing · anything else: itself.
struct Rule {
  std::string_view shape;
  Style style;
  bool whole_only = false;  // too short to be trusted inside a text
};

/// The longer before the shorter that begins like it.
constexpr Rule kRules[] = {
    {"Y-M-DT", Style::kNumeric},       // 2019-02-13T09:10:00Z
    {"CT", Style::kNumeric},           // 20190213T091000Z
    {"Y-M-D", Style::kNumeric},        // 2019-02-13, but not the substance 1163-19-5 (CAS)
    {"Y/M/D", Style::kNumeric},        // 2019/02/13
    {"n B Y", Style::kNamed},          // 1er mars 2019
    {"n B, Y", Style::kNamed},         // 12 février, 2019
    {"n B y", Style::kAbbreviated},    // 31 octobre 74
    {"n B", Style::kNamed},            // 13 févr.
    {"B Y", Style::kNamed},            // février 2019
    {"B n, Y", Style::kNamed},         // Février 12, 2019
    {"d~/~m~/~Y", Style::kNumeric},    // 13/02/2019
    {"d~.~m~.~Y", Style::kNumeric},    // 29. 12. 2020
    {"d-m-Y", Style::kNumeric},        // 13-02-2019
    {"d/m/y", Style::kAbbreviated},    // 13/02/19
    {"D.M.y", Style::kAbbreviated},    // 13.02.19
    {"D-M-y", Style::kAbbreviated},    // 13-02-19
    {"d/M", Style::kYearless},         // 13/02
    {"d/m", Style::kYearless, true},   // 3/2
    {"m/Y", Style::kNumeric, true},    // 02/2019
    {"Y-m-d", Style::kNumeric, true},  // 2019-3-1
    {"Y-m", Style::kNumeric, true},    // 2019-02
    {"C", Style::kNumeric, true},      // 20190213
    {"Y", Style::kNumeric, true},      // 2019
};

/// A number up to this may be a mistyped day or month (02/13/2019, 32/01/2019: an impossible date, which the
/// caller refuses); a larger one belongs to something else.
constexpr unsigned kLargestMistake = 39;

/// Years of two figures as POSIX strptime() reads them (%y): 69..99 in the 20th century, 00..68 in the 21st.
int year_of_two_figures(unsigned figures) { return int(figures) + (figures >= 69 ? 1900 : 2000); }

bool match_day_beside_month(DateScan& scan, PartialDate& date) {
  if (const auto day = scan.number(1, 2)) {
    date.day = *day;
    DateScan ordinal = scan;
    if (*day == 1) ordinal.blanks();
    if (*day == 1 && code_point_at(scan.text(), scan.pos()) == U'°')
      scan = DateScan(scan.text(), scan.pos() + 2);  // « 1° mars »
    else if (ordinal.word("er") || ordinal.word("e") || ordinal.word("eme"))
      scan = ordinal;
    return *day > 0;
  }
  const DateWord* word = scan.date_word();
  if (word) date.day = word->day;
  return word && word->day;
}

bool match_part(char letter, bool named, DateScan& scan, DateExpression& found) {
  PartialDate& date = found.value;
  const auto number = [&](size_t min, size_t max, auto& part) {
    const auto value = scan.number(min, max);
    if (value) part = static_cast<std::remove_reference_t<decltype(part)>>(*value);
    return value && *value > 0;
  };
  switch (letter) {
    case 'Y':
      return number(4, 4, date.year);
    case 'y':
      // Beside the name of a month it is the 20th century's: « 13 mai 58 ».
      if (const auto figures = scan.number(2, 2))
        date.year = named ? 1900 + int(*figures) : year_of_two_figures(*figures);
      return date.year != 0;
    case 'm':
      return number(1, 2, date.month);
    case 'M':
      return number(2, 2, date.month);
    case 'd':
      return number(1, 2, date.day);
    case 'D':
      return number(2, 2, date.day);
    case 'n':
      return match_day_beside_month(scan, date);
    case 'B':
      if (const DateWord* word = scan.date_word()) date.month = word->month;
      return date.month != 0;
    case 'C':
      if (const auto figures = scan.number(8, 8)) {
        date = {int(*figures / 10000), *figures / 100 % 100, *figures % 100};
        return date.precision() == Precision::kDay;
      }
      return false;
    case 'T':
      found.minute = read_iso_time(scan);
      return found.minute.has_value();
    case ' ':
      return scan.blanks() || scan.literal('-') || code_point_before(scan.text(), scan.pos()) == '.';
    case '~':
      scan.blanks();
      return true;
    default:
      return scan.literal(letter);
  }
}

/// Whether a shape may begin with so many figures (none: a word): the filter before it is tried.
bool may_begin_shape(char letter, size_t figures) {
  switch (letter) {
    case 'Y':
      return figures == 4;
    case 'C':
      return figures == 8;
    case 'D':
      return figures == 2;
    case 'B':
      return figures == 0;
    case 'n':
      return figures <= 2;
    default:
      return figures == 1 || figures == 2;
  }
}

bool contains(std::string_view set, char32_t c) {
  return c != 0 && c < 0x80 && set.find(static_cast<char>(c)) != std::string_view::npos;
}

bool plausible(const Rule& rule, const PartialDate& date) {
  if (rule.style == Style::kNamed) return true;
  if (rule.style == Style::kAbbreviated)
    return date.possible() && (contains(rule.shape, '/') || contains(rule.shape, '.') ||
                               contains(rule.shape, '-') || date.year % 100 > 31);
  if (rule.style == Style::kYearless) return date.day <= 31 && date.month <= 12;
  return date.day <= kLargestMistake && date.month <= kLargestMistake;
}

/// Whether the mark `c` between the date and a word or number makes them one: 10.12.2019.1, 13/02-4.
bool joins(char32_t c, const Rule& rule) {
  return contains(".,:-", c) && (rule.style == Style::kYearless || contains(rule.shape, c));
}

bool free_before(std::string_view text, size_t begin, const Rule& rule) {
  const char32_t c = code_point_before(text, begin);
  if (is_word_character(c)) return false;
  if (c == '.' || c == ',') {
    const char32_t before = code_point_before(text, begin - 1);
    if (rule.style != Style::kNumeric && before >= '0' && before <= '9') return false;
  }
  if (rule.style == Style::kNamed) return true;
  if (contains("/\\+=%&#$@*^", c) || c == U'°') return false;
  return !joins(c, rule) || c == ',' || !is_word_character(code_point_before(text, begin - 1));
}

bool free_behind(std::string_view text, size_t end, const Rule& rule) {
  const char32_t c = code_point_at(text, end);
  if (is_word_character(c)) return false;
  if (rule.style == Style::kNamed) return true;
  if (contains("/\\%=*^", c) || c == U'°') return false;
  return !joins(c, rule) || !is_word_character(code_point_at(text, end + 1));
}

/// « article 12/12 », « page 10/12 »: the word before says that it is no date.
constexpr std::string_view kNumbering[] = {"article", "articles", "art",     "page", "pages",  "p",
                                           "n",       "no",       "numero",  "lot",  "point",  "points",
                                           "note",    "score",    "partie",  "tome", "volume", "alinea",
                                           "loi",     "decret",   "chapitre"};
constexpr std::string_view kBeforeDay[] = {"le", "du", "au"};

template <size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  for (const std::string_view row : words)
    if (row == word) return true;
  return false;
}

/// Whether figures such as 8/10 are a day here: a mark out of ten or a fraction looks the same.
bool yearless_in_context(std::string_view text, size_t begin, size_t day_figures, const PartialDate& date) {
  size_t before = skip_blanks_back(text, begin);
  const char32_t sign = code_point_before(text, before);
  if (sign == '.') --before;
  const FoldedWord word = read_word_before(text, before);
  if (sign == U'°' || sign == U'§' || is_one_of(kNumbering, word.view())) return false;
  const bool may_be_fraction = date.month >= 10 && (day_figures == 1 || (date.month == 10 && date.day <= 10));
  return !may_be_fraction || is_one_of(kBeforeDay, word.view());
}

/// Where a date is looked for.
struct Place {
  std::string_view text;
  bool whole;  // nothing may be left of the text, and nothing about it is doubtful
};

/// The date at `start`, by the first rule that holds. `lead` has the weekday and time that stand before it:
/// it begins with them, and must then state its day.
std::optional<DateExpression> match_rules(const Place& place, DateScan start, const DateExpression& lead) {
  const bool led = lead.weekday || lead.minute;
  const size_t figures = start.figures();
  for (const Rule& rule : kRules) {
    if (!may_begin_shape(rule.shape.front(), figures) || (rule.whole_only && !place.whole)) continue;
    DateScan scan = start;
    DateExpression found = lead;
    bool fits = true;
    const bool named = contains(rule.shape, 'B');
    for (const char letter : rule.shape) fits = fits && match_part(letter, named, scan, found);
    if (!fits || !plausible(rule, found.value)) continue;
    if (led && found.value.day == 0) continue;

    const size_t date_end = scan.pos();
    bool time_behind = false;
    if (!found.minute && found.value.day != 0) {
      found.minute = read_time_behind(scan);
      time_behind = found.minute.has_value();
    }
    found.end = scan.pos();
    if (place.whole) {
      if (found.end == place.text.size()) return found;
      continue;
    }
    if (led ? is_word_character(code_point_before(place.text, found.begin))
            : !free_before(place.text, found.begin, rule))
      continue;
    if (!time_behind && !free_behind(place.text, date_end, rule)) continue;
    if (rule.style == Style::kYearless && !led && !time_behind) {
      if (!yearless_in_context(place.text, start.pos(), figures, found.value)) continue;
    }
    return found;
  }
  return std::nullopt;
}

void skip_article(DateScan& scan) {
  DateScan behind = scan;
  if (behind.word("le") && behind.blanks()) scan = behind;
}

/// A date with the weekday that may stand before it.
std::optional<DateExpression> match_date(const Place& place, DateScan scan, DateExpression lead) {
  DateScan behind = scan;
  const DateWord* word = behind.date_word();
  if (!word && scan.figures() == 0) return std::nullopt;
  if (word && word->weekday && behind.separator()) {
    skip_article(behind);
    DateExpression with_weekday = lead;
    with_weekday.weekday = word->weekday;
    if (auto found = match_rules(place, behind, with_weekday)) return found;
  }
  return match_rules(place, scan, lead);
}

/// The expression that begins at `begin`: « 09h10 le 13/02 », « mardi 12 février », 2019-02-13...
std::optional<DateExpression> match_at(const Place& place, size_t begin) {
  const DateScan scan(place.text, begin);
  DateExpression lead;
  lead.begin = begin;
  DateScan behind = scan;
  if (const auto minute = read_clock_time(behind, true); minute && behind.separator()) {
    skip_article(behind);
    DateExpression with_time = lead;
    with_time.minute = minute;
    if (auto found = match_date(place, behind, with_time)) return found;
  }
  return match_date(place, scan, lead);
}

enum ByteClass : uint8_t { kOther, kDigit, kLetter };

constexpr auto kByteClasses = [] {
  std::array<ByteClass, 256> classes{};
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = kDigit;
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = kLetter;
  return classes;
}();

ByteClass class_of(char c) { return kByteClasses[static_cast<unsigned char>(c)]; }

}  // namespace

std::vector<DateExpression> find_dates(std::string_view text) {
  std::vector<DateExpression> dates;
  const Place place{text, false};
  bool inside_word = false;
  for (size_t pos = 0; pos < text.size();) {
    const ByteClass kind = class_of(text[pos]);
    const bool begins = kind != kOther && !inside_word;
    inside_word = kind != kOther;
    if (begins && (kind == kDigit || may_begin_date_word(text, pos))) {
      if (auto found = match_at(place, pos)) {
        pos = found->end;
        inside_word = false;
        dates.push_back(std::move(*found));
        continue;
      }
    }
    ++pos;
  }
  return dates;
}

std::optional<DateExpression> read_date_at(std::string_view text, size_t pos) {
  if (class_of(text[pos]) != kDigit && !may_begin_date_word(text, pos)) return std::nullopt;
  return match_at({text, false}, pos);
}

std::optional<DateExpression> read_date(std::string_view text) {
  const auto [begin, end] = trim_blanks(text);
  if (begin == end) return std::nullopt;
  return match_at({text.substr(0, end), true}, begin);
}

}  // namespace depeche
