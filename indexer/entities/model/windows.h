#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/candidate.h"

namespace depeche::entities {

/// Tokens [first, last) of one line in which a name may stand.
struct Window {
  uint32_t first = 0, last = 0;
};

/// The surroundings of the capitals that a sentence's beginning does not explain, and of what the rules
/// found: where names stand. The rest of a text needs no reading. In order, never overlapping, each in one
/// line.
std::vector<Window> find_windows(const TokenList& tokens, const std::vector<Candidate>& candidates);

}  // namespace depeche::entities
