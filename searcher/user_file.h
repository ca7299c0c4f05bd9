#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace depeche {

/// The whole of a regular file that is named on the command line with --`option`; nullopt where there is
/// none. Throws Error (kUsage) naming option, file and reason where it cannot be read or is longer than
/// `max_bytes`.
std::optional<std::string> read_user_file(const std::string& option, const std::filesystem::path& path,
                                          size_t max_bytes);

}  // namespace depeche
