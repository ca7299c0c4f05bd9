#pragma once

#include <filesystem>
#include <string>

#include "common/index_layout.h"
#include "common/manifest.h"

namespace depeche {

// How an index goes from one published state to the next (ARCHITECTURE.md, "Publishing"). Each function
// expects the RunLock to be held. After a kill or a power cut at any step the old state or the new one is in
// force, and recover() removes the rest. Failures are Error (kEnvironment) naming path and bytes; nothing is
// retried.

/// Removes what a run left that did not publish: *.building, *.tmp of ours, manifests above CURRENT, segments
/// and lists of sources that neither the manifest in force nor the two before it name. Throws Error, and
/// removes nothing: kIndex where CURRENT or its manifest cannot be read, or CURRENT is missing beside the
/// manifests of more than one run; kUsage where there is no CURRENT but files of others.
void recover(const IndexLayout& layout);

/// Moves the finished segment from `built` to its place among the published ones, all of it on disk. No
/// manifest names it yet. Throws Error (kInternal) where there is one of that name.
void add_segment(const IndexLayout& layout, const std::filesystem::path& built, const std::string& id);

/// Writes the list of source files that manifest `number` is to name, and returns its entry.
FileEntry write_sources(const IndexLayout& layout, uint64_t number, const std::string& bytes);

/// Puts a state in force: manifest-N.json, then CURRENT; then removes what only states before the two last
/// ones needed (what cannot be removed stays until the next run). Its number is one above that of CURRENT,
/// or 1. Throws Error (kInternal) where the manifest would not read back: then nothing has changed.
void publish(const IndexLayout& layout, const Manifest& manifest);

}  // namespace depeche
