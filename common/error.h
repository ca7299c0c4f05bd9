#pragma once

#include <stdexcept>
#include <string>

namespace depeche {

/// Exit codes of both programs (ARCHITECTURE.md, "Exit codes").
enum class ExitCode : int {
  kOk = 0,              // indexer: published; searcher: something found
  kRejects = 1,         // indexer: published, some records rejected
  kNothingFound = 1,    // searcher: nothing found
  kUsage = 2,           // usage, query syntax, bad date
  kTooManyRejects = 3,  // too many records rejected, or articles whose source vanished
  kEnvironment = 4,     // I/O, disk full, permission; index missing
  kLocked = 5,
  kIndex = 6,  // index unusable, damaged or of another schema
  kInternal = 7,
  kRefused = 8,        // query refused, the limit is named
  kTimeLimit = 9,      // partial answer, marked
  kInterrupted = 130,  // indexer: stopped by SIGINT
  kTerminated = 143,   // indexer: stopped by SIGTERM
};

/// A run that cannot go on. Thrown anywhere, caught once, in main. what() is one translated line that names
/// place and remedy, without the program's name in front.
class Error : public std::runtime_error {
 public:
  Error(ExitCode code, const std::string& what) : std::runtime_error(what), code_(code) {}
  ExitCode code() const { return code_; }

 private:
  ExitCode code_;
};

/// "what: path: reason of errno_value", with ExitCode::kEnvironment.
Error system_error(const std::string& what, const std::string& path, int errno_value);

}  // namespace depeche
