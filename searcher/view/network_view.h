#pragma once

#include <ostream>
#include <vector>

#include "common/json.h"
#include "common/terminal.h"
#include "searcher/related/network.h"
#include "searcher/view/csv.h"

namespace depeche {

/// A network of names as text: a table of the edges of most articles, asked.rows at most.
void print_network(const Network& network, const Terminal& terminal, std::ostream& out);

/// The same in JSON (ARCHITECTURE.md, "JSON"): what is whole, and its edges.
Json network_json(const Network& network);
std::vector<Json> edge_items(const Network& network);

/// Its edges as records; the first columns are those that Gephi imports.
void write_edges(const Network& network, CsvWriter& csv);

/// The same as GEXF 1.3 (https://gexf.net/schema.html; data/schemas/depeche-gexf.rng is what is written of
/// it): a dynamic graph, whose spells are the days of articles published on a day known for certain.
void write_gexf(const Network& network, std::ostream& out);

}  // namespace depeche
