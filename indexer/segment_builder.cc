#include "indexer/segment_builder.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "common/durable.h"
#include "common/error.h"
#include "common/message.h"
#include "common/schema.h"
#include "common/text/visible.h"
#include "indexer/disk_space.h"
#include "indexer/file_entry.h"
#include "indexer/segment_check.h"
#include "indexer/xapian_failure.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

/// Documents that go to one shard before the next one has its turn: a small run needs but one.
constexpr uint32_t kBlock = 64;

}  // namespace

SegmentBuilder::SegmentBuilder(const IndexLayout& layout, std::string id, SegmentOptions options)
    : id_(std::move(id)), options_(options), work_(layout.building(id_)) {
  if (!remove_tree(work_))
    throw Error(ExitCode::kEnvironment, tr("cannot remove {}", visible_text(work_.string())));
  make_directories(work_);
}

SegmentBuilder::Place SegmentBuilder::place_of(uint32_t number) const {
  const uint32_t block = (number - 1) / kBlock, threads = options_.threads;
  return {block % threads, block / threads * kBlock + (number - 1) % kBlock + 1};
}

SegmentShard& SegmentBuilder::shard(size_t shard) {
  while (shards_.size() <= shard)
    shards_.push_back(std::make_unique<SegmentShard>(work_ / fmt::format("growing-{}", shards_.size()),
                                                     options_.memory_bytes / options_.threads));
  return *shards_[shard];
}

uint32_t SegmentBuilder::add(PreparedDocument&& prepared) {
  bytes_ += prepared.document.get_data().size();
  shard(place_of(++numbers_).shard).add(std::move(prepared));
  ++documents_;
  return numbers_;
}

void SegmentBuilder::remove(uint32_t number) {
  const Place place = place_of(number);
  shard(place.shard).remove(place.docid);
  --documents_;
}

void SegmentBuilder::abandon() {
  for (const auto& shard : shards_) shard->abandon();
}

void SegmentBuilder::compact() {
  uint64_t needed = 0;
  for (const auto& shard : shards_) needed += bytes_below(shard->directory());
  require_space(work_, needed);
  Xapian::Database grown;
  for (const auto& shard : shards_)
    grown.add_database(Xapian::Database(shard->directory().string(), Xapian::DB_BACKEND_GLASS));
  grown.compact(built().string());
  grown.close();
  for (const auto& shard : shards_) remove_tree(shard->directory());
  remove_tree(built() / "flintlock");  // Xapian's lock for writers; there will be none
}

void SegmentBuilder::count_over(SegmentEntry& entry) const {
  const Xapian::Database segment(built().string(), Xapian::DB_BACKEND_GLASS);
  const std::string_view prefix = field_spec(FieldId::kId).prefix;
  uint64_t ids = 0;
  bool unique = true;
  for (auto id = segment.allterms_begin(std::string(prefix)); id != segment.allterms_end(std::string(prefix));
       ++id) {
    ++ids;
    unique = unique && id.get_termfreq() == 1;
  }
  if (segment.get_doccount() != documents_ || ids != documents_ || !unique)
    throw Error(ExitCode::kInternal,
                tr("{0}: the segment holds {1} documents with {2} identifiers, and should hold {3}",
                   visible_text(built().string()), segment.get_doccount(), ids, documents_));
  entry.uuid = segment.get_uuid();
  entry.documents = segment.get_doccount();
  entry.last_docid = segment.get_lastdocid();
}

SegmentEntry SegmentBuilder::finish() {
  shard(0);
  for (const auto& shard : shards_) shard->finish();
  for (const auto& shard : shards_) shard->wait();
  SegmentEntry entry;
  entry.id = id_;
  try {
    compact();
    check_segment(built(), check_limit(bytes_below(built())));
    count_over(entry);
  } catch (const Xapian::Error& error) {
    fail_writing(error, work_, bytes_);
  }
  sync_files_of(built());
  entry.files = file_entries(built());
  return entry;
}

}  // namespace depeche
