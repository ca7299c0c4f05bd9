#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

// Writing that survives a power cut. Every failure is an Error (kEnvironment) that names the path; nothing is
// retried: after a failed fsync the kernel may hold the pages for clean.

/// Waits until the contents of a file are on disk.
void sync_file(const std::filesystem::path& path);
/// Waits until the names in a directory are on disk.
void sync_directory(const std::filesystem::path& path);
/// Both, for the files of a directory and the directory. Precondition: it has no subdirectories.
void sync_files_of(const std::filesystem::path& directory);

/// Renames, replacing what is there, and waits until the new name is on disk. Both within one file system.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

/// Writes PATH.tmp, waits until it is on disk, and returns its path: to be renamed.
std::filesystem::path write_beside(const std::filesystem::path& path, std::string_view bytes);

/// Replaces `path` as a whole: at any moment it is the old file or the new one. Writes PATH.tmp and renames
/// it.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

/// Makes a directory and those above it that are missing, and waits until their names are on disk; the name
/// in a directory that cannot be read is not waited for.
void make_directories(const std::filesystem::path& path);

/// Names of what is in a directory, ascending; none where there is no directory.
std::vector<std::string> names_in(const std::filesystem::path& directory);

/// Removes a file or a whole directory; true if nothing of it is left.
bool remove_tree(const std::filesystem::path& path);

}  // namespace depeche
