#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "common/index_layout.h"
#include "common/manifest.h"
#include "common/story_table.h"
#include "common/surname_table.h"

namespace depeche {

// How an index goes from one published state to the next (ARCHITECTURE.md, "Publishing"). Each function
// expects the RunLock to be held. After a kill or a power cut at any step the old state or the new one is in
// force, and recover() removes the rest. Failures are Error (kEnvironment) naming path and bytes; nothing is
// retried.

/// Removes what a run left that did not publish: *.building, *.tmp of ours, manifests above CURRENT, and
/// segments and tables that neither the manifest in force nor the two before it name. Throws Error,
/// and removes nothing: kIndex where CURRENT or its manifest cannot be read, or CURRENT is missing beside the
/// manifests of more than one run; kUsage where there is no CURRENT but files of others.
void recover(const IndexLayout& layout);
/// The same, and returns what the index consists of then: nothing, if there is none yet. Throws as
/// open_published() too.
Manifest recover_manifest(const IndexLayout& layout);

/// Moves the finished segment from `built` to its place among the published ones, all of it on disk. No
/// manifest names it yet. Throws Error (kInternal) where there is one of that name.
void add_segment(const IndexLayout& layout, const std::filesystem::path& built, const std::string& id);

/// Writes the surname table of state `number`, all of it on disk. No manifest names it yet. None where it is
/// empty.
std::optional<FileEntry> add_surnames(const IndexLayout& layout, uint64_t number, const SurnameTable& table);
/// The same of the story table.
std::optional<FileEntry> add_stories(const IndexLayout& layout, uint64_t number, const StoryTable& table);
/// The same of the list of source files, encoded (indexer/source_list.h).
FileEntry add_sources(const IndexLayout& layout, uint64_t number, const std::string& bytes);

/// Puts a state in force: manifest-N.json, then CURRENT; then removes what only states before the two last
/// ones needed (what cannot be removed stays until the next run). Its number is one above that of CURRENT,
/// or 1. Throws Error: kInternal where the manifest would not read back, kEnvironment where it cannot be
/// written; then nothing has changed. Returns why the disk does not confirm that it holds the new CURRENT:
/// the state is in force, and a power cut may bring back the one before; nullopt = it does.
std::optional<std::string> publish(const IndexLayout& layout, const Manifest& manifest);

}  // namespace depeche
