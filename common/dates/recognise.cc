#include "common/dates/recognise.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/date_scan.h"
#include "common/dates/list.h"
#include "common/dates/matcher.h"
#include "common/dates/numerals.h"
#include "common/dates/tokens.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

using Base = TimeMeaning::Base;
using Kind = TimeToken::Kind;
using Type = TimeExpression::Type;

/// What the words around a number or month say about it. Folded.
constexpr std::string_view kBeforeYear[] = {"en",  "an",    "annee",   "annees", "depuis",
                                            "des", "avant", "apres",   "jusqu",  "debut",
                                            "fin", "mi",    "courant", "vers",   "octobre"};
constexpr std::string_view kBeforeMonth[] = {"en", "de",    "d",     "depuis",  "des",   "fin", "debut",
                                             "mi", "avant", "apres", "courant", "jusqu", "ce"};
constexpr std::string_view kBeforeSeason[] = {"l", "d", "en", "au", "du", "le", "cet", "ce"};
/// What makes « été » a verb.
constexpr std::string_view kHave[] = {"a",     "ai",      "as",     "ont",    "avons",    "avez",
                                      "avait", "avaient", "aurait", "aura",   "auront",   "auraient",
                                      "ayant", "avoir",   "eut",    "jamais", "toujours", "deja",
                                      "pas",   "bien",    "aussi",  "ete"};
/// What may follow a year that is one: anything else that follows is rather counted by it.
constexpr std::string_view kBehindYear[] = {
    "a",    "au",    "aux",   "avec",   "car", "ce",   "ces",   "cette", "chez",  "comme", "contre",
    "d",    "dans",  "de",    "depuis", "des", "dont", "du",    "elle",  "elles", "en",    "est",
    "et",   "etait", "fut",   "grace",  "il",  "ils",  "jusqu", "l",     "la",    "le",    "les",
    "lors", "mais",  "n",     "ne",     "ni",  "on",   "ont",   "or",    "ou",    "par",   "pour",
    "puis", "qu",    "quand", "que",    "qui", "sa",   "sans",  "se",    "selon", "ses",   "si",
    "son",  "sont",  "sous",  "sur",    "un",  "une",  "s",     "y"};
constexpr std::string_view kNumbering[] = {"nos", "article", "articles", "art",       "page",   "pages",
                                           "p",   "no",      "numero",   "loi",       "decret", "chapitre",
                                           "ch",  "lot",     "alinea",   "paragraphe"};

constexpr std::string_view kArticles[] = {"le", "la", "les", "l"};
/// What may stand before a whole expression without changing it.
constexpr std::string_view kPrepositions[] = {"en", "au", "a", "dans", "ce", "cette", "ces", "de", "d", "du"};

/// What begins that which something was before or after.
constexpr std::string_view kComplements[] = {"le",  "la",   "les",   "l",   "un",  "une",   "son", "sa",
                                             "ses", "leur", "leurs", "ce",  "cet", "cette", "ces", "d",
                                             "de",  "du",   "des",   "que", "qu",  "avoir", "mon", "notre"};

template <size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// The word behind the blanks that follow `end`; empty if none does.
FoldedWord word_behind(std::string_view text, size_t end) {
  DateScan scan(text, end);
  scan.blanks();
  return scan.pos() < text.size() ? read_word(text, scan.pos()) : FoldedWord{};
}

bool begins_small_word(std::string_view text, size_t pos) {
  DateScan scan(text, pos);
  if (!scan.blanks()) return false;
  const char32_t c = code_point_at(text, scan.pos());
  return c != 0 && c != kInvalid && u_islower(static_cast<UChar32>(c));
}

/// Whether figures may be the number of a year, by what they stand beside.
bool is_year(std::string_view text, const TimeExpression& found, std::string_view before) {
  const int year = found.meaning.date.year;
  if (is_one_of(kNumbering, before)) return false;
  const char32_t c = code_point_before(text, skip_blanks_back(text, found.begin));
  if (c >= '0' && c <= '9') return false;
  if (c == U'°' || c == U'§' || c == U'$' || c == U'€' || c == U'#' || c == U'+' || c == U'=') return false;
  DateScan scan(text, found.end);
  scan.blanks();
  const char32_t next = code_point_at(text, scan.pos());
  if (next == U'%' || next == U'$' || next == U'€' || next == U'°' || next == U'=' ||
      (next >= '0' && next <= '9'))
    return false;
  if (is_one_of(kBeforeYear, before)) return year >= 1000;
  if (year < 1500 || year >= 2100) return false;
  if (!begins_small_word(text, found.end)) return true;
  return is_one_of(kBehindYear, word_behind(text, found.end).view());
}

