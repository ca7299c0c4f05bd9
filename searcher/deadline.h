#pragma once

#include <chrono>

namespace depeche {

/// The end of the time that an answer may take.
class Deadline {
 public:
  /// `seconds` from now; 0: never.
  explicit Deadline(double seconds) : limited_(seconds > 0) {
    if (limited_)
      end_ =
          Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  }
  bool passed() const { return limited_ && Clock::now() >= end_; }

 private:
  using Clock = std::chrono::steady_clock;
  bool limited_;
  Clock::time_point end_{};
};

}  // namespace depeche
