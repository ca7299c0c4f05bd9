#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/model/windows.h"

/// What the model looks at. A sign is a hash of « this is so here »; the model has a weight for each sign and
/// label. Signs of a written word alone are apart from signs of its surroundings: the former can be added up
/// once for each word of the language.
namespace depeche::entities {

/// Raised when a sign is added, dropped or hashed otherwise: a model of other signs is no model.
constexpr uint32_t kSignSet = 3;

using Sign = uint32_t;

/// What lists and rules say of each token of a field, for the signs.
class Hints {
 public:
  Hints(const TokenList& tokens, const std::vector<Candidate>& candidates,
        const std::vector<Window>& windows);

  /// 0 where nothing is known; else which position of a name of which type, and how sure.
  uint8_t listed(size_t i) const { return i < listed_.size() ? listed_[i] : 0; }
  /// Candidate::rule of what rules found.
  uint8_t rule(size_t i) const { return i < rule_.size() ? rule_[i] : 0; }
  /// What the lexicon knows: types and position.
  uint8_t lexicon(size_t i) const { return i < lexicon_.size() ? lexicon_[i] : 0; }
  uint8_t ruled(size_t i) const { return i < ruled_.size() ? ruled_[i] : 0; }

 private:
  std::vector<uint8_t> listed_, lexicon_, ruled_, rule_;
};

/// How far from a token words are looked at by themselves, on both sides.
constexpr int kReach = 2;

/// The neighbour of token `i` of a window at `offset`; a token that is nothing beyond the line.
const EntityToken& neighbour(const TokenList& tokens, size_t i, int offset);

/// Adds the signs that a token has by how it is written, seen from `offset` tokens beside it.
void add_word_signs(const EntityToken& token, int offset, std::vector<Sign>& signs);
/// Adds the other signs of token `i`.
void add_context_signs(const TokenList& tokens, const Hints& hints, uint64_t article, size_t i,
                       std::vector<Sign>& signs);

}  // namespace depeche::entities
