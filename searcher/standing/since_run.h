#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "common/manifest.h"

namespace depeche {

/// From which published state on articles are news: the value of --since-run, and what a file that it names
/// holds.
class SinceRun {
 public:
  /// `text`: the number of a state; `last`, the state before the one in force; else the path of a file with
  /// the number, whose absence means the state in force. Reads the file. Throws Error (kUsage) where the file
  /// holds something else or cannot be read, or its directory is missing.
  static SinceRun read(const std::string& text);

  /// The number, given the state in force. Throws Error (kUsage) where that state is an earlier one, or was
  /// published at another time than the file remembers: of an index that was built anew, or another one.
  uint64_t state(const Manifest& manifest) const;

  /// Whether there was no file yet.
  bool first() const { return !file_.empty() && !number_; }
  /// The file that remembers how far the last digest reached; empty: none.
  const std::filesystem::path& file() const { return file_; }
  /// Replaces that file, if there is one, as a whole: the number of the state and the time of its
  /// publication. Throws Error (kEnvironment).
  void reached(const Manifest& manifest) const;

 private:
  std::filesystem::path file_;
  std::optional<uint64_t> number_;  // none: `last`, or a file that is missing
  std::string published_;           // when the file's state was; "" if it does not say
};

}  // namespace depeche
