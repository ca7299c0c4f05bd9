#pragma once

#include "common/index_layout.h"
#include "common/manifest.h"
#include "common/story_table.h"

namespace depeche {

/// The stories of an index: its live articles that near_copies() (indexer/story_signature.h) joins, and those
/// that these join. Depends on nothing but the live articles of `manifest`: neither on the order nor on the
/// number of the runs that brought them, nor on segments, which must be in their place.
///
/// Reads no text: the XN terms of all segments side by side, and the signatures of articles that share one.
/// Of a term that more than 200 articles share, each is compared with the 32 whose signatures follow its own.
/// Memory: some 60 bytes an article that shares a term. Throws Xapian::Error; Error (kIndex) for damage, and
/// where the run is stopped.
StoryTable decide_stories(const IndexLayout& layout, const Manifest& manifest);

}  // namespace depeche
