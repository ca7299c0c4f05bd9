#pragma once

#include <string>
#include <vector>

#include "common/civil_date.h"
#include "common/schema.h"

namespace depeche {

/// Intervals that are longer are known by their ends only.
constexpr int kMaxSpanYears = 200;

/// The terms by which searcher/date_terms.h finds a date or interval: by every range of days that meets it,
/// and by every day and month in it. Whole years and months inside it have one term each, the days left one
/// each with their roll-ups. Of an interval with an open end, or longer than kMaxSpanYears, the ends that are
/// stated are dates on their own. At most some 300 terms; ascending, once each. Empty for an impossible or
/// empty date.
std::vector<std::string> span_terms(const DatePrefixes& prefixes, const DateSpan& span);

}  // namespace depeche
