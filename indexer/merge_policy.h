#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace depeche {

/// More segments than that are merged: each costs every query a look.
constexpr size_t kMaxSegments = 10;

/// Which of the segments of these sizes (bytes) to merge into one, so that with the one that a run adds there
/// are at most kMaxSegments: ascending indices, none where there are few enough. The smallest go together,
/// and one more as long as it is no larger than those before it: so a document is written again about once
/// each time that the index doubles.
std::vector<size_t> segments_to_merge(const std::vector<uint64_t>& sizes);

}  // namespace depeche
