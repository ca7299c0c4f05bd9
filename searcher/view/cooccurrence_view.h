#pragma once

#include <ostream>
#include <vector>

#include "common/json.h"
#include "common/terminal.h"
#include "searcher/related/cooccurrence.h"
#include "searcher/view/csv.h"

namespace depeche {

/// What stands with the answers of a query: a table, JSON (ARCHITECTURE.md, "JSON": what is whole, and the
/// items of which it is made), records.
void print_cooccurrents(const Cooccurrences& found, const Terminal& terminal, std::ostream& out);
Json cooccurrences_json(const Cooccurrences& found);
std::vector<Json> cooccurrent_items(const Cooccurrences& found);
void write_cooccurrents(const Cooccurrences& found, CsvWriter& csv);

}  // namespace depeche
