#pragma once

#include <optional>
#include <string>

#include "common/error.h"
#include "common/file.h"
#include "common/index_layout.h"

namespace depeche {

/// Makes this process the one indexer of an index, until destroyed; the kernel releases the lock of a process
/// that ends in any way. The file holds "PID START" of the last holder, and on a second line "END CODE" once
/// it has ended; it is never removed.
class RunLock {
 public:
  /// Makes the index directory if it is missing, and takes INDEX/indexer.lock without waiting.
  /// Throws Error: kLocked naming the holder's process if there is one; kEnvironment if the directory cannot
  /// be made or written.
  explicit RunLock(const IndexLayout& layout);

  /// Notes how the run ended, for last_run(). What cannot be written stays unknown.
  void note_end(ExitCode code) const;

 private:
  FileDescriptor file_;
};

/// What the lock file tells of the last run that took the lock.
struct LastRun {
  unsigned long process = 0;
  std::string started;           // UTC, "2019-03-01T03:12:09Z"
  std::string ended;             // "" where no end was noted: it is at work, or was killed
  std::optional<int> exit_code;  // where it ended
  bool at_work = false;          // holds the lock now; false where the system does not tell
};

/// Reads the lock file and the system's table of locks; takes no lock. nullopt where no run has ever taken
/// it. Throws Error (kEnvironment) where the file cannot be read.
std::optional<LastRun> last_run(const IndexLayout& layout);

}  // namespace depeche
