#pragma once

#include <string_view>
#include <unordered_map>

#include "common/index_layout.h"
#include "common/manifest.h"
#include "indexer/fingerprint.h"

namespace depeche {

/// Key of an id in tables of a run; ids over 200 bytes count as their hash, as in the index.
Fingerprint id_fingerprint(std::string_view id);

/// What the index in force holds of each id, read once at the start of a run from value slots. About 80 bytes
/// per article. Thread-safe after loading.
class PublishedVersions {
 public:
  struct Entry {
    Fingerprint digest;    // of the live version
    uint32_t version = 0;  // the highest given so far, superseded ones included
    uint32_t segment = 0;  // of the live version: index into Manifest::segments
    uint32_t docid = 0;    // of the live version in its segment; 0 if there is none
    bool dated = false;    // the live version has a day of publication, stated or inferred
  };

  PublishedVersions() = default;
  /// Throws Xapian::Error where a segment cannot be read, Error (kIndex) where a document lacks its slots or
  /// two live documents have one id.
  PublishedVersions(const IndexLayout& layout, const Manifest& manifest);

  /// nullptr if the index has never held it.
  const Entry* find(Fingerprint id) const;
  /// Calls visit(id, entry) for each live article.
  template <typename Visit>
  void for_each_live(const Visit& visit) const {
    for (const auto& [id, entry] : entries_)
      if (entry.docid != 0) visit(id, entry);
  }

 private:
  void load(uint32_t segment, const std::string& path, const DocidSet& superseded);

  std::unordered_map<Fingerprint, Entry, FingerprintHash> entries_;
};

}  // namespace depeche
