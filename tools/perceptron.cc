#include "tools/perceptron.h"

#include <algorithm>
#include <cmath>

#include "indexer/entities/model/best_labels.h"
#include "tools/random.h"

namespace depeche {

using namespace entities;  // NOLINT: a tool on that namespace

Perceptron::Perceptron(const std::vector<Sign>& signs, const Options& options)
    : options_(options), signs_(signs) {
  index_.reserve(signs.size());
  for (const Sign sign : signs) index_.emplace(sign, static_cast<uint32_t>(index_.size()));
  const size_t tables = options.domains > 1 ? options.domains + 1 : 1;
  weights_.resize(tables);
  for (Weights& weights : weights_) {
    weights.now.resize(signs.size());
    weights.past.resize(signs.size());
  }
}

std::vector<std::vector<uint32_t>> Perceptron::known_signs(const Example& example, uint64_t random) const {
  Random dice(random);
  std::vector<std::vector<uint32_t>> known(example.labels.size());
  size_t s = 0;
  for (size_t i = 0; i < known.size(); ++i)
    for (; s < example.ends[i]; ++s) {
      if (options_.drop != 0 && dice.below(1000) < options_.drop) continue;
      if (const auto found = index_.find(example.signs[s]); found != index_.end())
        known[i].push_back(found->second);
    }
  return known;
}

bool Perceptron::learn(const Example& example, uint32_t domain, uint64_t random) {
  const std::vector<std::vector<uint32_t>> known = known_signs(example, random);
  std::vector<Weights*> tables{&weights_[0]};
  if (weights_.size() > 1) tables.push_back(&weights_[1 + domain]);
  std::vector<ScoresOf<int32_t>> scores(known.size());
  for (size_t i = 0; i < known.size(); ++i) {
    Row row{};
    for (const Weights* weights : tables)
      for (const uint32_t sign : known[i])
        for (size_t label = 0; label < kLabels; ++label) row[label] += weights->now[sign][label];
    row[example.labels[i]] -= options_.margin;
    for (size_t label = 1; label < kLabels; ++label) scores[i][label - 1] = row[label] - row[kOutsideName];
  }
  const std::vector<Label> guess = best_labels(scores, transitions_);
  const bool right = guess == example.labels;
  for (size_t i = 0; i < known.size() && !right; ++i) {
    const Label from_guess = i == 0 ? kOutsideName : guess[i - 1];
    const Label from_gold = i == 0 ? kOutsideName : example.labels[i - 1];
    if (from_guess != from_gold || guess[i] != example.labels[i]) {
      move_transition(from_gold, example.labels[i], 1);
      move_transition(from_guess, guess[i], -1);
    }
    if (guess[i] == example.labels[i]) continue;
    for (Weights* weights : tables)
      for (const uint32_t sign : known[i]) {
        weights->move(sign, example.labels[i], 1, step_);
        weights->move(sign, guess[i], -1, step_);
      }
  }
  ++step_;
  return right;
}

void Perceptron::start_again() {
  for (Weights& weights : weights_)
    for (size_t sign = 0; sign < weights.now.size(); ++sign)
      for (Label label = 0; label < kLabels; ++label)
        weights.move(sign, label, -weights.now[sign][label], step_);
  for (Label from = 0; from < kLabels; ++from)
    for (Label to = 0; to < kLabels; ++to) move_transition(from, to, -transitions_[from][to]);
}

void Perceptron::move_transition(Label from, Label to, int32_t change) {
  transitions_[from][to] += change;
  past_transitions_[from][to] += change * step_;
}

/// Mean weights against « outside », and by what they were multiplied to fit into a byte.
std::vector<WeighedSign> Perceptron::weighed(double& scale) const {
  std::vector<std::array<double, kNameLabels>> means(signs_.size());
  std::vector<double> sizes;
  for (size_t s = 0; s < signs_.size(); ++s) {
    std::array<double, kLabels> mean{};
    for (size_t t = 0; t < std::min<size_t>(weights_.size(), 2); ++t)
      for (size_t label = 0; label < kLabels; ++label)
        mean[label] += static_cast<double>(weights_[t].now[s][label]) -
                       static_cast<double>(weights_[t].past[s][label]) / static_cast<double>(step_);
    double largest = 0;
    for (size_t label = 1; label < kLabels; ++label) {
      means[s][label - 1] = mean[label] - mean[kOutsideName];
      largest = std::max(largest, std::abs(means[s][label - 1]));
    }
    if (largest > 0) sizes.push_back(largest);
  }
  // All but one in two thousand fit; the largest are cut.
  constexpr size_t kCut = 2000;
  constexpr double kMax = 127;
  std::sort(sizes.begin(), sizes.end());
  scale = sizes.empty() ? 1 : kMax / std::max(sizes[sizes.size() - 1 - sizes.size() / kCut], 1e-9);
  std::vector<WeighedSign> rounded(signs_.size());
  for (size_t s = 0; s < signs_.size(); ++s) {
    rounded[s].sign = signs_[s];
    for (size_t label = 0; label < kNameLabels; ++label)
      rounded[s].weights[label] =
          static_cast<int8_t>(std::lround(std::clamp(means[s][label] * scale, -kMax, kMax)));
  }
  return rounded;
}

NameModel Perceptron::model(size_t max_bytes) const {
  double scale = 1;
  std::vector<WeighedSign> signs = weighed(scale);
  const auto size_of = [](const WeighedSign& sign) {
    int largest = 0;
    for (const int weight : sign.weights) largest = std::max(largest, std::abs(weight));
    return largest;
  };
  std::erase_if(signs, [&](const WeighedSign& sign) { return size_of(sign) == 0; });
  std::sort(signs.begin(), signs.end(), [&](const WeighedSign& a, const WeighedSign& b) {
    const int x = size_of(a), y = size_of(b);
    return x != y ? x > y : a.sign < b.sign;
  });
  Transitions transitions{};
  constexpr double kMax = 32000;
  for (size_t from = 0; from < kLabels; ++from)
    for (size_t to = 0; to < kLabels; ++to) {
      const double mean = static_cast<double>(transitions_[from][to]) -
                          static_cast<double>(past_transitions_[from][to]) / static_cast<double>(step_);
      transitions[from][to] = static_cast<int16_t>(std::lround(std::clamp(mean * scale, -kMax, kMax)));
    }
  for (;;) {
    NameModel model(signs, transitions);
    const size_t bytes = model.encode().size();
    if (bytes <= max_bytes || signs.empty()) return model;
    const double share = static_cast<double>(max_bytes) / static_cast<double>(bytes);
    signs.resize(
        std::min(signs.size() - 1, static_cast<size_t>(static_cast<double>(signs.size()) * share * 0.999)));
  }
}

}  // namespace depeche
