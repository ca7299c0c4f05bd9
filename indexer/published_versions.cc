#include "indexer/published_versions.h"

#include <algorithm>

#include <xapian.h>

#include "common/error.h"
#include "common/message.h"
#include "common/schema.h"
#include "common/slot_reader.h"
#include "common/term.h"

namespace depeche {
namespace {

[[noreturn]] void fail_inconsistent(const std::string& path, Xapian::docid docid) {
  throw Error(ExitCode::kIndex,
              tr("{}: document {} has no identity of its own: the segment is damaged; index again into an "
                 "empty directory",
                 path, docid));
}

}  // namespace

Fingerprint id_fingerprint(std::string_view id) {
  return fingerprint_of(std::string_view(id_term(id)).substr(1));
}

PublishedVersions::PublishedVersions(const IndexLayout& layout, const Manifest& manifest) {
  entries_.reserve(manifest.live_documents());
  for (uint32_t i = 0; i < manifest.segments.size(); ++i)
    load(i, layout.segment(manifest.segments[i].id).string(), manifest.segments[i].superseded);
}

void PublishedVersions::load(uint32_t segment, const std::string& path, const DocidSet& superseded) {
  const Xapian::Database database(path, Xapian::DB_BACKEND_GLASS);
  SlotReader digests(database, kSlotDigest), versions(database, kSlotVersion), days(database, kSlotFirstDay);
  for (auto id = database.valuestream_begin(kSlotId); id != database.valuestream_end(kSlotId); ++id) {
    const Xapian::docid docid = id.get_docid();
    const std::string digest = digests.at(docid), version = versions.at(docid);
    if (digest.empty() || version.empty()) fail_inconsistent(path, docid);
    Entry& entry = entries_[fingerprint_of(*id)];
    entry.version = std::max(entry.version, static_cast<uint32_t>(Xapian::sortable_unserialise(version)));
    if (superseded.contains(docid)) continue;
    if (entry.docid != 0) fail_inconsistent(path, docid);
    entry.digest = fingerprint_of(digest);
    entry.segment = segment;
    entry.docid = docid;
    entry.dated = !days.at(docid).empty();
  }
}

const PublishedVersions::Entry* PublishedVersions::find(Fingerprint id) const {
  const auto found = entries_.find(id);
  return found == entries_.end() ? nullptr : &found->second;
}

}  // namespace depeche
