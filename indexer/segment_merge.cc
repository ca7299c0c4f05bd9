#include "indexer/segment_merge.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

#include <xapian.h>

#include "common/durable.h"
#include "common/error.h"
#include "common/message.h"
#include "common/schema.h"
#include "common/slot_reader.h"
#include "common/text/visible.h"
#include "indexer/file_entry.h"
#include "indexer/fingerprint.h"
#include "indexer/index_check.h"
#include "indexer/published_versions.h"
#include "indexer/segment_check.h"
#include "indexer/xapian_failure.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail_count(const fs::path& path) {
  throw Error(ExitCode::kInternal,
              tr("{}: the merged segment does not hold what its sources hold: nothing was "
                 "published; run --check",
                 visible_text(path.string())));
}

/// Docids of a segment, ascending; 0 behind the last.
class DocidReader {
 public:
  explicit DocidReader(const Xapian::Database& database)
      : next_(database.postlist_begin("")), end_(database.postlist_end("")) {}
  Xapian::docid next() { return next_ == end_ ? 0 : *next_++; }

 private:
  Xapian::PostingIterator next_, end_;
};

template <typename Visit>
void for_each_docid(const DocidSet& set, const Visit& visit) {
  for (const auto& [first, last] : set.ranges())
    for (uint32_t docid = first; docid <= last; ++docid) visit(docid);
}

Xapian::Database open(const fs::path& directory) {
  return Xapian::Database(directory.string(), Xapian::DB_BACKEND_GLASS);
}

void compact(const Xapian::Database& from, const fs::path& to, unsigned flags) {
  Xapian::Database(from).compact(to.string(), flags);
  remove_tree(to / "flintlock");  // Xapian's lock for writers; there will be none
}

}  // namespace

std::vector<DocidSet> versions_beyond(const IndexLayout& layout, const std::vector<SegmentEntry>& segments,
                                      uint32_t keep) {
  struct Version {
    Fingerprint id;
    uint32_t version;
    uint32_t segment, docid;
  };
  std::vector<Version> superseded;
  for (uint32_t i = 0; i < segments.size(); ++i) {
    const Xapian::Database database = open(layout.segment(segments[i].id));
    SlotReader ids(database, kSlotId), versions(database, kSlotVersion);
    for_each_docid(segments[i].superseded, [&](uint32_t docid) {
      const double version = Xapian::sortable_unserialise(versions.at(docid));
      superseded.push_back({id_fingerprint(ids.at(docid)), static_cast<uint32_t>(version), i, docid});
    });
  }
  std::ranges::sort(superseded, std::greater<>(), [](const Version& one) {
    return std::tuple(one.id, one.version, one.segment, one.docid);
  });
  std::vector<DocidSet> beyond(segments.size());
  uint32_t newer = 0;
  for (size_t i = 0; i < superseded.size(); ++i) {
    newer = i > 0 && superseded[i].id == superseded[i - 1].id ? newer + 1 : 0;
    if (newer >= keep) beyond[superseded[i].segment].insert(superseded[i].docid);
  }
  return beyond;
}

SegmentMerge::SegmentMerge(const IndexLayout& layout, std::string id, std::vector<SegmentEntry> sources,
                           KeepVersions keep)
    : layout_(layout),
      id_(std::move(id)),
      sources_(std::move(sources)),
      keep_(keep),
      work_(layout.building(id_)) {}

uint64_t SegmentMerge::bytes_needed() const {
  uint64_t bytes = 0;
  for (const SegmentEntry& source : sources_) bytes += bytes_of(source);
  return keep_ ? 3 * bytes : bytes;  // where documents are dropped: merged, growing while they are, compacted
}

void SegmentMerge::write() {
  uint64_t bytes = 0;
  for (const SegmentEntry& source : sources_) bytes += bytes_of(source);
  try {
    remove_tree(work_);
    make_directories(work_);
    merge_into(built());
    if (!keep_) return;
    const std::vector<DocidSet> beyond = versions_beyond(layout_, sources_, *keep_);
    for (size_t i = 0; i < sources_.size(); ++i)
      for_each_docid(beyond[i], [&](uint32_t docid) { dropped_.insert(docid + shifts_[i]); });
    if (dropped_.size() > 0) drop(built());
  } catch (const Xapian::Error& error) {
    fail_writing(error, work_, bytes);
  }
}

/// Xapian gives the documents of each source docids that are higher by one number, in the order of the
/// sources: read off what it wrote, not counted on.
void SegmentMerge::merge_into(const fs::path& directory) {
  Xapian::Database all;
  for (const SegmentEntry& source : sources_) all.add_database(open(layout_.segment(source.id)));
  compact(all, directory, 0);
  const Xapian::Database merged = open(directory);
  DocidReader docids(merged);
  for (const SegmentEntry& source : sources_) {
    const Xapian::Database database = open(layout_.segment(source.id));
    DocidReader before(database);
    uint32_t shift = 0;
    bool first = true;
    while (const Xapian::docid docid = before.next()) {
      const Xapian::docid now = docids.next();
      if (std::exchange(first, false)) shift = now - docid;
      if (now == 0 || now - docid != shift) fail_count(work_);
    }
    shifts_.push_back(shift);
  }
  if (docids.next() != 0) fail_count(work_);
}

void SegmentMerge::drop(const fs::path& merged) {
  const fs::path growing = work_ / "growing";
  fs::rename(merged, growing);
  Xapian::WritableDatabase database(growing.string(),
                                    Xapian::DB_OPEN | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
  for_each_docid(dropped_, [&](uint32_t docid) { database.delete_document(docid); });
  database.commit();
  compact(database, merged, Xapian::DBCOMPACT_NO_RENUMBER);
  database.close();
  remove_tree(growing);
}

SegmentEntry SegmentMerge::finish(const std::vector<SegmentEntry>& now) {
  SegmentEntry entry;
  entry.id = id_;
  uint64_t documents = 0, bytes = 0;
  for (const SegmentEntry& source : now) {
    documents += source.documents;
    bytes += bytes_of(source);
  }
  try {
    check_segment(built(), check_limit(bytes));
    const Xapian::Database merged = open(built());
    entry.uuid = merged.get_uuid();
    entry.documents = merged.get_doccount();
    entry.last_docid = merged.get_lastdocid();
  } catch (const Xapian::Error& error) {
    fail_writing(error, work_, bytes);
  }
  if (entry.documents + dropped_.size() != documents) fail_count(work_);
  for (size_t i = 0; i < now.size(); ++i)
    for_each_docid(now[i].superseded, [&](uint32_t docid) {
      if (!dropped_.contains(docid + shifts_[i])) entry.superseded.insert(docid + shifts_[i]);
    });
  sync_files_of(built());
  entry.files = file_entries(built());
  return entry;
}

void replace_merged(Manifest& manifest, const SegmentMerge& merge, SegmentEntry&& merged) {
  std::erase_if(manifest.segments, [&](const SegmentEntry& segment) {
    return std::ranges::count(merge.sources(), segment.id, &SegmentEntry::id) > 0;
  });
  manifest.segments.insert(manifest.segments.begin(), std::move(merged));
}

}  // namespace depeche
