#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "common/index_layout.h"
#include "common/manifest.h"
#include "indexer/document.h"

namespace depeche {

struct SegmentOptions {
  size_t commit_bytes = size_t{64} << 20;  // of documents' data held before Xapian writes them out
  std::chrono::seconds check_limit{600};   // for the check of the finished segment
};

/// Builds one segment in INDEX/ID.building/, which it makes afresh. After any Error the batch is lost: the
/// run ends, and the next one removes the directory. Not thread-safe: one per thread.
class SegmentBuilder {
 public:
  SegmentBuilder(const IndexLayout& layout, std::string id, SegmentOptions options = {});
  ~SegmentBuilder();
  SegmentBuilder(const SegmentBuilder&) = delete;
  SegmentBuilder& operator=(const SegmentBuilder&) = delete;

  /// Adds a document and returns its docid, which it keeps in the finished segment: 1, 2, 3 ...; one that is
  /// removed leaves a hole. Precondition: all terms are valid (common/term.h), and it has a Q term of its
  /// own, which no other document of the segment has unless that is removed. Throws Error (kEnvironment,
  /// kInternal).
  Xapian::docid add(PreparedDocument&& prepared);
  /// Takes out a document that another record of the run stands in for. Its forms stay in the stem -> forms
  /// table.
  void remove(Xapian::docid docid);

  uint32_t documents() const { return documents_; }

  /// Writes the stem -> forms table (Xapian synonyms of "Z" + stem), compacts into built(), has a child
  /// process check the result, counts it over and waits until it is on disk. Call once, at the end. Throws
  /// Error: kEnvironment if it cannot be written, kInternal if it does not pass.
  SegmentEntry finish();

  /// Directory of the finished segment, for add_segment().
  std::filesystem::path built() const { return work_ / "segment"; }

 private:
  template <typename Step>
  auto guarded(const Step& step);
  void write_forms();
  void compact();
  void count_over(SegmentEntry& entry) const;

  const std::string id_;
  const SegmentOptions options_;
  const std::filesystem::path work_;
  Xapian::WritableDatabase database_;
  std::unordered_map<std::string, std::vector<std::string>> forms_;  // by stem; each ascending
  uint32_t documents_ = 0;
  uint64_t bytes_ = 0;        // of all documents' data
  uint64_t batch_bytes_ = 0;  // of those since the last commit
};

}  // namespace depeche
