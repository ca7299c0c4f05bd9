#pragma once

#include <cstdint>
#include <filesystem>

namespace depeche {

/// Bytes of the files in a directory; 0 where there is none.
uint64_t bytes_below(const std::filesystem::path& directory);

/// Bytes that may still be written to the file system of `path`, or of what of its directories exists.
uint64_t free_bytes(const std::filesystem::path& path);

/// Throws Error (kEnvironment) naming the path, and the bytes needed and free, where `needed` bytes do not
/// fit there: told before hours of work are lost. Others may fill the disk meanwhile; then writing fails.
void require_space(const std::filesystem::path& path, uint64_t needed);

}  // namespace depeche
