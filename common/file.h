#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace depeche {

/// Owns a file descriptor; -1 is none.
class FileDescriptor {
 public:
  explicit FileDescriptor(int fd = -1) : fd_(fd) {}
  FileDescriptor(FileDescriptor&& other) noexcept : fd_(other.release()) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  ~FileDescriptor();

  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  int release();

 private:
  int fd_;
};

/// Opens a file of an index for reading. Never blocks on a FIFO. No descriptor where there is no such file;
/// throws Error: kEnvironment if it cannot be opened, kIndex if it is not a regular file.
FileDescriptor open_regular(const std::filesystem::path& path);

/// read() that goes on after a signal; 0 at the end. Throws Error (kEnvironment) naming `path`.
size_t read_some(const FileDescriptor& file, char* buffer, size_t size, const std::filesystem::path& path);

/// The whole of a regular file; nullopt where there is none. Throws as open_regular(), and Error (kIndex)
/// where it is longer than `max_bytes`.
std::optional<std::string> read_file(const std::filesystem::path& path, size_t max_bytes);

/// What tells that a file was touched.
struct FileState {
  uint64_t size = 0;
  int64_t mtime_ns = 0;
};
/// nullopt where there is no such file. Throws as open_regular().
std::optional<FileState> file_state(const std::filesystem::path& path);

}  // namespace depeche
