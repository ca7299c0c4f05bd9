#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// Edits that make `b` of `a`: insertion, deletion, substitution, swap of neighbours, over bytes (optimal
/// string alignment distance).
size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate that `name` is most likely a misspelling of: smallest edit distance (insertion, deletion,
/// substitution, swap of neighbours; over bytes), at most a third of the longer of both; the first of
/// several. "" if none is near.
std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace depeche
