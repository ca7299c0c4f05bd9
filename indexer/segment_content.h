#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include <xapian.h>

#include "common/manifest.h"
#include "indexer/damage.h"
#include "indexer/fingerprint.h"

namespace depeche {

/// A document as the whole index counts it.
struct DocumentFact {
  Fingerprint id;  // id_fingerprint()
  uint32_t docid = 0, version = 0;
  bool superseded = false;
};

struct ContentSinks {
  std::function<void(const Damage&)> damage;
  std::function<void(const DocumentFact&)> document;  // each whose article is whole
};

/// Damages told of a segment at most: one broken block may hit thousands of articles.
constexpr int kMaxContentDamages = 20;

/// Whether the documents of a segment are those of its manifest entry, every stored article is whole, its id
/// and version stand in its terms and slots, its days in its slots, and every superseded docid is a document.
/// `path` is named in damages; after kMaxContentDamages it goes no further. 16 bytes of memory a document.
/// May crash or hang on a damaged database, as Xapian does: call it in a child process. Throws what Xapian
/// throws.
void check_content(const Xapian::Database& segment, const SegmentEntry& entry, const std::string& path,
                   const ContentSinks& sinks);

}  // namespace depeche
