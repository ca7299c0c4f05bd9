#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/index_layout.h"
#include "common/manifest.h"
#include "indexer/document.h"
#include "indexer/segment_shard.h"

namespace depeche {

struct SegmentOptions {
  unsigned threads = 1;                     // that write
  size_t memory_bytes = size_t{256} << 20;  // held before Xapian writes it out, over all threads
};

/// Builds one segment in INDEX/ID.building/, which it makes afresh: in several databases at once, which
/// become one. After any Error the batch is lost: the run ends, and the next one removes the directory. Not
/// thread-safe.
class SegmentBuilder {
 public:
  SegmentBuilder(const IndexLayout& layout, std::string id, SegmentOptions options = {});
  SegmentBuilder(const SegmentBuilder&) = delete;
  SegmentBuilder& operator=(const SegmentBuilder&) = delete;

  /// Adds a document and returns the number by which remove() knows it: 1, 2, 3 ... It is its docid in the
  /// finished segment only where one thread writes and nothing is removed. Precondition: all terms are valid
  /// (common/term.h), and it has a Q term of its own, which no other document of the segment has unless that
  /// is removed. Throws Error (kEnvironment, kInternal) for this document, or for one before it.
  uint32_t add(PreparedDocument&& prepared);
  /// Takes out a document that another record of the run stands in for. Its forms stay in the stem -> forms
  /// table. Throws as add().
  void remove(uint32_t number);

  uint32_t documents() const { return documents_; }

  /// Writes the stem -> forms table (Xapian synonyms of "Z" + stem), compacts into built(), has a child
  /// process check the result, counts it over and waits until it is on disk. Call once, at the end. Throws
  /// Error: kEnvironment if it cannot be written, kInternal if it does not pass.
  SegmentEntry finish();
  /// Ends the threads, as soon as they can, and leaves what they wrote. No other call may follow.
  void abandon();

  /// Directory of the finished segment, for add_segment().
  std::filesystem::path built() const { return work_ / "segment"; }

 private:
  struct Place {
    size_t shard;
    Xapian::docid docid;
  };

  Place place_of(uint32_t number) const;
  SegmentShard& shard(size_t shard);
  void compact();
  void count_over(SegmentEntry& entry) const;

  const std::string id_;
  const SegmentOptions options_;
  const std::filesystem::path work_;
  std::vector<std::unique_ptr<SegmentShard>> shards_;  // as far as they are needed
  uint32_t numbers_ = 0;                               // of add()
  uint32_t documents_ = 0;
  uint64_t bytes_ = 0;  // of all documents' data
};

}  // namespace depeche
