#include "common/dates/units.h"

#include <algorithm>

#include "common/dates/calendar.h"

namespace depeche {

DateSpan days_span(Day first, Day last) {
  if (first == last) return {PartialDate::of(first), {}};
  return {PartialDate::of(first), PartialDate::of(last)};
}

std::optional<DateSpan> unit_at(TimeUnit unit, Day day, int steps) {
  const int year = int(day.year());
  const PartialDate month{year, unsigned(day.month())};
  switch (unit) {
    case TimeUnit::kDay:
      return DateSpan{PartialDate::of(add_days(day, steps)), {}};
    case TimeUnit::kWeekend: {
      const Day saturday = add_days(monday_of(day), 5 + 7 * steps);
      return days_span(saturday, add_days(saturday, 1));
    }
    case TimeUnit::kWeek: {
      const Day monday = add_days(monday_of(day), 7 * steps);
      return days_span(monday, add_days(monday, 6));
    }
    case TimeUnit::kMonth:
      return DateSpan{add_months(month, steps), {}};
    case TimeUnit::kQuarter: {
      const PartialDate moved = add_months(month, 3 * steps);
      return DateSpan{{moved.year, 33 + (moved.month - 1) / 3}, {}};
    }
    case TimeUnit::kHalfYear: {
      const PartialDate moved = add_months(month, 6 * steps);
      return DateSpan{{moved.year, 40 + (moved.month - 1) / 6}, {}};
    }
    case TimeUnit::kYear:
      return DateSpan{{year + steps}, {}};
    case TimeUnit::kDecade:
      return DateSpan{{.year = (year / 10 + steps) * 10, .unknown_figures = 1}, {}};
    case TimeUnit::kCentury:
      return century((year - 1) / 100 + 1 + steps);
    default:
      return std::nullopt;
  }
}

std::optional<Day> move_day(Day day, TimeUnit unit, int steps) {
  const PartialDate month{int(day.year()), unsigned(day.month())};
  const auto months = [&](int count) -> std::optional<Day> {
    PartialDate moved = add_months(month, count);
    const auto last = moved.last_day();
    if (!last) return std::nullopt;
    moved.day = std::min(unsigned(day.day()), unsigned(last->day()));
    return moved.first_day();
  };
  switch (unit) {
    case TimeUnit::kMinute:
      return add_days(day, steps / (24 * 60));
    case TimeUnit::kHour:
      return add_days(day, steps / 24);
    case TimeUnit::kDay:
      return add_days(day, steps);
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek:
      return add_days(day, 7 * steps);
    case TimeUnit::kFortnight:
      return add_days(day, 14 * steps);
    case TimeUnit::kMonth:
      return months(steps);
    case TimeUnit::kQuarter:
      return months(3 * steps);
    case TimeUnit::kHalfYear:
      return months(6 * steps);
    case TimeUnit::kYear:
      return months(12 * steps);
    case TimeUnit::kDecade:
      return months(120 * steps);
    case TimeUnit::kCentury:
      return months(1200 * steps);
    case TimeUnit::kNone:
      break;
  }
  return std::nullopt;
}

std::optional<DateSpan> units_around(TimeUnit unit, Day day, int count) {
  if (unit == TimeUnit::kHour || unit == TimeUnit::kMinute) {
    const auto other = move_day(day, unit, count);
    return other ? std::optional(count < 0 ? days_span(*other, day) : days_span(day, *other)) : std::nullopt;
  }
  const auto near = unit_at(unit, day, count < 0 ? -1 : 1), far = unit_at(unit, day, count);
  if (!near || !far) return std::nullopt;
  if (count == 1 || count == -1) return near;
  const DateSpan &first = count < 0 ? *far : *near, &last = count < 0 ? *near : *far;
  return DateSpan{first.from, last.until ? *last.until : last.from};
}

}  // namespace depeche
