#pragma once

#include <memory>
#include <vector>

#include "indexer/entities/model/name_model.h"

namespace depeche::entities {

/// Finds names by the model. Remembers what it has added up for each written word: not thread-safe, and for
/// the words of one Vocabulary.
class Tagger {
 public:
  explicit Tagger(std::shared_ptr<const NameModel> model) : model_(std::move(model)) {}

  /// Names of a field, by first token, never overlapping, none across lines. `ruled`: what the rules found in
  /// it. `generation`: of the vocabulary. Linear in the number of tokens.
  std::vector<Candidate> find(const TokenList& tokens, const std::vector<Candidate>& ruled, uint64_t article,
                              uint32_t generation);

  const NameModel& model() const { return *model_; }

 private:
  static constexpr size_t kOffsets = 2 * kReach + 1;
  struct WordScores {
    std::array<LabelScores, kOffsets> at;  // from kReach before to kReach behind
    uint32_t known = 0;                    // bits: which are added up
  };

  void add_word(const EntityToken& token, int offset, LabelScores& scores);
  LabelScores score(const TokenList& tokens, const Hints& hints, uint64_t article, size_t i);

  std::shared_ptr<const NameModel> model_;
  std::vector<WordScores> words_;  // by WrittenWord::id
  uint32_t generation_ = 0;
  std::vector<Sign> signs_;
};

}  // namespace depeche::entities
