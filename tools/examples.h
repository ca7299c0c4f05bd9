#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/model/features.h"
#include "indexer/entities/model/labels.h"
#include "tools/gold.h"

namespace depeche {

/// A window of a text with what the model sees there and what it should say.
struct Example {
  std::vector<entities::Sign> signs;  // of all tokens, one token after the other
  std::vector<uint32_t> ends;         // of each token's signs
  std::vector<entities::Label> labels;
};

/// The windows of a text, read as the indexer reads it. A name whose ends are within words marks these words
/// as a whole; names outside all windows are left out.
std::vector<Example> examples_of(const GoldText& gold);

}  // namespace depeche
