#pragma once

#include <algorithm>
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
  /// Seconds left, as SearchOptions::time_limit has them: more than 0 even where it has passed; 0: no end.
  double left() const {
    constexpr double kLeast = 1e-9;
    if (!limited_) return 0;
    return std::max(kLeast, std::chrono::duration<double>(end_ - Clock::now()).count());
  }

 private:
  using Clock = std::chrono::steady_clock;
  bool limited_;
  Clock::time_point end_{};
};

}  // namespace depeche
