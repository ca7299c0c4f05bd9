#pragma once

#include "common/date_query.h"
#include "common/schema.h"
#include "searcher/plan.h"
#include "searcher/vocabulary.h"

namespace depeche {

/// The terms of every date that may fall on a day from `first` to `last` (nullopt is open): years, months and
/// days as far as the index has them, and the dates known only in part.
TermGroups range_terms(const DatePrefixes& prefixes, std::optional<Day> first, std::optional<Day> last,
                       const Vocabulary& vocabulary);

/// The same for one day of every year, or for one month where `day` is 0.
TermGroups month_day_terms(const DatePrefixes& prefixes, unsigned month, unsigned day,
                           const Vocabulary& vocabulary);

}  // namespace depeche
