#pragma once

#include <map>
#include <memory>
#include <string>

#include <xapian.h>

#include "common/index_layout.h"
#include "common/manifest.h"
#include "common/published_surnames.h"
#include "common/story_table.h"

namespace depeche {

/// One published state of an index, opened for reading. Needs no lock; stays readable when newer states are
/// published. Not thread-safe (Xapian::Database is not): one per thread.
struct PublishedIndex {
  Manifest manifest;
  Xapian::Database database;  // all segments as one, in the order of the manifest; empty if there is none
  PublishedSurnames surnames;
  PublishedTable<StoryTable> stories;
};

/// Reads CURRENT, compares size and mtime of every file with the manifest (one that differs in mtime only is
/// checksummed), opens the segments and the tables. Retries from CURRENT at most three times where a
/// file vanishes under it. Throws Error: kEnvironment if there is no index at `layout` (names the command
/// that makes one) or it cannot be read; kIndex if a file is damaged (names it), or another schema, analyzer
/// or stemmer wrote it.
PublishedIndex open_published(const IndexLayout& layout);

/// Segment and docid within it of a docid of PublishedIndex::database.
struct SegmentDocid {
  size_t segment = 0;  // index into manifest.segments
  uint32_t docid = 0;
};
SegmentDocid segment_docid(const PublishedIndex& index, Xapian::docid docid);

/// Matches the documents that are not superseded: put it under OP_FILTER. Finds its segment's set by the
/// segment's UUID when Xapian opens it on a segment. Holds a copy of the sets.
class LiveDocuments : public Xapian::PostingSource {
 public:
  using Sets = std::map<std::string, DocidSet>;  // by UUID
  explicit LiveDocuments(std::shared_ptr<const Sets> superseded);
  static std::shared_ptr<const Sets> superseded_of(const Manifest& manifest);

  Xapian::doccount get_termfreq_min() const override;
  Xapian::doccount get_termfreq_est() const override;
  Xapian::doccount get_termfreq_max() const override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid docid, double min_weight) override;
  bool check(Xapian::docid docid, double min_weight) override;
  bool at_end() const override;
  Xapian::docid get_docid() const override;
  LiveDocuments* clone() const override;
  void init(const Xapian::Database& segment) override;
  std::string get_description() const override;

 private:
  std::shared_ptr<const Sets> superseded_;
  const DocidSet* excluded_ = nullptr;  // of the segment; nullptr if none
  Xapian::docid current_ = 0, last_ = 0;
  Xapian::doccount documents_ = 0;
};

}  // namespace depeche
