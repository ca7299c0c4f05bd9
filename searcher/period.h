#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/civil_date.h"

namespace depeche {

/// What a timeline is divided into. Weeks begin on Monday (ISO 8601).
enum class PeriodUnit { kDay, kWeek, kMonth, kYear };

/// A period by its number: those of one unit follow each other without a gap.
using PeriodNumber = int64_t;

PeriodNumber period_of(Day day, PeriodUnit unit);
Day first_day_of(PeriodNumber period, PeriodUnit unit);
Day last_day_of(PeriodNumber period, PeriodUnit unit);
/// As ISO 8601 has it: "2019-02-13", "2019-W07", "2019-02", "2019".
std::string period_label(PeriodNumber period, PeriodUnit unit);

/// "day", "week", "month", "year": names on the command line and in JSON.
std::string_view name_of(PeriodUnit unit);

}  // namespace depeche
