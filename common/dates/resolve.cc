#include "common/dates/resolve.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "common/dates/calendar.h"
#include "common/dates/rules.h"
#include "common/dates/units.h"

namespace depeche {
namespace {

using Base = TimeMeaning::Base;
using Part = TimeMeaning::Part;
using Type = TimeExpression::Type;
using Which = TimeMeaning::Which;
using std::chrono::days;
using std::chrono::sys_days;

/// How far a missing year or month is looked for. 29 February comes back after eight years at most; a Monday
/// 29 February after forty.
constexpr int kYearsAround = 8;
constexpr int kMonthsAround = 24;
/// A weekday beside a day and month chooses among years this far; beyond, it is rather a mistake.
constexpr int kYearsForWeekday = 2;
/// « années 20 » is a decade that has run for so long at least.
constexpr int kYearsIntoDecade = 5;

/// A missing part filled in, one of several.
struct Occurrence {
  DateSpan span;
  Day first, last;
};

/// Days between the day and the occurrence; 0 inside it.
long distance(const Occurrence& one, Day day) {
  if (day < one.first) return days_between(day, one.first);
  if (one.last < day) return days_between(one.last, day);
  return 0;
}

/// Chooses among occurrences in order of time, as the convention or the words say.
std::optional<DateSpan> choose(const std::vector<Occurrence>& all, Which which, const TimeAnchor& anchor) {
  const Occurrence* best = nullptr;
  for (const Occurrence& one : all) {
    bool better = false;
    switch (which) {
      case Which::kLast:
      case Which::kPreceding:
        better = one.last < anchor.day;  // the latest of them
        break;
      case Which::kNext:
      case Which::kFollowing:
        better = !best && anchor.day < one.first;
        break;
      case Which::kComing:
        better = !best && anchor.day <= one.first;
        break;
      case Which::kNearest:
      case Which::kThis:
        if (anchor.convention == Convention::kPast)
          better = one.first <= anchor.day;
        else if (anchor.convention == Convention::kFuture)
          better = !best && anchor.day <= one.last;
        else if (anchor.limit && *anchor.limit < one.first)
          better = false;
        else
          better = !best || distance(one, anchor.day) < distance(*best, anchor.day);
        break;
    }
    if (better) best = &one;
  }
  return best ? std::optional(best->span) : std::nullopt;
}

void add(std::vector<Occurrence>& all, const DateSpan& span) {
  const auto first = span.first_day(), last = span.last_day();
  if (span.possible() && first && last) all.push_back({span, *first, *last});
}

std::vector<Occurrence> with_each_year(const PartialDate& date, int year) {
  std::vector<Occurrence> all;
  for (int step = -kYearsAround; step <= kYearsAround; ++step) {
    PartialDate one = date;
    one.year = year + step;
    if (one.year < 1) continue;
    add(all, {one, {}});
  }
  return all;
}

/// The year of a date without one; that in which it has the weekday beside it, if there is one near.
std::optional<DateSpan> choose_year(const PartialDate& date, unsigned weekday, Which which,
                                    const TimeAnchor& anchor) {
  const int year = int(anchor.day.year());
  const std::vector<Occurrence> all = with_each_year(date, year);
  std::vector<Occurrence> fitting;
  for (const Occurrence& one : all)
    if (iso_weekday(one.first) == weekday && std::abs(int(one.first.year()) - year) <= kYearsForWeekday)
      fitting.push_back(one);
  if (const auto chosen = choose(fitting, which, anchor)) return chosen;
  return choose(all, which, anchor);
}

std::vector<Occurrence> with_each_month(unsigned day, unsigned weekday, Day anchor) {
  std::vector<Occurrence> all;
  for (int step = -kMonthsAround; step <= kMonthsAround; ++step) {
    PartialDate one = add_months({int(anchor.year()), unsigned(anchor.month())}, step);
    one.day = day;
    if (!one.possible() || (weekday && iso_weekday(*one.first_day()) != weekday)) continue;
    add(all, {one, {}});
  }
  return all;
}

std::vector<Occurrence> weekdays_around(unsigned weekday, Day anchor) {
  std::vector<Occurrence> all;
  const Day here = add_days(anchor, int(weekday) - int(iso_weekday(anchor)));
  for (int step = -2; step <= 2; ++step) add(all, {PartialDate::of(add_days(here, 7 * step)), {}});
  return all;
}

/// The unit in which a distance is meant: who says « il y a deux ans » means no day.
std::optional<DateSpan> rounded(Day day, TimeUnit unit, Convention convention) {
  if (convention == Convention::kPast) return DateSpan{PartialDate::of(day), {}};
  if (convention == Convention::kFuture) {
    const bool long_ago = unit == TimeUnit::kYear || unit == TimeUnit::kDecade || unit == TimeUnit::kCentury;
    return unit_at(long_ago ? TimeUnit::kMonth : TimeUnit::kDay, day, 0);
  }
  switch (unit) {
    case TimeUnit::kWeek:
    case TimeUnit::kMonth:
    case TimeUnit::kYear:
      return unit_at(unit, day, 0);
    case TimeUnit::kFortnight:
      return unit_at(TimeUnit::kWeek, day, 0);
    case TimeUnit::kQuarter:
    case TimeUnit::kHalfYear:
      return unit_at(TimeUnit::kMonth, day, 0);
    case TimeUnit::kDecade:
    case TimeUnit::kCentury:
      return unit_at(TimeUnit::kYear, day, 0);
    default:
      return DateSpan{PartialDate::of(day), {}};
  }
}

/// A span moved: « la veille de », « trois ans après ».
std::optional<DateSpan> moved(const DateSpan& span, const TimeMeaning& meaning, Convention convention) {
  const auto first = meaning.then_steps < 0 ? span.first_day() : span.last_day();
  const auto day = first ? move_day(*first, meaning.then_unit, meaning.then_steps) : std::nullopt;
  if (!day) return std::nullopt;
  if (!span.until && span.from.precision() == Precision::kYear) return unit_at(TimeUnit::kYear, *day, 0);
  return rounded(*day, meaning.then_unit,
                 convention == Convention::kArchive ? convention : Convention::kPast);
}

bool in_calendar(const DateSpan& span) {
  if (!span.possible()) return false;
  const auto first = span.first_day(), last = span.last_day();
  const bool open_begin = span.until && span.from.empty(), open_end = span.until && span.until->empty();
  return (first || open_begin) && (last || open_end);
}

}  // namespace

std::optional<Day> TimeResolver::counted_from(const TimeMeaning& meaning) const {
  if (!anchor_) return std::nullopt;
  if (!meaning.narrative) return anchor_->day;
  const bool by_day = meaning.unit < TimeUnit::kMonth;
  const std::optional<Day> spoken = by_day ? spoken_day_ : spoken_of_;
  return spoken ? spoken : anchor_->day;
}

std::optional<DateSpan> TimeResolver::base_of(const TimeMeaning& meaning) const {
  const auto from = counted_from(meaning);
  TimeAnchor anchor = anchor_.value_or(TimeAnchor{});
  if (from) anchor.day = *from;
  switch (meaning.base) {
    case Base::kVague:
      return std::nullopt;
    case Base::kDate:
      if (meaning.date.year || meaning.date.unknown_figures) return DateSpan{meaning.date, {}};
      if (!from) return std::nullopt;
      return choose_year(meaning.date, meaning.weekday, meaning.which, anchor);
    case Base::kDecadeNumber: {
      if (meaning.date.year >= 100) return DateSpan{{.year = meaning.date.year, .unknown_figures = 1}, {}};
      if (!from) return std::nullopt;
      const int year = int(from->year());
      int first = year / 100 * 100 + meaning.date.year;
      while (first + kYearsIntoDecade > year) first -= 100;
      return DateSpan{{.year = first, .unknown_figures = 1}, {}};
    }
    case Base::kCenturyNumber:
      return century(meaning.steps);
    case Base::kWeekNumber:
      if (!meaning.date.year && !from) return std::nullopt;
      return iso_week(meaning.date.year ? meaning.date.year : int(from->year()), meaning.steps);
    case Base::kHoliday:
      if (meaning.date.year)
        return DateSpan{PartialDate::of(holiday_day(meaning.holiday, meaning.date.year)), {}};
      break;
    default:
      break;
  }
  if (!from) return std::nullopt;
  switch (meaning.base) {
    case Base::kWeekday: {
      const bool strict = meaning.which == Which::kNearest || meaning.which == Which::kThis;
      if (meaning.narrative && !spoken_day_) {
        const Day monday = add_days(monday_of(anchor.day), meaning.which == Which::kFollowing ? 7 : -7);
        return DateSpan{PartialDate::of(add_days(monday, int(meaning.weekday) - 1)), {}};
      }
      if (strict && anchor.convention == Convention::kFuture)
        return choose(weekdays_around(meaning.weekday, anchor.day), Which::kNext, anchor);
      return choose(weekdays_around(meaning.weekday, anchor.day), meaning.which, anchor);
    }
    case Base::kDayOfMonth:
      return choose(with_each_month(meaning.date.day, meaning.weekday, anchor.day), meaning.which, anchor);
    case Base::kUnit:
      return unit_at(meaning.unit, anchor.day, meaning.steps);
    case Base::kShift: {
      const auto day = move_day(anchor.day, meaning.unit, meaning.steps);
      return day ? rounded(*day, meaning.unit, anchor.convention) : std::nullopt;
    }
    case Base::kUnits:
      return units_around(meaning.unit, anchor.day, meaning.steps);
    case Base::kHoliday: {
      std::vector<Occurrence> all;
      for (int step = -2; step <= 2; ++step)
        if (const int year = int(from->year()) + step; year >= 1 && year <= kLastYear)
          add(all, {PartialDate::of(holiday_day(meaning.holiday, year)), {}});
      return choose(all, meaning.which, anchor);
    }
    default:
      return std::nullopt;
  }
}

std::optional<DateSpan> TimeResolver::meaning_of(const TimeMeaning& meaning) const {
  if (std::abs(meaning.steps) > 10000 || std::abs(meaning.then_steps) > 10000) return std::nullopt;
  std::optional<DateSpan> span = base_of(meaning);
  if (span && !in_calendar(*span)) return std::nullopt;
  if (span && meaning.part != Part::kWhole) span = part_of(*span, meaning.part);
  if (span && meaning.pick) span = pick_in(*span, meaning);
  if (span && meaning.then_steps)
    span = moved(*span, meaning, anchor_ ? anchor_->convention : Convention::kArchive);
  return span && in_calendar(*span) ? span : std::nullopt;
}

std::optional<DateSpan> TimeResolver::interval(const TimeExpression& expression) const {
  const auto from = meaning_of(expression.meaning);
  if (!from || !from->first_day()) return std::nullopt;
  TimeResolver behind = *this;
  if (anchor_) behind.anchor_ = TimeAnchor{*from->first_day(), Convention::kFuture, {}};
  const bool counts = expression.until.base == Base::kUnit || expression.until.base == Base::kShift ||
                      expression.until.base == Base::kUnits;
  const auto until = counts ? meaning_of(expression.until) : behind.meaning_of(expression.until);
  if (!until) return std::nullopt;
  return DateSpan{from->from, until->until ? *until->until : until->from};
}

std::optional<DateSpan> TimeResolver::resolve(const TimeExpression& expression, bool beyond_limit) {
  const std::optional<Day> limit = anchor_ ? anchor_->limit : std::nullopt;
  if (limit && beyond_limit) anchor_->limit.reset();
  std::optional<DateSpan> span;
  if (expression.type == Type::kInterval)
    span = interval(expression);
  else if (expression.type != Type::kVague)
    span = meaning_of(expression.meaning);
  if (limit) anchor_->limit = limit;
  if (!span) return std::nullopt;
  if (expression.type == Type::kSince) span->until = PartialDate{};
  if (expression.type == Type::kUntil)
    span = DateSpan{PartialDate{}, span->until ? *span->until : span->from};
  if (!in_calendar(*span)) return std::nullopt;
  if (expression.type == Type::kDate) {
    spoken_of_ = span->first_day();
    if (!span->until && span->from.precision() == Precision::kDay) spoken_day_ = spoken_of_;
  }
  return span;
}

}  // namespace depeche
