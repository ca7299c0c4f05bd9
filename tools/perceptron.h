#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "indexer/entities/model/name_model.h"
#include "tools/examples.h"

namespace depeche {

/// The averaged structured perceptron (Collins 2002): guesses an example with the weights so far, and where
/// the guess is wrong moves the weights of the signs from what was guessed towards what is right. The mean of
/// all weights along the way is the model. All in whole numbers: the same examples in the same order give the
/// same model everywhere.
///
/// With several domains each sign has a weight for all of them and one of its own for each (Daumé 2007): what
/// holds in the old press only does not touch what is learnt for dispatches. The model is of domain 0.
class Perceptron {
 public:
  /// `margin`: by how much the right labels must win. `drop`: which share of the signs, in 1/1000, is left
  /// out of an example each time, so that no sign is leant upon too much.
  struct Options {
    uint32_t domains = 1;
    int32_t margin = 0;
    uint32_t drop = 0;
  };

  Perceptron(const std::vector<entities::Sign>& signs, const Options& options);

  /// One step. Returns whether the guess was right.
  bool learn(const Example& example, uint32_t domain, uint64_t random);

  /// Forgets the weights but not their mean: what several beginnings agree upon is surer.
  void start_again();

  /// The mean of the weights as a model of at most `max_bytes`: the weakest signs are dropped.
  entities::NameModel model(size_t max_bytes) const;

 private:
  using Row = std::array<int32_t, entities::kLabels>;
  using Sums = std::array<int64_t, entities::kLabels>;
  /// Weights of the signs in one domain, or in all.
  struct Weights {
    std::vector<Row> now;
    std::vector<Sums> past;  // each change times the step at which it was made
    void move(size_t sign, entities::Label label, int32_t change, int64_t step) {
      now[sign][label] += change;
      past[sign][label] += change * step;
    }
  };

  void move_transition(entities::Label from, entities::Label to, int32_t change);
  std::vector<std::vector<uint32_t>> known_signs(const Example& example, uint64_t random) const;
  std::vector<entities::WeighedSign> weighed(double& scale) const;

  Options options_;
  std::unordered_map<entities::Sign, uint32_t> index_;
  std::vector<entities::Sign> signs_;
  std::vector<Weights> weights_;  // [0] of all domains, [1 + d] of domain d
  entities::TransitionsOf<int32_t> transitions_{};
  std::array<std::array<int64_t, entities::kLabels>, entities::kLabels> past_transitions_{};
  int64_t step_ = 1;
};

}  // namespace depeche
