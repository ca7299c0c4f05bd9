#include "indexer/segment_builder.h"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <utility>

#include "common/error.h"
#include "common/message.h"
#include "common/schema.h"
#include "common/term.h"
#include "common/text/visible.h"
#include "indexer/durable.h"
#include "indexer/file_entry.h"
#include "indexer/segment_check.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

/// Xapian's errors carry the system's reason where it is one of the system.
[[noreturn]] void fail(const Xapian::Error& error, const fs::path& directory, uint64_t bytes) {
  const std::string path = visible_text(directory.string());
  if (const char* reason = error.get_error_string())
    throw Error(ExitCode::kEnvironment,
                tr("cannot write the segment (about {0} bytes needed): {1}: {2}", 3 * bytes, path, reason));
  throw Error(ExitCode::kInternal,
              tr("cannot write the segment: {0}: {1}", path, visible_text(error.get_description())));
}

[[maybe_unused]] bool has_valid_terms(const Xapian::Document& document) {
  return std::all_of(document.termlist_begin(), document.termlist_end(), is_valid_term);
}

std::vector<FileEntry> list_files(const fs::path& directory) {
  std::vector<FileEntry> files;
  for (const std::string& name : names_in(directory)) files.push_back(file_entry(directory / name));
  return files;
}

}  // namespace

/// Calls `step`, which calls Xapian.
template <typename Step>
auto SegmentBuilder::guarded(const Step& step) {
  try {
    return step();
  } catch (const Xapian::Error& error) {
    fail(error, work_, bytes_);
  }
}

SegmentBuilder::SegmentBuilder(const IndexLayout& layout, std::string id, SegmentOptions options)
    : id_(std::move(id)), options_(options), work_(layout.building(id_)) {
  if (!remove_tree(work_))
    throw Error(ExitCode::kEnvironment, tr("cannot remove {}", visible_text(work_.string())));
  make_directories(work_);
  guarded([&] {
    database_ = Xapian::WritableDatabase((work_ / "growing").string(),
                                         Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
    // Within a transaction, neither Xapian's own threshold nor the destructor commits half a batch.
    database_.begin_transaction();
  });
}

SegmentBuilder::~SegmentBuilder() = default;

Xapian::docid SegmentBuilder::add(PreparedDocument&& prepared) {
  assert(has_valid_terms(prepared.document));
  for (auto& [stem, form] : prepared.forms) {
    std::vector<std::string>& forms = forms_[stem];
    const auto place = std::lower_bound(forms.begin(), forms.end(), form);
    if (place == forms.end() || *place != form) forms.insert(place, std::move(form));
  }
  const size_t size = prepared.document.get_data().size();
  bytes_ += size;
  batch_bytes_ += size;
  return guarded([&] {
    const Xapian::docid docid = database_.add_document(prepared.document);
    ++documents_;
    if (batch_bytes_ >= options_.commit_bytes) {
      database_.commit_transaction();
      database_.begin_transaction();
      batch_bytes_ = 0;
    }
    return docid;
  });
}

void SegmentBuilder::remove(Xapian::docid docid) {
  guarded([&] { database_.delete_document(docid); });
  --documents_;
}

void SegmentBuilder::write_forms() {
  std::vector<std::string_view> stems;
  stems.reserve(forms_.size());
  for (const auto& [stem, forms] : forms_) stems.push_back(stem);
  std::sort(stems.begin(), stems.end());
  for (const std::string_view stem : stems)
    for (const std::string& form : forms_.at(std::string(stem)))
      database_.add_synonym(make_term(kStemPrefix, stem), make_term("", form));
  forms_.clear();
}

/// Keeps the docids: by default compaction moves them down where the first ones were removed.
void SegmentBuilder::compact() { database_.compact(built().string(), Xapian::DBCOMPACT_NO_RENUMBER); }

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
  guarded([&] {
    write_forms();
    database_.commit_transaction();
    compact();
    database_.close();
  });
  remove_tree(work_ / "growing");
  remove_tree(built() / "flintlock");  // Xapian's lock for writers; there will be none

  check_segment(built(), options_.check_limit);
  SegmentEntry entry;
  entry.id = id_;
  guarded([&] { count_over(entry); });
  sync_files_of(built());
  entry.files = list_files(built());
  return entry;
}

}  // namespace depeche
