#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/ledger.h"
#include "indexer/survey.h"

namespace depeche {

/// A line of a rejects file, and what became of it when it was read again.
struct RetriedReject {
  std::string path;                // as reported
  std::optional<uint64_t> record;  // nullopt: the whole file
  uint64_t offset = 0;
  std::string code;  // for which it was rejected
  /// "indexed", "updated", "unchanged", "duplicate", "rejected"; "read", of a whole file; "gone": no record
  /// begins there any more.
  std::string outcome = "gone";
  std::string new_code;  // where it is rejected again
};

/// The rejects of an earlier run: which files and records they name, and what becomes of each.
class Retry {
 public:
  /// Reads a file that --rejects wrote. Throws Error: kEnvironment where it cannot be read, kUsage naming the
  /// line that is none of a rejects file.
  explicit Retry(const std::string& path);

  /// The files named, each once.
  std::vector<std::string> paths() const;
  /// What is to be read of them. Keeps pointers into `known`.
  std::vector<SurveyedFile> files(const SourceList& known) const;

  void note(const Claim& claim, uint64_t offset, Ledger::Verdict verdict);
  void note(const Rejection& rejection);
  /// A whole file could be read.
  void note_read(const std::string& path);

  const std::vector<RetriedReject>& rejects() const { return rejects_; }

 private:
  RetriedReject* find(const std::string& path, std::optional<uint64_t> offset);

  std::vector<RetriedReject> rejects_;  // as they came
  std::map<std::pair<std::string, std::optional<uint64_t>>, size_t> by_place_;
};

/// "PATH: record 3: E_DATE, now indexed", safe on a terminal.
std::string to_text(const RetriedReject& reject);

}  // namespace depeche
