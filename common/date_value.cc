#include "common/date_value.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/date_scan.h"
#include "common/dates/calendar.h"
#include "common/dates/recognise.h"
#include "common/dates/tokens.h"
#include "common/french_date.h"
#include "common/message.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

using Base = TimeMeaning::Base;
using Type = TimeExpression::Type;
using Which = TimeMeaning::Which;

/// English beside the French of read_time().
struct RelativeDay {
  std::string_view text;
  int days;
};
constexpr RelativeDay kRelativeDays[] = {{"today", 0}, {"yesterday", -1}};
constexpr std::string_view kPrepositions[] = {"on", "in"};

constexpr const char* kWeekdays[] = {DEPECHE_TR("Monday"),   DEPECHE_TR("Tuesday"), DEPECHE_TR("Wednesday"),
                                     DEPECHE_TR("Thursday"), DEPECHE_TR("Friday"),  DEPECHE_TR("Saturday"),
                                     DEPECHE_TR("Sunday")};

std::string weekday_name(unsigned weekday) { return tr(kWeekdays[weekday - 1]); }

/// The nearest thing to an impossible date that can be: day and month exchanged, or the last day there is.
PartialDate mend(PartialDate date) {
  if (date.month > 12 && date.month <= 31 && date.day >= 1 && date.day <= 12) std::swap(date.month, date.day);
  date.month = std::min(date.month, 12u);
  while (!date.possible() && date.day > 1) --date.day;
  return date;
}

/// As the user would write it; parse_date_query() reads it.
std::string written(const PartialDate& date) {
  return date.precision() == Precision::kMonthDay ? fmt::format("{:02}/{:02}", date.day, date.month)
                                                  : to_edtf(date);
}

std::optional<TimeExpression> read_expression(const DatePiece& piece) {
  const std::string word = plain(piece.text);
  for (const RelativeDay& row : kRelativeDays)
    if (row.text == word) {
      TimeExpression expression;
      expression.meaning = {.base = Base::kUnit, .unit = TimeUnit::kDay, .steps = row.days};
      return expression;
    }
  return read_time(piece.text);
}

DateQueryError vague(const DatePiece& piece) {
  return date_error(piece,
                    tr("this names no days: write for example \"il y a 3 mois\" or 2019-02-01..2019-03-15"));
}

DateQueryError unreadable(const DatePiece& piece) {
  if (const auto date = read_date(piece.text); date && !date->value.possible())
    return no_such_date(piece, date->value);
  for (const DateExpression& date : find_dates(piece.text))
    if (!date.value.possible())
      return no_such_date(piece.part(date.begin, date.end - date.begin), date.value);
  for (const TimeExpression& found : find_times(piece.text))
    if (found.type == Type::kVague) return vague(piece.part(found.begin, found.end - found.begin));
  return date_error(piece,
                    tr("unreadable date: write for example 13/02/2019, 2019-02, 2019-02-01..2019-03-15, "
                       "\"13 février\", \"été 2018\", \"il y a 3 mois\", hier or incertaine"));
}

bool is_narrative(const TimeExpression& expression) {
  return expression.meaning.narrative || expression.until.narrative;
}

/// A day whose weekday is another than that which stands beside it.
std::optional<DateQueryError> wrong_weekday(const DatePiece& piece, const TimeMeaning& meaning, Day today) {
  if (meaning.base != Base::kDate || meaning.weekday == 0 || meaning.date.day == 0) return std::nullopt;
  TimeExpression date;
  date.meaning = {
      .base = Base::kDate, .which = meaning.which, .date = meaning.date, .weekday = meaning.weekday};
  const auto span = TimeResolver(TimeAnchor{today, Convention::kPast, {}}).resolve(date);
  const auto day = span ? span->first_day() : std::nullopt;
  if (!day || iso_weekday(*day) == meaning.weekday) return std::nullopt;
  if (meaning.date.year == 0)
    return date_error(piece, tr("no {} of the last years was a {}: write {}", written(meaning.date),
                                weekday_name(meaning.weekday), written(meaning.date)));
  return date_error(
      piece, tr("{} is a {}, not a {}: write {}", written(meaning.date), weekday_name(iso_weekday(*day)),
                weekday_name(meaning.weekday), written(meaning.date)));
}

