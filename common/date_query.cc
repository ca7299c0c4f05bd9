#include "common/date_query.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/date_value.h"
#include "common/dates/calendar.h"
#include "common/dates/recognise.h"
#include "common/dates/rules.h"
#include "common/message.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

using Kind = DateQuery::Kind;
using Base = TimeMeaning::Base;
using Type = TimeExpression::Type;

// Words of a date are folded, apostrophes straight.

struct KindWord {
  std::string_view text;
  Kind kind;
};
constexpr KindWord kKindWords[] = {
    {"aucune", Kind::kNone},         {"none", Kind::kNone},           {"incertaine", Kind::kUncertain},
    {"incertain", Kind::kUncertain}, {"uncertain", Kind::kUncertain}, {"certaine", Kind::kCertain},
    {"certain", Kind::kCertain},
};

/// Ranges in words: « du 1er février 2019 au 15 mars 2019 ».
struct RangeWords {
  std::string_view before, between;
};
constexpr RangeWords kRangeWords[] = {
    {"du", "au"}, {"de", "a"}, {"entre", "et"}, {"from", "to"}, {"between", "and"},
};

/// Open ranges in words: « avant 2013 ».
struct OpenWord {
  std::string_view text;
  bool begins;  // the date is the first day, else the last
  bool strict;  // the date itself is not in the range
};
constexpr OpenWord kOpenWords[] = {
    {"depuis", true, false},    {"since", true, false},    {"apres", true, true},
    {"after", true, true},      {"avant", false, true},    {"before", false, true},
    {"jusqu'au", false, false}, {"jusqu'a", false, false}, {"jusqu'en", false, false},
    {"until", false, false},
};

constexpr std::string_view kPossible = "possible:";

using Result = std::variant<DateQuery, DateQueryError>;

/// Whether what comes back every year asks for every year.
enum class Yearless { kEveryYear, kLatest };

/// One date of a value.
struct End {
  DatePiece piece;
  TimeExpression expression;
};
using ReadEnd = std::variant<End, DateQueryError>;

TimeAnchor before(Day day) { return {day, Convention::kPast, {}}; }
TimeAnchor behind(Day day) { return {day, Convention::kFuture, {}}; }

/// The day and month, or month, that an expression is in every year.
std::optional<PartialDate> every_year(const TimeExpression& expression) {
  const TimeMeaning& meaning = expression.meaning;
  if (expression.type != Type::kDate) return std::nullopt;
  TimeMeaning bare{.base = meaning.base, .day_part = meaning.day_part};
  if (meaning.base == Base::kHoliday) {
    bare.holiday = meaning.holiday;
    const Holiday& holiday = holidays()[meaning.holiday];
    if (meaning != bare || holiday.month == 0) return std::nullopt;
    return PartialDate{0, holiday.month, holiday.day};
  }
  bare.date = meaning.date;
  const Precision precision = meaning.date.precision();
  const bool month = precision == Precision::kMonthOnly && meaning.date.month <= 12;
  return (month || precision == Precision::kMonthDay) && meaning == bare ? std::optional(meaning.date)
                                                                         : std::nullopt;
}

DateQuery query_of(const DateSpan& span) {
  return {.kind = Kind::kRange, .first = span.first_day(), .last = span.last_day()};
}

Result read_whole(const DatePiece& piece, Day today, Yearless yearless) {
  auto read = read_date_value(piece, today);
  if (auto* error = std::get_if<DateQueryError>(&read)) return std::move(*error);
  const auto& expression = std::get<TimeExpression>(read);
  if (const auto date = every_year(expression); date && yearless == Yearless::kEveryYear)
    return DateQuery{
        .kind = Kind::kMonthDay, .first = {}, .last = {}, .month = date->month, .day = date->day};
  auto span = resolve_date_value(piece, expression, before(today));
  if (auto* error = std::get_if<DateQueryError>(&span)) return std::move(*error);
  return query_of(std::get<DateSpan>(span));
}

/// An end of a range.
ReadEnd read_end(const DatePiece& piece, Day today) {
  auto read = read_date_value(piece, today);
  if (auto* error = std::get_if<DateQueryError>(&read)) return std::move(*error);
  const auto& expression = std::get<TimeExpression>(read);
  if (expression.type == Type::kSince || expression.type == Type::kUntil)
    return date_error(piece, tr("an end of a range is one date: write for example 2019-02-01..2019-03-15"));
  return End{piece, expression};
}

using Resolved = std::variant<DateSpan, DateQueryError>;

Resolved resolve(const End& end, const TimeAnchor& anchor) {
  return resolve_date_value(end.piece, end.expression, anchor);
}

