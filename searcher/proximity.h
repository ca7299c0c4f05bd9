#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "common/article.h"

namespace depeche {

/// A place in an article: a token, or several that belong together.
struct Occurrence {
  uint32_t first = 0, last = 0;  // positions
  Span span;
};
using Occurrences = std::vector<Occurrence>;

/// Of several lists, one a child of PRES or SUIVI, the occurrences that stand together with one of every
/// other list: no more than `distance` positions from the end of the first to the beginning of the last of
/// them, in the order of the lists if `ordered`, never sharing a position.
Occurrences within_distance(const std::vector<Occurrences>& children, unsigned distance, bool ordered);

/// The occurrences that share a unit (sentence, paragraph) with one of every other list; `unit_of` numbers
/// the units.
Occurrences within_unit(const std::vector<Occurrences>& children,
                        const std::function<uint64_t(const Occurrence&)>& unit_of);

}  // namespace depeche
