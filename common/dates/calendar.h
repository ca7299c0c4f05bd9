#pragma once

#include <optional>

#include "common/civil_date.h"

namespace depeche {

inline constexpr int kLastYear = 9999;

Day add_days(Day day, int days);
/// Days from `first` to `last`; negative where `last` is earlier.
long days_between(Day first, Day last);
/// The Monday of the ISO week that holds `day`.
Day monday_of(Day day);
/// A month moved by `months`. Precondition: month 1..12. The year may leave 1..9999: then it is !possible().
PartialDate add_months(PartialDate month, int months);
/// Monday to Sunday of the ISO 8601 week 1..53 of a year; nullopt where the year has no such week.
std::optional<DateSpan> iso_week(int year, int week);
/// The century of an ordinal: the 19th is 1801/1900.
DateSpan century(int ordinal);

}  // namespace depeche
