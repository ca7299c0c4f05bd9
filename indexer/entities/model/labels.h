#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "common/article.h"

/// What the model says of a token: outside (0), or the first, a middle, the last or the only token of a name
/// of a type.
namespace depeche::entities {

using Label = uint8_t;
enum class Position : uint8_t { kFirst, kMiddle, kLast, kOnly };

constexpr size_t kPositions = 4;
constexpr size_t kTypes = 4;
/// Labels of names; each has a weight in a row of the model, « outside » is what they are weighed against.
constexpr size_t kNameLabels = kPositions * kTypes;
constexpr size_t kLabels = kNameLabels + 1;
constexpr Label kOutsideName = 0;

constexpr Label label_of(EntityType type, Position position) {
  return static_cast<Label>(1 + static_cast<size_t>(type) * kPositions + static_cast<size_t>(position));
}
/// Of a label that is not kOutsideName.
constexpr EntityType type_of(Label label) { return static_cast<EntityType>((label - 1) / kPositions); }
constexpr Position position_of(Label label) { return static_cast<Position>((label - 1) % kPositions); }

/// Whether a name is open behind the label.
constexpr bool opens(Label label) {
  return label != kOutsideName &&
         (position_of(label) == Position::kFirst || position_of(label) == Position::kMiddle);
}
/// Whether the label goes on with a name.
constexpr bool continues(Label label) {
  return label != kOutsideName &&
         (position_of(label) == Position::kMiddle || position_of(label) == Position::kLast);
}
/// Whether `next` may stand behind `label`.
constexpr bool may_follow(Label label, Label next) {
  if (opens(label) != continues(next)) return false;
  return !opens(label) || type_of(label) == type_of(next);
}

/// The position of token `i` in a name of the tokens [first, last).
constexpr Position position_in(size_t i, size_t first, size_t last) {
  if (first + 1 == last) return Position::kOnly;
  if (i == first) return Position::kFirst;
  return i + 1 == last ? Position::kLast : Position::kMiddle;
}

/// Scores of the labels of names at one token, « outside » being 0.
template <typename Score>
using ScoresOf = std::array<Score, kNameLabels>;
using LabelScores = ScoresOf<int16_t>;
/// What a label adds when it follows another.
template <typename Score>
using TransitionsOf = std::array<std::array<Score, kLabels>, kLabels>;
using Transitions = TransitionsOf<int16_t>;

}  // namespace depeche::entities
