#include <algorithm>
#include <cstdlib>
#include <vector>

#include "common/dates/calendar.h"
#include "common/dates/units.h"

namespace depeche {

using Part = TimeMeaning::Part;

namespace {

/// Where the begin of something ends and its end begins, and the middle of it, in units of the whole.
struct Cuts {
  long begin, end, half, whole;
};

struct Stretch {
  long from, to;
};

Stretch stretch(Part part, const Cuts& cuts) {
  switch (part) {
    case Part::kBegin:
      return {0, cuts.begin};
    case Part::kMiddle:
      return {cuts.begin, cuts.end};
    case Part::kEnd:
      return {cuts.end, cuts.whole};
    case Part::kFirstHalf:
      return {0, cuts.half};
    case Part::kSecondHalf:
      return {cuts.half, cuts.whole};
    default:
      return {0, cuts.whole};
  }
}

constexpr Cuts kMonthsOfYear{3, 9, 6, 12};
constexpr long kDaysOfWeek = 7;
/// « fin de semaine » begins on Thursday, in what is still its middle.
constexpr Stretch kWeek[] = {{0, 2}, {2, 4}, {3, 7}};

}  // namespace

std::optional<DateSpan> part_of(const DateSpan& span, Part part) {
  const auto first = span.first_day(), last = span.last_day();
  if (!first || !last) return std::nullopt;
  if (part == Part::kItsWeek) return unit_at(TimeUnit::kWeek, *first, 0);
  if (part == Part::kItsWeekend) return unit_at(TimeUnit::kWeekend, *first, 0);
  if (part == Part::kWeekdays) return days_span(*first, add_days(*first, 4));
  const long days = days_between(*first, *last) + 1;
  if (days == 1) return span;

  const Precision precision = span.until ? Precision::kNone : span.from.precision();
  if (precision == Precision::kYear) {
    const int year = span.from.year;
    if (part == Part::kFirstHalf || part == Part::kSecondHalf)
      return DateSpan{{year, part == Part::kFirstHalf ? 40u : 41u}, {}};
    const Stretch months = stretch(part, kMonthsOfYear);
    return DateSpan{{year, unsigned(months.from) + 1}, PartialDate{year, unsigned(months.to)}};
  }
  const int first_year = int(first->year());
  if (const long years = int(last->year()) - first_year + 1; years >= 10) {  // a decade or century
    const long third = (years + 1) / 3;
    const Stretch part_years = stretch(part, {third, years - third, years / 2, years});
    return DateSpan{{first_year + int(part_years.from)}, PartialDate{first_year + int(part_years.to) - 1}};
  }
  const bool third_of_week = days == kDaysOfWeek && part <= Part::kEnd;
  const long third = precision == Precision::kMonth ? 10 : (days + 2) / 3;
  const long half = precision == Precision::kMonth ? 15 : (days + 1) / 2;
  const Stretch cut = third_of_week ? kWeek[size_t(part) - size_t(Part::kBegin)]
                                    : stretch(part, {third, std::min(2 * third, days - 1), half, days});
  return days_span(add_days(*first, int(cut.from)), add_days(*first, int(cut.to - 1)));
}

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
  if (meaning.pick_count > 1) {
    const auto count = size_t(meaning.pick_count);
    if (count > inside.size()) return std::nullopt;
    const DateSpan &from = inside[meaning.pick > 0 ? 0 : inside.size() - count],
                   &until = inside[meaning.pick > 0 ? count - 1 : inside.size() - 1];
    return DateSpan{from.from, until.until ? *until.until : until.from};
  }
  const int index = meaning.pick > 0 ? meaning.pick - 1 : int(inside.size()) + meaning.pick;
  if (index < 0 || size_t(index) >= inside.size()) return std::nullopt;
  return inside[size_t(index)];
}

}  // namespace depeche
