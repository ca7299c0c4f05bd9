#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

namespace depeche {

/// How long the check of so many bytes may take: a tenth of the speed of a slow disk, on top of what the
/// smallest segment may take on a busy machine.
std::chrono::seconds check_limit(uint64_t bytes);

/// Runs Xapian's own check over a segment, in a child process since it can crash or hang on what is damaged.
/// Call it where no other thread runs: the child of a threaded process may stall. Throws Error (kInternal)
/// naming the directory where the segment does not pass within `limit`, kEnvironment where no child can be
/// started.
void check_segment(const std::filesystem::path& directory, std::chrono::seconds limit);

}  // namespace depeche
