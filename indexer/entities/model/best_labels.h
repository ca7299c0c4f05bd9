#pragma once

#include <limits>
#include <vector>

#include "indexer/entities/model/labels.h"

namespace depeche::entities {

/// A step of the search: the best score of a sequence that ends with each label, and the label before.
struct LabelStep {
  std::array<int32_t, kLabels> score{};
  std::array<Label, kLabels> from{};
};

constexpr int32_t kNeverLabel = std::numeric_limits<int32_t>::min() / 2;

template <typename Score>
int32_t score_of(const ScoresOf<Score>& scores, Label label) {
  return label == kOutsideName ? 0 : scores[label - 1U];
}

template <typename Score>
LabelStep first_label_step(const ScoresOf<Score>& scores, const TransitionsOf<Score>& transitions) {
  LabelStep step;
  for (Label label = 0; label < kLabels; ++label)
    step.score[label] =
        continues(label) ? kNeverLabel : score_of(scores, label) + transitions[kOutsideName][label];
  return step;
}

template <typename Score>
LabelStep next_label_step(const LabelStep& before, const ScoresOf<Score>& scores,
                          const TransitionsOf<Score>& transitions) {
  LabelStep step;
  for (Label label = 0; label < kLabels; ++label) {
    int32_t best = kNeverLabel;
    Label from = kOutsideName;
    const auto consider = [&](Label previous) {
      const int32_t score = before.score[previous] + transitions[previous][label];
      if (score <= best) return;
      best = score;
      from = previous;
    };
    if (continues(label)) {
      consider(label_of(type_of(label), Position::kFirst));
      consider(label_of(type_of(label), Position::kMiddle));
    } else {
      consider(kOutsideName);
      for (size_t type = 0; type < kTypes; ++type) {
        consider(label_of(static_cast<EntityType>(type), Position::kLast));
        consider(label_of(static_cast<EntityType>(type), Position::kOnly));
      }
    }
    step.score[label] = best + score_of(scores, label);
    step.from[label] = from;
  }
  return step;
}

/// The best allowed sequence of labels for scored tokens (Viterbi); it leaves no name open. Among equals the
/// first label.
template <typename Score>
std::vector<Label> best_labels(const std::vector<ScoresOf<Score>>& scores,
                               const TransitionsOf<Score>& transitions) {
  if (scores.empty()) return {};
  std::vector<LabelStep> steps;
  steps.reserve(scores.size());
  steps.push_back(first_label_step(scores.front(), transitions));
  for (size_t i = 1; i < scores.size(); ++i)
    steps.push_back(next_label_step(steps.back(), scores[i], transitions));
  Label label = kOutsideName;
  for (Label end = 0; end < kLabels; ++end)
    if (!opens(end) && steps.back().score[end] > steps.back().score[label]) label = end;
  std::vector<Label> labels(scores.size());
  for (size_t i = scores.size(); i-- > 0;) {
    labels[i] = label;
    label = steps[i].from[label];
  }
  return labels;
}

}  // namespace depeche::entities
