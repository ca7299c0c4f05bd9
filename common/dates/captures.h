#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "common/dates/expression.h"

namespace depeche {

/// What a pattern can take twice at most. A vector would allocate for every rule that is tried.
template <typename T>
class TwoOf {
 public:
  /// A third one is dropped.
  void push_back(T value) {
    if (size_ < items_.size()) items_[size_++] = value;
  }
  bool empty() const { return size_ == 0; }
  size_t size() const { return size_; }
  T front() const { return items_[0]; }
  T operator[](size_t i) const { return items_[i]; }
  const T* begin() const { return items_.data(); }
  const T* end() const { return items_.data() + size_; }

 private:
  std::array<T, 2> items_{};
  size_t size_ = 0;
};

/// What the elements of a pattern took from the tokens.
struct TimeCaptures {
  TwoOf<unsigned> days;                // D
  TwoOf<unsigned> years;               // Y
  TwoOf<unsigned> numbers;             // R
  TwoOf<const TimeExpression*> parts;  // X, A
  int count = 0;                       // N
  int ordinal = 0;
  TimeUnit unit = TimeUnit::kNone;
  unsigned weekday = 0, month = 0, season = 0, holiday = 0;
  std::optional<uint16_t> minute;
  TimeMeaning::DayPart day_part = TimeMeaning::DayPart::kNone;
  bool spelled_count = false;
  bool half = false;    // « et demi »
  bool plural = false;  // of U
};

}  // namespace depeche
