#pragma once

#include <ostream>
#include <vector>

#include "common/json.h"
#include "common/terminal.h"
#include "searcher/timeline.h"

namespace depeche {

/// A timeline as a table with bars that fill the width of the terminal, all on one scale: the greatest figure
/// of the measure. One query has all its figures; of several side by side that of the measure is shown.
/// Articles that stand in no period have lines of their own below, without bars.
void print_timeline(const Timeline& timeline, TimelineMeasure measure, const Terminal& terminal,
                    std::ostream& out);

/// The same in JSON (ARCHITECTURE.md, "JSON"): what is whole, and the periods of which it is made.
Json timeline_json(const Timeline& timeline);
std::vector<Json> period_items(const Timeline& timeline);

}  // namespace depeche
