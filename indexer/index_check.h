#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/index_layout.h"
#include "common/manifest.h"
#include "indexer/damage.h"

namespace depeche {

/// What was looked at, and what is damaged.
struct IndexCheck {
  uint64_t manifest = 0;  // number; 0 where none could be read
  std::string published;
  uint64_t segments = 0, files = 0, bytes = 0;  // of the manifest
  uint64_t documents = 0;                       // found in the segments; those that could be examined
  uint64_t live = 0, superseded = 0;            // of these
  std::vector<Damage> damages;
  double seconds = 0;

  bool whole() const { return damages.empty(); }
};

// A check reads every byte: names, sizes and checksums of the files of each segment, then, where these are
// right, Xapian's own check and every stored article with its terms and slots (segment_examination.h), and at
// last whether each article of the index lives at most once, in its newest version, and the documents that
// live and those that are superseded make up the documents of the segments; and the tables of surnames and
// stories, which are not decided again. Needs no lock, and permission to write the files, since Xapian's
// check opens them so. About 80 bytes of memory an article. Not while other threads run. Throws Error:
// kEnvironment where something cannot be read, kInterrupted and kTerminated.

/// Of one state, whether in force or about to be.
IndexCheck check_state(const IndexLayout& layout, const Manifest& manifest);

/// Of CURRENT and the state it names. Begins again where that state was removed meanwhile by newer ones,
/// three times at most. Throws Error (kEnvironment) where there is no index too.
IndexCheck check_published(const IndexLayout& layout);

/// Throws Error (kIndex) with a line for every damage, if there is one.
void require_whole(const IndexCheck& check);

}  // namespace depeche
