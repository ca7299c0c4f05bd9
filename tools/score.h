#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "tools/gold.h"

namespace depeche {

/// How many names were right, and how many there were.
struct Tally {
  uint64_t right = 0, found = 0, gold = 0;

  double precision() const {
    return found == 0 ? 0 : static_cast<double>(right) / static_cast<double>(found);
  }
  double recall() const { return gold == 0 ? 0 : static_cast<double>(right) / static_cast<double>(gold); }
  double f1() const {
    return found + gold == 0 ? 0 : 2.0 * static_cast<double>(right) / static_cast<double>(found + gold);
  }
};

/// Counts names whose span and type are right, over any number of texts.
class Scores {
 public:
  /// Both by offset, never overlapping.
  void add(const std::vector<GoldName>& gold, const std::vector<GoldName>& found);

  const Tally& of(EntityType type) const { return by_type_[static_cast<size_t>(type)]; }
  Tally all() const;
  /// Only the span counts.
  const Tally& spans() const { return spans_; }
  /// All types but MISC.
  Tally main_types() const;
  /// A table, with a line feed at its end.
  std::string table() const;

 private:
  std::array<Tally, 4> by_type_;
  Tally spans_;
};

}  // namespace depeche
