#include "common/dates/resolve.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "common/dates/calendar.h"
#include "common/dates/rules.h"

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

DateSpan days_span(Day first, Day last) {
  if (first == last) return {PartialDate::of(first), {}};
  return {PartialDate::of(first), PartialDate::of(last)};
}

/// The unit that holds `day`, moved by `steps`. nullopt for units that are no spans of days.
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

/// The day moved by units: a month later is the same day of the next month, or its last.
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

/// Whole units before the anchor's own (count < 0) or behind it.
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

/// Begin, middle or end of a span: the third of it, or what usage has for it.
std::optional<DateSpan> part_of(const DateSpan& span, const TimeMeaning& meaning) {
  const auto first = span.first_day(), last = span.last_day();
  if (!first || !last) return std::nullopt;
  const Part part = meaning.part;
  if (part == Part::kItsWeek) return unit_at(TimeUnit::kWeek, *first, 0);
  if (part == Part::kItsWeekend) return unit_at(TimeUnit::kWeekend, *first, 0);
  if (part == Part::kWeekdays) return days_span(*first, add_days(*first, 4));
  const long length = days_between(*first, *last) + 1;
  if (length == 1) return span;

  const Precision precision = span.until ? Precision::kNone : span.from.precision();
  const int year = span.from.year;
  if (precision == Precision::kYear) {
    const auto months = [&](unsigned from, unsigned until) {
      return DateSpan{{year, from}, PartialDate{year, until}};
    };
    switch (part) {
      case Part::kBegin:
        return months(1, 3);
      case Part::kMiddle:
        return months(5, 8);
      case Part::kEnd:
        return months(10, 12);
      default:
        return DateSpan{{year, part == Part::kFirstHalf ? 40u : 41u}, {}};
    }
  }
  const int first_year = int(first->year()), years = int(last->year()) - first_year + 1;
  if (years >= 10) {  // of a decade or century
    const auto from = [&](int begin, int end) {
      return DateSpan{{first_year + begin}, PartialDate{first_year + end - 1}};
    };
    const int third = (years + 1) / 3, half = years / 2;
    switch (part) {
      case Part::kBegin:
        return from(0, third);
      case Part::kMiddle:
        return from(third, years - third);
      case Part::kEnd:
        return from(years - third, years);
      case Part::kFirstHalf:
        return from(0, half);
      default:
        return from(half, years);
    }
  }
  const auto cut = [&](long begin, long end) {
    return days_span(add_days(*first, int(begin)), add_days(*first, int(end - 1)));
  };
  if (length == 7) {  // usage: the week's end begins on Thursday
    if (part == Part::kBegin) return cut(0, 2);
    if (part == Part::kMiddle) return cut(2, 4);
    if (part == Part::kEnd) return cut(3, 7);
  }
  const long third = precision == Precision::kMonth ? 10 : (length + 2) / 3;
  const long half = precision == Precision::kMonth ? 15 : (length + 1) / 2;
  switch (part) {
    case Part::kBegin:
      return cut(0, third);
    case Part::kMiddle:
      return cut(third, std::min(2 * third, length));
    case Part::kEnd:
      return cut(std::min(2 * third, length - 1), length);
    case Part::kFirstHalf:
      return cut(0, half);
    default:
      return cut(half, length);
  }
}

/// « premier mercredi de », « dernier jour de », « deuxième quinzaine de ».
std::optional<DateSpan> pick_in(const DateSpan& span, const TimeMeaning& meaning) {
  const auto first = span.first_day(), last = span.last_day();
  if (!first || !last) return std::nullopt;
  if (meaning.pick_unit == TimeUnit::kFortnight) {
    if (span.until || span.from.precision() != Precision::kMonth || std::abs(meaning.pick) > 2)
      return std::nullopt;
    const bool early = meaning.pick == 1;
    return days_span(early ? *first : add_days(*first, 15), early ? add_days(*first, 14) : *last);
  }
  std::vector<DateSpan> inside;
  const auto keep = [&](const DateSpan& one) {
    if (*first <= *one.first_day() && *one.last_day() <= *last) inside.push_back(one);
  };
  constexpr size_t kMost = 400;
  if (meaning.pick_weekday) {
    for (Day day = add_days(*first, int((meaning.pick_weekday + 7 - iso_weekday(*first)) % 7));
         day <= *last && inside.size() < kMost; day = add_days(day, 7))
      keep({PartialDate::of(day), {}});
  } else {
    for (int step = 0; inside.size() < kMost; ++step) {
      const auto one = unit_at(meaning.pick_unit, *first, step);
      if (!one || !one->first_day() || *last < *one->first_day()) break;
      keep(*one);
    }
  }
  const int index = meaning.pick > 0 ? meaning.pick - 1 : int(inside.size()) + meaning.pick;
  if (index < 0 || size_t(index) >= inside.size()) return std::nullopt;
  return inside[size_t(index)];
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
  if (span && meaning.part != Part::kWhole) span = part_of(*span, meaning);
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

std::optional<DateSpan> TimeResolver::resolve(const TimeExpression& expression) {
  std::optional<DateSpan> span;
  if (expression.type == Type::kInterval)
    span = interval(expression);
  else if (expression.type != Type::kVague)
    span = meaning_of(expression.meaning);
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
