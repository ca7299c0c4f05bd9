#pragma once

#include <ostream>
#include <vector>

#include "common/json.h"
#include "common/terminal.h"
#include "searcher/deduction.h"
#include "searcher/entity_list.h"
#include "searcher/facets.h"
#include "searcher/view/link_chain.h"

namespace depeche {

/// Facets, entities and links as tables and paragraphs, for the text renderer.
void print_facets(const FacetAnswer& answer, const Terminal& terminal, std::ostream& out);
void print_entities(const EntityAnswer& answer, const Terminal& terminal, std::ostream& out);
void print_links(const Article& article, const Deductions& deduced, const Terminal& terminal,
                 std::ostream& out);

/// The same in JSON (ARCHITECTURE.md, "JSON"): what is whole, and the items of which it is made.
Json facets_json(const FacetAnswer& answer);
std::vector<Json> facet_items(const FacetAnswer& answer);
Json entities_json(const EntityAnswer& answer);
std::vector<Json> entity_items(const EntityAnswer& answer);
Json links_json(const Article& article, const Deductions& deduced);
std::vector<Json> link_items(const Article& article, const Deductions& deduced);
/// The link of a mention in the JSON of an article, where it is deduced.
Json deduced_link_json(const Deduction& deduction);

}  // namespace depeche