/// Whether what was found may stand as a time expression where it stands.
bool stands(std::string_view text, const TimeExpression& found, TimeGuard guard) {
  if (guard == TimeGuard::kNone) return true;
  const size_t before_end = skip_blanks_back(text, found.begin);
  size_t word_end = before_end;
  if (word_end > 0 && is_apostrophe(code_point_before(text, word_end))) {
    while (word_end > 0 && (static_cast<unsigned char>(text[word_end - 1]) & 0xC0) == 0x80) --word_end;
    --word_end;
  }
  const FoldedWord before = read_word_before(text, word_end);
  switch (guard) {
    case TimeGuard::kNone:
      break;
    case TimeGuard::kYear:
      return is_year(text, found, before.view());
    case TimeGuard::kMonth:
      return is_one_of(kBeforeMonth, before.view());
    case TimeGuard::kSeason:
      return is_one_of(kBeforeSeason, before.view());
    case TimeGuard::kDay: {
      const std::string_view words = text.substr(found.begin, found.end - found.begin);
      if (words.find_first_of("0123456789") == std::string_view::npos) return false;
      const char32_t c = code_point_at(text, found.end);
      return c == 0 || c == ',' || c == ';' ||
             (c == '.' && !u_isdigit(static_cast<UChar32>(code_point_at(text, found.end + 1))));
    }
    case TimeGuard::kNumber:
      return !begins_small_word(text, found.end) ||
             is_one_of(kBehindYear, word_behind(text, found.end).view());
    case TimeGuard::kComplement:
      return !is_one_of(kComplements, word_behind(text, found.end).view());
    case TimeGuard::kName: {
      DateScan scan(text, found.end);
      if (!scan.blanks()) return true;
      const char32_t c = code_point_at(text, scan.pos());
      return c == 0 || c == kInvalid || !u_isupper(static_cast<UChar32>(c));
    }
    case TimeGuard::kAccent:
      return (static_cast<unsigned char>(text[found.begin + 1]) & 0x80) != 0;
    case TimeGuard::kNoun:
      return !is_one_of(kHave, before.view());
    case TimeGuard::kArticle:
      return is_one_of(kArticles, before.view());
    case TimeGuard::kAbbreviation:
      return found.meaning.weekday != 0 && found.end - found.begin > 4;
  }
  return false;
}

bool stuck(const TimeIsland& island, size_t first, size_t end) {
  return island.tokens[first].stuck_before || island.tokens[end - 1].stuck_behind;
}

/// The article that stands before it belongs to it, unless it is the end of what was found before.
size_t begin_with_article(const TimeIsland& island, size_t first, const std::vector<TimeExpression>& found) {
  if (first > 0 && (found.empty() || found.back().end < island.tokens[first - 1].end)) {
    const TimeToken& before = island.tokens[first - 1];
    if (before.kind == Kind::kWord && is_one_of(kArticles, before.word->text) && !before.stuck_before)
      return before.begin;
  }
  return island.tokens[first].begin;
}

/// Whether a number is one of a row of which the one before was no year: « nos 1638, 1693 et 1721 ».
bool goes_on_numbers(const TimeIsland& island, size_t first, const std::vector<TimeExpression>& found) {
  if (first < 2) return false;
  const TimeToken &mark = island.tokens[first - 1], &before = island.tokens[first - 2];
  const bool row = mark.kind == Kind::kComma || is_word(mark, "et") || is_word(mark, "ou");
  return row && before.kind == Kind::kNumber && (found.empty() || found.back().end != before.end);
}

/// « mardi 3 personnes »: the number counts what follows.
TimeExpression weekday_alone(const TimeIsland& island, size_t first, size_t begin) {
  TimeExpression weekday;
  weekday.begin = begin;
  weekday.end = island.tokens[first].end;
  weekday.meaning = {.base = Base::kWeekday, .weekday = island.tokens[first].word->weekday};
  return weekday;
}

