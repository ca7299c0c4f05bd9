#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <stdlib.h>

#include "corpus/reader.h"
#include "corpus/rejection_code.h"

namespace depeche {

/// A directory of files for one test, removed with it.
class CorpusDirectory {
 public:
  CorpusDirectory() {
    std::string name = (std::filesystem::temp_directory_path() / "depeche-corpus-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("mkdtemp: " + name);
    path_ = name;
  }
  ~CorpusDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  CorpusDirectory(const CorpusDirectory&) = delete;
  CorpusDirectory& operator=(const CorpusDirectory&) = delete;

  const std::string& path() const { return path_; }
  std::string path(const std::string& name) const { return path_ + "/" + name; }

  /// Writes a file, with the directories above it. Returns its path.
  std::string write(const std::string& name, const std::string& bytes) const {
    const std::string whole = path(name);
    std::filesystem::create_directories(std::filesystem::path(whole).parent_path());
    std::ofstream(whole, std::ios::binary) << bytes;
    return whole;
  }

 private:
  std::string path_;
};

/// « 2@14 E_JSON » for a rejection, « 1@0 title=Un|text=Deux » for a record: number, offset, what it holds.
inline std::string describe(const CorpusItem& item) {
  const bool rejected = std::holds_alternative<Rejection>(item);
  const Origin& origin = rejected ? std::get<Rejection>(item).origin : std::get<Record>(item).origin;
  std::string out = std::to_string(origin.record) + "@" + std::to_string(origin.offset) + " ";
  if (rejected)
    return out + std::get<Rejection>(item).code + (std::get<Rejection>(item).whole_file ? " file" : "");
  std::string fields;
  for (const auto& [name, value] : std::get<Record>(item).fields)
    fields += (fields.empty() ? "" : "|") + name + "=" + value;
  return out + fields;
}

/// What reading one file yields: its items, the counts, and the lines describe() makes of them.
struct ReadFile {
  std::vector<CorpusItem> items;
  std::vector<std::string> lines;
  FileCounts counts;
};

inline ReadFile read_paths(const CorpusOptions& options) {
  ReadFile out;
  out.counts = read_corpus(options, [&](CorpusItem&& item) {
    out.lines.push_back(describe(item));
    out.items.push_back(std::move(item));
    return true;
  });
  return out;
}

/// Reads `bytes` as a file of that name.
inline ReadFile read_bytes_as(const std::string& name, const std::string& bytes, CorpusOptions options = {}) {
  const CorpusDirectory directory;
  options.paths = {directory.write(name, bytes)};
  return read_paths(options);
}

/// A file, and what reading it yields.
struct FileCase {
  std::string name, bytes;
  std::vector<std::string> lines;  // as describe() makes them
};

/// Reads each case as a file of that name.
inline void check(const std::string& file, const std::vector<FileCase>& cases,
                  const CorpusOptions& options = {}) {
  for (const FileCase& row : cases) {
    SCOPED_TRACE(row.name);
    const ReadFile read = read_bytes_as(file, row.bytes, options);
    EXPECT_EQ(read.lines, row.lines);
    EXPECT_EQ(read.counts.seen, read.counts.read + read.counts.failed);
  }
}

}  // namespace depeche
