#pragma once

#include <string>
#include <string_view>

#include "common/file.h"

namespace depeche {

/// A file that a run writes beside its index. Opened, but not yet emptied, before the run does anything, so
/// that a path that cannot be written is known in time. Every failure is an Error (kEnvironment) naming the
/// path.
class OutputFile {
 public:
  /// Creates the file where there is none. "-" is standard output.
  explicit OutputFile(const std::string& path);

  /// Empties a regular file.
  void truncate();
  void write(std::string_view bytes);
  /// What was written is on disk when it returns; nothing where the file has no disk (a pipe, a terminal).
  void sync();

 private:
  std::string path_;
  FileDescriptor file_;
};

}  // namespace depeche
