#include "searcher/edit_script.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace depeche {
namespace {

/// A part of the grid whose columns are the items of `before` and whose rows are those of `after`; diagonal d
/// holds the points with x - y = d.
struct Box {
  int32_t left, right;  // items of `before`
  int32_t top, bottom;  // items of `after`
};

struct Point {
  int32_t x, y;
};

class Search {
 public:
  Search(std::span<const uint32_t> before, std::span<const uint32_t> after)
      : before_(before),
        after_(after),
        offset_(static_cast<int32_t>(after.size()) + 1),
        forward_(before.size() + after.size() + 3),
        backward_(forward_.size()),
        deleted_(before.size()),
        inserted_(after.size()) {}

  void run() {
    std::vector<Box> boxes{{0, static_cast<int32_t>(before_.size()), 0, static_cast<int32_t>(after_.size())}};
    while (!boxes.empty()) {
      const Box box = trimmed(boxes.back());
      boxes.pop_back();
      const bool one_sided = box.left == box.right || box.top == box.bottom;
      const std::optional<Point> middle = one_sided ? std::nullopt : middle_of(box);
      if (!middle) {
        std::fill(deleted_.begin() + box.left, deleted_.begin() + box.right, true);
        std::fill(inserted_.begin() + box.top, inserted_.begin() + box.bottom, true);
        continue;
      }
      boxes.push_back({middle->x, box.right, middle->y, box.bottom});
      boxes.push_back({box.left, middle->x, box.top, middle->y});
    }
  }

  std::vector<Change> changes() const {
    std::vector<Change> changes;
    uint32_t x = 0, y = 0;
    while (x < deleted_.size() || y < inserted_.size()) {
      Change change{x, x, y, y};
      while (x < deleted_.size() && deleted_[x]) change.before_end = ++x;
      while (y < inserted_.size() && inserted_[y]) change.after_end = ++y;
      if (change.before_begin < x || change.after_begin < y) changes.push_back(change);
      // Neither is deleted or inserted: one item, in both.
      if (x < deleted_.size()) ++x, ++y;
    }
    return changes;
  }

 private:
  /// Without what is equal at both ends.
  Box trimmed(Box box) const {
    while (box.left < box.right && box.top < box.bottom && before_[box.left] == after_[box.top])
      ++box.left, ++box.top;
    while (box.left < box.right && box.top < box.bottom && before_[box.right - 1] == after_[box.bottom - 1])
      --box.right, --box.bottom;
    return box;
  }

  int32_t& forward(int32_t diagonal) { return forward_[diagonal + offset_]; }
  int32_t& backward(int32_t diagonal) { return backward_[diagonal + offset_]; }

  /// A point inside a trimmed box that a shortest way from corner to corner passes, or a good one where that
  /// takes too many edits; nullopt where the work is spent.
  std::optional<Point> middle_of(const Box& box) {
    const int32_t lowest = box.left - box.bottom, highest = box.right - box.top;
    const int32_t from = box.left - box.top, to = box.right - box.bottom;
    const bool odd = ((from - to) & 1) != 0;
    Reach ahead{from, from}, back{to, to};
    forward(from) = box.left;
    backward(to) = box.right;
    for (int32_t edits = 1;; ++edits) {
      ahead.widen(lowest, highest, [&](int32_t d) { forward(d) = -1; });
      for (int32_t d = ahead.max; d >= ahead.min; d -= 2) {
        const int32_t start = std::max(forward(d - 1) + 1, forward(d + 1));
        int32_t x = start;
        while (x < box.right && x - d < box.bottom && before_[x] == after_[x - d]) ++x;
        forward(d) = x;
        if (odd && back.holds(d) && backward(d) <= x) return Point{x, x - d};
        if (!spend(x - start)) return std::nullopt;
      }
      back.widen(lowest, highest, [&](int32_t d) { backward(d) = std::numeric_limits<int32_t>::max(); });
      for (int32_t d = back.max; d >= back.min; d -= 2) {
        const int32_t start = std::min(backward(d - 1), backward(d + 1) - 1);
        int32_t x = start;
        while (x > box.left && x - d > box.top && before_[x - 1] == after_[x - d - 1]) --x;
        backward(d) = x;
        if (!odd && ahead.holds(d) && x <= forward(d)) return Point{x, x - d};
        if (!spend(start - x)) return std::nullopt;
      }
      if (edits >= kMaxEdits) return furthest(box, ahead, back);
    }
  }

  /// The diagonals that a search has come to; every second one is of its last round.
  struct Reach {
    int32_t min, max;
    bool holds(int32_t diagonal) const { return min <= diagonal && diagonal <= max; }
    /// By one on each side, or inwards at the edge of the box; `close` marks the diagonals beyond.
    template <typename Close>
    void widen(int32_t lowest, int32_t highest, Close close) {
      if (min > lowest)
        close(--min - 1);
      else
        ++min;
      if (max < highest)
        close(++max + 1);
      else
        --max;
    }
  };

  /// Of the points that both searches have come to, the one furthest from the corner it began at.
  Point furthest(const Box& box, const Reach& ahead, const Reach& back) {
    Point best{box.left, box.top};
    int32_t most = 0;
    const auto offer = [&](int32_t x, int32_t y, int32_t gone) {
      if (gone <= most) return;
      most = gone;
      best = {x, y};
    };
    for (int32_t d = ahead.max; d >= ahead.min; d -= 2) {
      const int32_t x = std::min({forward(d), box.right, box.bottom + d});
      offer(x, x - d, (x - box.left) + (x - d - box.top));
    }
    for (int32_t d = back.max; d >= back.min; d -= 2) {
      const int32_t x = std::max({backward(d), box.left, box.top + d});
      offer(x, x - d, (box.right - x) + (box.bottom - (x - d)));
    }
    return best;
  }

  bool spend(int32_t steps) {
    work_ += static_cast<uint64_t>(steps) + 1;
    return work_ <= kMaxWork;
  }

  std::span<const uint32_t> before_, after_;
  int32_t offset_;                           // of diagonal 0 in the tables
  std::vector<int32_t> forward_, backward_;  // furthest x on each diagonal
  std::vector<bool> deleted_, inserted_;
  uint64_t work_ = 0;
};

}  // namespace

std::vector<Change> edit_script(std::span<const uint32_t> before, std::span<const uint32_t> after) {
  Search search(before, after);
  search.run();
  return search.changes();
}

}  // namespace depeche
