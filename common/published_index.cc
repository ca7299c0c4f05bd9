#include "common/published_index.h"

#include <cerrno>
#include <utility>

#include <unistd.h>

#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/index_damage.h"
#include "common/message.h"
#include "common/text/visible.h"

namespace depeche {
namespace {

constexpr int kAttempts = 4;  // the first, and three more
/// Xapian's root records, read whole at each opening: with a bit that a disk flips in them Xapian 1.4.22
/// crashes (tests/crash found it).
constexpr std::string_view kRootRecords = "iamglass";
constexpr size_t kMaxRootRecords = 4096;

/// A file of the state that CURRENT names is not there (any more).
struct Vanished {
  std::string path;
};

FileState require_file(const std::filesystem::path& path) {
  const std::optional<FileState> state = file_state(path);
  if (!state) throw Vanished{path.string()};
  return *state;
}

void verify_file(const std::filesystem::path& path, const FileEntry& entry) {
  const FileState state = require_file(path);
  if (state.size != entry.size)
    throw index_damage(path, tr("the file has {0} bytes instead of {1}", state.size, entry.size));
  if (state.mtime_ns == entry.mtime_ns) {
    if (access(path.c_str(), R_OK) != 0) throw system_error(tr("cannot read"), path.string(), errno);
    return;
  }
  if (file_checksum(path.string()) != entry.checksum) throw index_damage(path, tr("the file has changed"));
}

void verify_root_records(const std::filesystem::path& path, const FileEntry& entry) {
  const std::optional<std::string> bytes = read_file(path, kMaxRootRecords);
  if (!bytes) throw Vanished{path.string()};
  if (checksum_of(*bytes) != entry.checksum) throw index_damage(path, tr("the file has changed"));
}

/// Xapian takes a missing table for an empty one: a file that goes while the segment is opened must be seen.
void require_files(const std::filesystem::path& directory, const SegmentEntry& segment) {
  for (const FileEntry& file : segment.files) require_file(directory / file.name);
}

Xapian::Database open_segment(const std::filesystem::path& directory, const SegmentEntry& segment) {
  for (const FileEntry& file : segment.files) {
    verify_file(directory / file.name, file);
    if (file.name == kRootRecords) verify_root_records(directory / file.name, file);
  }
  try {
    Xapian::Database database(directory.string(), Xapian::DB_BACKEND_GLASS);
    require_files(directory, segment);
    if (database.get_uuid() != segment.uuid || database.get_doccount() != segment.documents ||
        database.get_lastdocid() != segment.last_docid)
      throw index_damage(directory, tr("the segment is not the one that was published"));
    return database;
  } catch (const Xapian::Error& error) {
    require_files(directory, segment);
    if (const char* reason = error.get_error_string())
      throw Error(ExitCode::kEnvironment,
                  tr("cannot read: {0}: {1}", visible_text(directory.string()), reason));
    throw index_damage(directory, visible_text(error.get_msg()));
  }
}

template <typename Table>
PublishedTable<Table> open_table(const IndexLayout& layout, const std::optional<FileEntry>& entry) {
  if (!entry) return {};
  const std::filesystem::path path = layout.root() / entry->name;
  verify_file(path, *entry);
  FileDescriptor file = open_regular(path);
  if (!file) throw Vanished{path.string()};
  return {std::move(file), path, entry->checksum};
}

PublishedIndex open_state(const IndexLayout& layout, uint64_t number) {
  std::optional<Manifest> manifest = find_manifest(layout, number);
  if (!manifest) throw Vanished{layout.manifest(number).string()};
  require_readable(manifest->versions, layout.root().string());
  PublishedIndex index{std::move(*manifest), {}, {}, {}};
  index.surnames = open_table<SurnameTable>(layout, index.manifest.surnames);
  index.stories = open_table<StoryTable>(layout, index.manifest.stories);
  for (const SegmentEntry& segment : index.manifest.segments)
    index.database.add_database(open_segment(layout.segment(segment.id), segment));
  return index;
}

}  // namespace

PublishedIndex open_published(const IndexLayout& relative_layout) {
  const IndexLayout layout(std::filesystem::absolute(relative_layout.root()));
  std::string vanished;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const uint64_t number = number_in_force(layout);
    try {
      return open_state(layout, number);
    } catch (const Vanished& file) {
      vanished = file.path;
    }
  }
  throw index_damage(vanished, tr("the file is missing"));
}

SegmentDocid segment_docid(const PublishedIndex& index, Xapian::docid docid) {
  const size_t segments = index.manifest.segments.size();
  return {(docid - 1) % segments, static_cast<uint32_t>((docid - 1) / segments + 1)};
}

LiveDocuments::LiveDocuments(std::shared_ptr<const Sets> superseded) : superseded_(std::move(superseded)) {}

std::shared_ptr<const LiveDocuments::Sets> LiveDocuments::superseded_of(const Manifest& manifest) {
  auto sets = std::make_shared<Sets>();
  for (const SegmentEntry& segment : manifest.segments)
    if (segment.superseded.size() != 0) sets->emplace(segment.uuid, segment.superseded);
  return sets;
}

void LiveDocuments::init(const Xapian::Database& segment) {
  const auto found = superseded_->find(segment.get_uuid());
  excluded_ = found == superseded_->end() ? nullptr : &found->second;
  documents_ = segment.get_doccount();
  last_ = segment.get_lastdocid();
  current_ = 0;
}

Xapian::doccount LiveDocuments::get_termfreq_min() const {
  return documents_ - (excluded_ ? excluded_->size() : 0);
}
Xapian::doccount LiveDocuments::get_termfreq_est() const { return get_termfreq_min(); }
Xapian::doccount LiveDocuments::get_termfreq_max() const { return get_termfreq_min(); }

void LiveDocuments::next(double min_weight) { skip_to(current_ + 1, min_weight); }

void LiveDocuments::skip_to(Xapian::docid docid, double) {
  if (docid > current_) current_ = docid;
  if (!excluded_) return;
  while (current_ <= last_ && excluded_->contains(current_)) ++current_;
}

bool LiveDocuments::check(Xapian::docid docid, double) {
  if (docid > current_) current_ = docid;
  return !excluded_ || !excluded_->contains(current_);
}

bool LiveDocuments::at_end() const { return current_ > last_; }

Xapian::docid LiveDocuments::get_docid() const { return current_; }

LiveDocuments* LiveDocuments::clone() const { return new LiveDocuments(superseded_); }

std::string LiveDocuments::get_description() const { return "LiveDocuments"; }

}  // namespace depeche
