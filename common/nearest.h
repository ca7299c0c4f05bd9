#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// The candidate that `name` is most likely a misspelling of: smallest edit distance (insertion, deletion,
/// substitution, swap of neighbours; over bytes), at most a third of the longer of both; the first of
/// several. "" if none is near.
std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace depeche
