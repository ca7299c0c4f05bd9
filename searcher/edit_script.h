#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace depeche {

/// A stretch of one sequence that became a stretch of another; one of them may be empty. Half-open.
struct Change {
  uint32_t before_begin = 0, before_end = 0;
  uint32_t after_begin = 0, after_end = 0;
  friend bool operator==(const Change&, const Change&) = default;
};

/// The changes that make `after` of `before`, ascending, each two with something equal between them.
/// They delete and insert as few items as possible (E. W. Myers, "An O(ND) difference algorithm and its
/// variations", Algorithmica 1, 1986: the variant in linear space) unless the two differ by much:
/// past kMaxEdits edits a stretch is split where the search has come furthest (as in GNU diff), and past
/// kMaxWork steps what is left is one change each. Always right, then not always the shortest.
/// Precondition: both together have less than 2^31 items.
std::vector<Change> edit_script(std::span<const uint32_t> before, std::span<const uint32_t> after);

constexpr int32_t kMaxEdits = 1024;
constexpr uint64_t kMaxWork = uint64_t{1} << 26;  // about a second at most

}  // namespace depeche
