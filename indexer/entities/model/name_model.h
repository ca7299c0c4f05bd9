#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/model/features.h"
#include "indexer/entities/model/labels.h"

namespace depeche::entities {

/// What a sign says for each label of a name, against « outside ».
using SignWeights = std::array<int8_t, kNameLabels>;

struct WeighedSign {
  Sign sign = 0;
  SignWeights weights{};
};

/// The weights that a trainer found (tools/train-entities). Immutable, shared by threads.
class NameModel {
 public:
  /// `signs` in any order, each once; the sign 0 is left out, it marks a free slot.
  NameModel(const std::vector<WeighedSign>& signs, const Transitions& transitions);

  /// Adds the weights of `signs` to `scores`, nothing for a sign it does not know. Reorders and drops signs.
  void add_all(std::vector<Sign>& signs, LabelScores& scores) const;
  const Transitions& transitions() const { return transitions_; }
  size_t size() const { return size_; }
  /// 16 hexadecimal digits that differ between models.
  const std::string& checksum() const { return checksum_; }

  /// The model as a file holds it; the same bytes for the same weights.
  std::string encode() const;
  /// Throws Error (kEnvironment) that names `path` and the remedy if the bytes are no whole model of this
  /// program's signs.
  static NameModel decode(std::string_view bytes, const std::string& path);
  /// Reads the file with decode(). Throws also if it cannot be read.
  static NameModel read(const std::string& path);

 private:
  size_t slot_of(Sign sign) const;
  bool may_know(Sign sign) const;

  size_t size_ = 0;
  uint32_t mask_ = 0;
  // Open addressing with linear probing. Most signs of a text are not known: a filter of one bit a hash,
  // small enough for the processor's cache, tells most of them.
  std::vector<WeighedSign> slots_;
  std::vector<uint64_t> filter_;
  uint32_t filter_mask_ = 0;
  Transitions transitions_;
  std::string checksum_;
};

}  // namespace depeche::entities
