#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <vector>

#include "common/manifest.h"
#include "indexer/damage.h"
#include "indexer/segment_content.h"

namespace depeche {

/// Runs Xapian's own check and check_content() over a published segment, in a child process of its own since
/// both can crash or hang on what is damaged; that is damage too. Returns what is damaged, and hands each
/// document to `visit`. Call it where no other thread runs. Throws Error: kEnvironment where the segment
/// cannot be read or no child be started, kInterrupted or kTerminated where a signal asked to stop.
std::vector<Damage> examine_segment(const std::filesystem::path& directory, const SegmentEntry& entry,
                                    std::chrono::seconds limit,
                                    const std::function<void(const DocumentFact&)>& visit);

}  // namespace depeche
