#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace depeche {

/// How far a run is.
struct Progress {
  uint64_t files = 0, records = 0, bytes = 0;
  uint64_t all_files = 0, all_bytes = 0;  // to be read in all; 0 where that is not known
};

/// One line for people: files, records, rate, and the time left where the whole is known.
std::string to_text(const Progress& progress, double seconds);

/// Standard error of a run: warnings, and a line of progress that never runs into them. Not thread-safe.
class Console {
 public:
  Console(bool quiet, bool progress);
  ~Console() { clear(); }
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  /// "depeche-indexer: <line>"; nothing when quiet. Make paths in it visible_text().
  void warn(const std::string& line);
  /// Shows progress where that was asked for: on a terminal in place, at most five times a second; elsewhere
  /// a line a minute. Cheap to call often.
  void show(const Progress& progress);
  /// A step that shows no progress of its own begins: "checking the index".
  void announce(const std::string& step);
  /// Takes the line of progress away.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  void draw(const std::string& line);

  const bool quiet_, progress_, terminal_;
  const Clock::time_point started_ = Clock::now();
  Clock::time_point next_;
  size_t drawn_ = 0;  // columns of the line in place
};

}  // namespace depeche
