#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/cli/scene.h"

namespace depeche {

/// A rejection that must be told, as a line on standard error and as one of the rejects file.
struct ExpectedReject {
  std::string path;        // below the corpus directory, or absolute
  uint64_t record = 0;     // 0: the whole file
  uint64_t offset = 0;     // in bytes
  std::string code;        // "E_DATE"
  std::string message;     // in English, whole
  std::string shown = {};  // the path as a terminal gets it, where it is another
};

/// Counts of the report.
struct ExpectedCounts {
  uint64_t indexed = 0, duplicates = 0, rejected = 0;  // records
  uint64_t read = 0, skipped = 0, failed = 0;          // files
};

/// A query, and how many articles it must find.
struct ExpectedHits {
  std::string query;
  uint64_t articles;
};

/// One kind of bad input, and all that the program must do and say about it. {corpus} and {root} stand for
/// directories of the scene.
struct BadInput {
  std::string name;                                             // of the test: letters and digits
  std::vector<std::pair<std::string, std::string>> files = {};  // name below the corpus directory, bytes
  std::function<void(Scene&)> make = {};                        // what bytes alone do not make, behind them
  std::vector<std::string> options = {};
  std::vector<std::string> paths = {"{corpus}"};
  int exit_code = 0;
  ExpectedCounts counts = {};
  std::vector<ExpectedReject> rejects = {};  // all of them
  std::vector<std::string> says = {};        // the other lines on standard error, whole, in English
  /// What --dry-run makes of it, in order: "title|text|date of publication", long ones abridged. Not compared
  /// where nullopt.
  std::optional<std::vector<std::string>> articles = std::nullopt;
  std::vector<ExpectedHits> finds = {};
};

/// A file that is rejected as a whole, before one that is read.
inline BadInput rejected_file(const std::string& name, const std::pair<std::string, std::string>& file,
                              const std::string& code, const std::string& message) {
  return {.name = name,
          .files = {file, {"z.txt", "Un bateau."}},
          .exit_code = 1,
          .counts = {.indexed = 1, .read = 1, .failed = 1},
          .rejects = {{file.first, 0, 0, code, message}},
          .articles = {{"|Un bateau.|"}}};
}

/// The tables, by what is bad.
const std::vector<BadInput>& bad_encodings();
const std::vector<BadInput>& bad_characters();
const std::vector<BadInput>& bad_files();
const std::vector<BadInput>& huge_files();
const std::vector<BadInput>& bad_archives();
const std::vector<BadInput>& unread_formats();
const std::vector<BadInput>& bad_json();
const std::vector<BadInput>& bad_csv();
const std::vector<BadInput>& bad_records();
const std::vector<BadInput>& bad_batches();
const std::vector<BadInput>& bad_dates();
const std::vector<BadInput>& too_many_rejects();

}  // namespace depeche
