#pragma once

#include <chrono>
#include <string>

namespace depeche {

/// "2019-03-01T03:12:09Z"
std::string to_utc(std::chrono::system_clock::time_point time);

/// Seconds since it was made.
class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
  }

 private:
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

}  // namespace depeche
