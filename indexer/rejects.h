#pragma once

#include <map>
#include <optional>
#include <string>

#include "corpus/record.h"
#include "indexer/console.h"
#include "indexer/output_file.h"

namespace depeche {

/// A rejection as one line of the rejects file, without line feed. `record` and `offset` are null where the
/// whole file was left out.
std::string to_reject_line(const Rejection& rejection);

/// The same for people: "PATH: record 3: message [E_DATE]", safe on a terminal.
std::string to_warning(const Rejection& rejection);

/// Keeps what was rejected, in the order of the records: every rejection in a file, or the first as warnings;
/// of those that the user asked for (--languages) none is warned of.
class Rejects {
 public:
  /// With a path the file is emptied and filled, and nothing is warned of; else at most `max_warnings`
  /// warnings. Throws Error (kEnvironment), as do the functions.
  Rejects(const std::string& path, uint64_t max_warnings, Console& console);

  void add(const Rejection& rejection);
  /// Everything added is on disk when it returns, and told.
  void finish();

  /// Without those that the user asked for.
  uint64_t count() const { return count_; }
  const std::map<std::string, uint64_t>& by_code() const { return by_code_; }

 private:
  void flush();

  std::optional<OutputFile> file_;
  std::string buffer_;
  const uint64_t max_warnings_;
  Console& console_;
  uint64_t count_ = 0;
  std::map<std::string, uint64_t> by_code_;
};

}  // namespace depeche
