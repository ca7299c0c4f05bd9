#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include "common/error.h"
#include "common/index_layout.h"
#include "common/manifest.h"
#include "common/term.h"
#include "indexer/document.h"
#include "indexer/publish.h"
#include "indexer/segment_builder.h"

namespace depeche {

/// A directory of a test's own, removed with it.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name = (std::filesystem::temp_directory_path() / "depeche-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("mkdtemp: " + name);
    path_ = name;
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// A document with an id, words at positions 1, 2, 3 ..., and its id as data.
inline PreparedDocument make_document(const std::string& id,
                                      const std::vector<std::string>& words = {"mot"}) {
  PreparedDocument prepared;
  prepared.document.add_boolean_term(id_term(id));
  Xapian::termpos position = 0;
  for (const std::string& word : words) prepared.document.add_posting(word, ++position);
  prepared.document.set_data(id);
  return prepared;
}

/// Builds a segment of `documents`, moves it to its place and returns its entry.
inline SegmentEntry make_segment(const IndexLayout& layout, const std::string& id,
                                 std::vector<PreparedDocument> documents) {
  SegmentBuilder builder(layout, id);
  for (PreparedDocument& document : documents) builder.add(std::move(document));
  SegmentEntry entry = builder.finish();
  add_segment(layout, builder.built(), id);
  return entry;
}

inline Manifest make_manifest(uint64_t number, std::vector<SegmentEntry> segments) {
  Manifest manifest;
  manifest.number = number;
  manifest.versions = BuildVersions::of_this_program();
  manifest.published = "2019-03-01T03:12:09Z";
  manifest.segments = std::move(segments);
  return manifest;
}

/// The exit code and message that `step` fails with; 0 and "" if it does not.
struct Failure {
  int code = 0;
  std::string message;
};

template <typename Step>
Failure failure_of(const Step& step) {
  try {
    step();
    return {};
  } catch (const Error& error) {
    return {static_cast<int>(error.code()), error.what()};
  }
}

}  // namespace depeche