/// The left end where only the right one states its year: the last such day before it, within a year.
Resolved resolve_before(const End& left, const DateSpan& right) {
  const Day last = *right.last_day();
  Resolved span = resolve(left, before(last));
  const auto* found = std::get_if<DateSpan>(&span);
  if (!found || int(found->first_day()->year()) + 1 >= int(last.year())) return span;
  PartialDate date = left.expression.meaning.date;
  date.year = int(last.year());
  return no_such_date(left.piece, date);
}

/// A date as the end of a range is written.
std::string written(const std::optional<Day>& day) { return to_edtf(PartialDate::of(*day)); }
std::string written(const DateSpan& span) {
  return span.until ? written(span.first_day()) + "/" + written(span.last_day()) : to_edtf(span.from);
}

/// Both ends of a range. What the one says of the year counts for the other.
Result resolve_range(const DatePiece& whole, const End& left, const End& right, Day today) {
  Resolved first, last;
  if (comes_back(left.expression) && states_year(right.expression)) {
    last = resolve(right, before(today));
    first = resolve_before(left, std::get<DateSpan>(last));
  } else {
    first = resolve(left, before(today));
    const auto* from = std::get_if<DateSpan>(&first);
    last = resolve(right, from && comes_back(right.expression) ? behind(*from->first_day()) : before(today));
  }
  for (Resolved* end : {&first, &last})
    if (auto* error = std::get_if<DateQueryError>(end)) return std::move(*error);
  const auto &from = std::get<DateSpan>(first), &until = std::get<DateSpan>(last);
  if (*from.first_day() > *until.last_day())
    return date_error(whole,
                      tr("the range ends before it begins: write {}..{}", written(until), written(from)));
  return DateQuery{.kind = Kind::kRange, .first = from.first_day(), .last = until.last_day()};
}

Result read_range(const DatePiece& whole, const DatePiece& left, const DatePiece& right, Day today) {
  if (left.text.empty() && right.text.empty())
    return date_error(whole, tr("a range needs at least one end: write 2019-02.. or ..2013"));
  std::optional<End> ends[2];
  for (const bool is_right : {false, true}) {
    const DatePiece& piece = is_right ? right : left;
    if (piece.text.empty()) continue;
    ReadEnd read = read_end(piece, today);
    if (auto* error = std::get_if<DateQueryError>(&read)) return std::move(*error);
    ends[is_right] = std::get<End>(std::move(read));
  }
  if (ends[0] && ends[1]) return resolve_range(whole, *ends[0], *ends[1], today);
  Resolved span = resolve(ends[0] ? *ends[0] : *ends[1], before(today));
  if (auto* error = std::get_if<DateQueryError>(&span)) return std::move(*error);
  DateQuery query = query_of(std::get<DateSpan>(span));
  (ends[0] ? query.last : query.first).reset();
  return query;
}

/// « entre A et B » by its words: for what the recogniser does not know, and to tell which end is wrong.
std::optional<Result> read_range_in_words(const DatePiece& piece, const std::vector<DatePiece>& words,
                                          Day today) {
  for (const RangeWords& row : kRangeWords) {
    if (words.size() < 4 || plain(words[0].text) != row.before) continue;
    for (size_t i = 2; i + 1 < words.size(); ++i) {
      if (plain(words[i].text) != row.between) continue;
      const size_t begin = words[1].begin - piece.begin, middle = words[i].begin - piece.begin;
      return read_range(piece, piece.part(begin, middle - begin),
                        piece.part(words[i + 1].begin - piece.begin), today);
    }
  }
  return std::nullopt;
}

/// The open range of a date: its own days are not in it if `strict`.
Result open_range(const DatePiece& piece, const OpenWord& word, const DateQuery& days) {
  const auto day = word.begins == word.strict ? days.last : days.first;
  if (!day) return date_error(piece, tr("this has no such end: write for example 2019-02.. or ..2013"));
  const Day bound = word.strict ? add_days(*day, word.begins ? 1 : -1) : *day;
  if (int(bound.year()) < 1 || int(bound.year()) > kLastYear) return no_such_date(piece);
  DateQuery query;
  (word.begins ? query.first : query.last) = bound;
  return query;
}

/// « avant 2013 ». The word itself may belong to the date (« avant hier »).
std::optional<Result> read_open_range(const DatePiece& piece, const std::vector<DatePiece>& words,
                                      Day today) {
  for (const OpenWord& row : kOpenWords) {
    if (words.size() < 2 || plain(words[0].text) != row.text) continue;
    const DatePiece rest = piece.part(words[1].begin - piece.begin);
    Result days = read_whole(rest, today, Yearless::kLatest);
    if (const auto* query = std::get_if<DateQuery>(&days)) return open_range(rest, row, *query);
    return days;
  }
  return std::nullopt;
}

