#pragma once

#include <ostream>
#include <string_view>
#include <vector>

#include "common/json.h"
#include "common/terminal.h"
#include "searcher/concordance.h"

namespace depeche {

/// A concordance: date, identifier, left context, hit, right context; hits begin in one column, whatever
/// their width and that of the words before them. On a terminal contexts are cut at their far ends, and
/// identifiers left out where they would leave the hits too little room; elsewhere lines are whole.
void print_concordance(const Concordance& concordance, const Terminal& terminal, std::ostream& out);
void print_groups(const HitGroups& groups, const Terminal& terminal, std::ostream& out);

/// The same in JSON (ARCHITECTURE.md, "JSON"): what is whole, and the items of which it is made.
Json concordance_json(const Concordance& concordance);
std::vector<Json> line_items(const Concordance& concordance);
Json groups_json(const HitGroups& groups);
std::vector<Json> group_items(const HitGroups& groups);

/// "form", "left1", "right1": names on the command line, in JSON and in CSV.
std::string_view name_of(HitGrouping by);

}  // namespace depeche
