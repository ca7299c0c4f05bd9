#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "common/manifest.h"

namespace depeche {

/// What a manifest says of a file that stands in its place, complete. Throws Error (kEnvironment).
FileEntry file_entry(const std::filesystem::path& path);
/// The same of all files of a directory, by name.
std::vector<FileEntry> file_entries(const std::filesystem::path& directory);
/// Of the files of a segment.
uint64_t bytes_of(const SegmentEntry& segment);

}  // namespace depeche