/// Finds the expressions of one island.
void find_in(std::string_view text, const TimeIsland& island, TimeMatcher& matcher,
             std::vector<TimeExpression>& out) {
  matcher.start();
  for (size_t first = 0; first < island.tokens.size();) {
    size_t end = first;
    const bool article =
        island.tokens[first].kind == Kind::kWord && is_one_of(kArticles, island.tokens[first].word->text);
    const size_t list_begin = article && first + 1 < island.tokens.size() ? first + 1 : first;
    if (auto list = match_list(island, list_begin, end); !list.empty() && !stuck(island, list_begin, end)) {
      list.front().begin = begin_with_article(island, list_begin, out);
      out.insert(out.end(), list.begin(), list.end());
      first = end;
      continue;
    }
    const TimeMatch* found = matcher.at(first);
    if (found && !stuck(island, first, found->end)) {
      TimeExpression expression = found->expression;
      expression.begin = island.tokens[first].begin;
      expression.end = island.tokens[found->end - 1].end;
      const bool numbered = found->guard == TimeGuard::kYear && goes_on_numbers(island, first, out);
      const bool sure = !numbered && stands(text, expression, found->guard);
      const size_t begin = begin_with_article(island, first, out);
      if (!sure && found->guard == TimeGuard::kNumber) {
        out.push_back(weekday_alone(island, first, begin));
      } else if (sure || found->guard == TimeGuard::kComplement) {
        expression.begin = begin;
        if (!sure) expression.type = Type::kVague;
        out.push_back(expression);
        first = found->end;
        continue;
      }
    }
    ++first;
  }
}

std::string_view without_article(std::string_view text) {
  for (const std::string_view article : {"le ", "Le "})
    if (text.starts_with(article)) return text.substr(article.size());
  return text;
}

/// The whole of the text by the rules, with a preposition and an article before it.
std::optional<TimeExpression> read_by_rules(std::string_view whole) {
  TimeLexer lexer(whole);
  TimeIsland island;
  if (!lexer.next_any(island) || !lexer.at_end() || island.tokens.front().begin > 0) return std::nullopt;
  TimeMatcher matcher(island);
  matcher.start();
  for (size_t first = 0; first < island.tokens.size() && first < 3; ++first) {
    const TimeMatch* found = matcher.at(first);
    if (found && found->end == island.tokens.size()) return found->expression;
    const TimeToken& token = island.tokens[first];
    if (token.kind != Kind::kWord ||
        !(is_one_of(kArticles, token.word->text) || is_one_of(kPrepositions, token.word->text)))
      break;
  }
  return std::nullopt;
}

}  // namespace

std::vector<TimeExpression> find_times(std::string_view text) {
  std::vector<TimeExpression> found;
  TimeLexer lexer(text);
  TimeIsland island;
  TimeMatcher matcher(island);
  while (lexer.next(island)) find_in(text, island, matcher, found);
  return found;
}

std::optional<TimeExpression> read_time(std::string_view text) {
  const auto [begin, end] = trim_blanks(text);
  if (begin == end) return std::nullopt;
  const std::string_view whole = text.substr(begin, end - begin);
  TimeExpression expression;
  if (const auto span = parse_edtf_span(whole)) {
    expression.meaning = {.base = Base::kDate, .date = span->from};
    if (span->until) {
      expression.until = {.base = Base::kDate, .date = *span->until};
      expression.type = span->from.empty()     ? Type::kUntil
                        : span->until->empty() ? Type::kSince
                                               : Type::kInterval;
      if (span->from.empty()) std::swap(expression.meaning, expression.until);
    }
  } else if (const auto date = read_date(without_article(whole))) {
    if (!date->value.possible()) return std::nullopt;
    expression.meaning = {.base = Base::kDate, .date = date->value, .weekday = date->weekday.value_or(0)};
    expression.minute = date->minute;
  } else {
    auto found = read_by_rules(whole);
    if (!found) return std::nullopt;
    expression = *found;
  }
  expression.begin = begin;
  expression.end = end;
  return expression;
}

std::string_view name_of(TimeExpression::Type type) {
  switch (type) {
    case Type::kDate:
      return "date";
    case Type::kInterval:
      return "interval";
    case Type::kSince:
      return "since";
    case Type::kUntil:
      return "until";
    case Type::kVague:
      break;
  }
  return "vague";
}

}  // namespace depeche
