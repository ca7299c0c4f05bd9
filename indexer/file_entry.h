#pragma once

#include <filesystem>

#include "common/manifest.h"

namespace depeche {

/// What a manifest says of a file that stands in its place, complete. Throws Error (kEnvironment).
FileEntry file_entry(const std::filesystem::path& path);

}  // namespace depeche