/// The anchor before the last month or year that has begun, of which a part such as « fin mars » has not.
TimeAnchor before_whole(TimeExpression expression, TimeAnchor anchor) {
  expression.meaning.part = TimeMeaning::Part::kWhole;
  expression.meaning.pick = 0;
  expression.meaning.then_steps = 0;
  const auto whole = TimeResolver(anchor).resolve(expression);
  if (const auto day = whole ? whole->first_day() : std::nullopt) anchor.day = add_days(*day, -1);
  return anchor;
}

}  // namespace

DatePiece DatePiece::part(size_t from, size_t length) const {
  const std::string_view cut = text.substr(from, length);
  const auto [first, last] = trim_blanks(cut);
  return {cut.substr(first, last - first), begin + from + first};
}

std::vector<DatePiece> words_of(const DatePiece& piece) {
  std::vector<DatePiece> words;
  DateScan scan(piece.text, 0);
  while (scan.pos() < piece.text.size()) {
    const size_t begin = scan.pos();
    size_t end = begin;
    while (end < piece.text.size() && !DateScan(piece.text, end).blanks()) next_code_point(piece.text, end);
    words.push_back({piece.text.substr(begin, end - begin), piece.begin + begin});
    scan = DateScan(piece.text, end);
    scan.blanks();
  }
  return words;
}

std::string plain(std::string_view text) {
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    append_utf8(out, is_apostrophe(c) ? U'\'' : is_hyphen(c) ? U'-' : c);
  }
  return fold(out);
}

DateQueryError date_error(const DatePiece& piece, std::string message) {
  return {piece.begin, piece.end(), std::move(message)};
}

DateQueryError no_such_date(const DatePiece& piece, PartialDate date) {
  if (date.empty() || date.possible())
    return date_error(piece, tr("no such date in the calendar: write for example 2019-02-28"));
  return date_error(piece, tr("no such date in the calendar: write for example {}", written(mend(date))));
}

std::variant<TimeExpression, DateQueryError> read_date_value(const DatePiece& whole, Day today) {
  DatePiece piece = whole;
  const std::vector<DatePiece> words = words_of(whole);
  if (words.size() > 1 && std::ranges::count(kPrepositions, plain(words[0].text)))
    piece = whole.part(words[1].begin - whole.begin);

  const auto expression = read_expression(piece);
  if (!expression) return unreadable(piece);
  if (expression->type == Type::kVague) return vague(piece);
  if (is_narrative(*expression))
    return date_error(piece, tr("this counts from a day that is not said: write for example 2019-02-13 or "
                                "\"la veille du 13 février 2019\""));
  if (expression->minute) {
    const auto span = TimeResolver(TimeAnchor{today, Convention::kPast, {}}).resolve(*expression);
    return date_error(piece, span ? tr("a query has no time of day: write {}", to_edtf(*span))
                                  : tr("a query has no time of day: leave it out"));
  }
  for (const TimeMeaning* meaning : {&expression->meaning, &expression->until})
    if (auto error = wrong_weekday(piece, *meaning, today)) return *std::move(error);
  return *expression;
}

bool states_year(const TimeExpression& expression) {
  return TimeResolver(std::nullopt).resolve(expression).has_value();
}

bool comes_back(const TimeExpression& expression) {
  const TimeMeaning& meaning = expression.meaning;
  if (meaning.which != Which::kNearest && meaning.which != Which::kThis) return false;
  return meaning.base == Base::kWeekday || meaning.base == Base::kDayOfMonth ||
         ((meaning.base == Base::kDate || meaning.base == Base::kHoliday ||
           meaning.base == Base::kWeekNumber) &&
          !states_year(expression));
}

std::variant<DateSpan, DateQueryError> resolve_date_value(const DatePiece& piece,
                                                          const TimeExpression& expression,
                                                          const TimeAnchor& anchor) {
  auto span = TimeResolver(anchor).resolve(expression);
  if (span && anchor.convention == Convention::kPast && comes_back(expression) &&
      span->first_day().value_or(anchor.day) > anchor.day)
    span = TimeResolver(before_whole(expression, anchor)).resolve(expression);
  if (span) return *span;
  return no_such_date(piece, expression.type == Type::kDate ? expression.meaning.date : PartialDate{});
}

}  // namespace depeche
