#pragma once

#include <optional>

#include "common/dates/expression.h"

namespace depeche {

/// From the first day to the last; one day where they are the same.
DateSpan days_span(Day first, Day last);

/// The unit that holds `day`, moved by `steps`: a week from Monday, a week-end its two days. nullopt for
/// units that are no spans of days.
std::optional<DateSpan> unit_at(TimeUnit unit, Day day, int steps);

/// Whole units before the one that holds `day` (count < 0) or behind it; hours and minutes up to or from the
/// day. nullopt for units that are no spans. Precondition: count != 0.
std::optional<DateSpan> units_around(TimeUnit unit, Day day, int count);

/// The day moved by units: a month later is the same day of the next month, or its last. nullopt outside the
/// calendar.
std::optional<Day> move_day(Day day, TimeUnit unit, int steps);

/// The meaning's part of a span: its begin, middle or end as usage has it, else by thirds; its halves; the
/// week of its first day. nullopt where an end of the span is open.
std::optional<DateSpan> part_of(const DateSpan& span, TimeMeaning::Part part);

/// What the meaning picks in a span: « premier mercredi de », « dernier jour de », « deuxième quinzaine de ».
/// nullopt where there is no such thing in it.
std::optional<DateSpan> pick_in(const DateSpan& span, const TimeMeaning& meaning);

}  // namespace depeche
