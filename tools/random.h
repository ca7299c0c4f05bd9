#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace depeche {

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine, which <random> does not promise.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t next() {
    uint64_t x = state_ += 0x9E3779B97F4A7C15;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
  }
  /// Less than `limit`, which is not 0.
  uint64_t below(uint64_t limit) { return next() % limit; }

  template <typename Item>
  void shuffle(std::vector<Item>& items) {
    for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  uint64_t state_;
};

}  // namespace depeche
