#include "indexer/merge_policy.h"

#include <algorithm>
#include <numeric>

namespace depeche {

std::vector<size_t> segments_to_merge(const std::vector<uint64_t>& sizes) {
  if (sizes.size() < kMaxSegments) return {};
  std::vector<size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::stable_sort(order, {}, [&](size_t i) { return sizes[i]; });
  const size_t least = sizes.size() - kMaxSegments + 2;  // merged: one instead of them, and one that is added
  size_t count = 0;
  uint64_t bytes = 0;
  while (count < order.size() && (count < least || sizes[order[count]] <= bytes))
    bytes += sizes[order[count++]];
  order.resize(count);
  std::ranges::sort(order);
  return order;
}

}  // namespace depeche
