#pragma once

#include "common/file.h"
#include "common/index_layout.h"

namespace depeche {

/// Makes this process the one indexer of an index, until destroyed; the kernel releases the lock of a process
/// that ends in any way. The file holds "PID START" of the last holder, for people, and is never removed.
class RunLock {
 public:
  /// Makes the index directory if it is missing, and takes INDEX/indexer.lock without waiting.
  /// Throws Error: kLocked naming the holder's process if there is one; kEnvironment if the directory cannot
  /// be made or written.
  explicit RunLock(const IndexLayout& layout);

 private:
  FileDescriptor file_;
};

}  // namespace depeche
