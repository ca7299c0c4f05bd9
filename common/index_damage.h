#pragma once

#include <filesystem>
#include <string>

#include "common/error.h"

namespace depeche {

/// The Error (kIndex) that a file of the index is not what was published, with what to do. `reason` is
/// translated, and safe to print.
Error index_damage(const std::filesystem::path& path, const std::string& reason);

}  // namespace depeche