bool is_date(const Result& result) { return std::holds_alternative<DateQuery>(result); }

/// Whether the piece is no expression, or one with an open end.
bool may_be_open(const DatePiece& piece, Day today) {
  const auto read = read_date_value(piece, today);
  const auto* expression = std::get_if<TimeExpression>(&read);
  return !expression || expression->type == Type::kSince || expression->type == Type::kUntil;
}

/// Any value that names days.
Result read_days(const DatePiece& piece, Day today, Yearless yearless) {
  const size_t dots = piece.text.find("..");
  if (dots != std::string_view::npos && !parse_edtf_span(piece.text))
    return read_range(piece, piece.part(0, dots), piece.part(dots + 2), today);

  const std::vector<DatePiece> words = words_of(piece);
  Result whole = read_whole(piece, today, yearless);
  if (may_be_open(piece, today)) {
    const auto open = read_open_range(piece, words, today);
    if (open && (is_date(*open) || !is_date(whole))) return *open;
  }
  const auto* error = std::get_if<DateQueryError>(&whole);
  const bool told = !error || error->begin != piece.begin || error->end != piece.end();
  if (told) return whole;
  auto range = read_range_in_words(piece, words, today);
  return range && (!is_date(*range) || !read_time(piece.text)) ? *std::move(range) : whole;
}

/// A month or year where the two days are its first and last.
std::string days_text(Day first, Day last) {
  const PartialDate day = PartialDate::of(first);
  for (const PartialDate& span : {PartialDate{day.year}, PartialDate{day.year, day.month}, day})
    if (span.first_day() == first && span.last_day() == last) return to_edtf(span);
  return to_edtf(day) + ".." + to_edtf(PartialDate::of(last));
}

/// An error where the value is no text or nothing.
std::optional<DateQueryError> missing(const DatePiece& value) {
  if (find_invalid_utf8(value.text) != std::string_view::npos)
    return date_error(value, tr("a date is written in UTF-8: write for example 13/02/2019"));
  if (value.part(0).text.empty())
    return date_error(value, tr("a date is missing: write for example 13/02/2019 or 2019-02"));
  return std::nullopt;
}

}  // namespace

std::variant<DateQuery, DateQueryError> parse_date_query(std::string_view value, Day today) {
  if (auto error = missing({value, 0})) return *std::move(error);
  const DatePiece piece = DatePiece{value, 0}.part(0);
  const std::string word = plain(piece.text);
  for (const KindWord& row : kKindWords)
    if (row.text == word) return DateQuery{.kind = row.kind, .first = {}, .last = {}};

  if (!word.starts_with(kPossible)) return read_days(piece, today, Yearless::kEveryYear);
  const DatePiece days = piece.part(piece.text.find(':') + 1);
  if (days.text.empty()) return date_error(piece, tr("a date is missing: write for example possible:2018"));
  Result result = read_days(days, today, Yearless::kEveryYear);
  if (auto* query = std::get_if<DateQuery>(&result)) {
    if (query->kind == Kind::kMonthDay)
      return date_error(days, tr("a possible date needs a year: write for example possible:2018"));
    query->kind = Kind::kPossible;
  }
  return result;
}

std::variant<DateQuery, DateQueryError> parse_period(std::string_view value, Day today) {
  if (auto error = missing({value, 0})) return *std::move(error);
  return read_days(DatePiece{value, 0}.part(0), today, Yearless::kLatest);
}

std::variant<Day, DateQueryError> parse_day(std::string_view value, Day today) {
  Result period = parse_period(value, today);
  if (auto* error = std::get_if<DateQueryError>(&period)) return std::move(*error);
  const auto& days = std::get<DateQuery>(period);
  if (days.first && days.first == days.last) return *days.first;
  return date_error(DatePiece{value, 0}.part(0),
                    tr("this is not one day: write it as 2019-02-13 or 13/02/2019"));
}

std::string to_text(const DateQuery& query) {
  switch (query.kind) {
    case Kind::kMonthDay:
      return query.day ? fmt::format("{:02}/{:02}", query.day, query.month)
                       : to_edtf(PartialDate{0, query.month});
    case Kind::kNone:
      return "aucune";
    case Kind::kUncertain:
      return "incertaine";
    case Kind::kCertain:
      return "certaine";
    case Kind::kRange:
    case Kind::kPossible:
      break;
  }
  std::string text = query.kind == Kind::kPossible ? std::string(kPossible) : "";
  if (query.first && query.last) return text + days_text(*query.first, *query.last);
  if (query.first) text += to_edtf(PartialDate::of(*query.first));
  text += "..";
  if (query.last) text += to_edtf(PartialDate::of(*query.last));
  return text;
}

}  // namespace depeche
