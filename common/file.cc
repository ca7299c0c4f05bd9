#include "common/file.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/error.h"
#include "common/message.h"
#include "common/text/visible.h"

namespace depeche {
namespace {

bool is_absent(int error) { return error == ENOENT || error == ENOTDIR; }

void require_regular(const struct stat& status, const std::filesystem::path& path) {
  if (!S_ISREG(status.st_mode))
    throw Error(ExitCode::kIndex, tr("not a regular file: {}", visible_text(path.string())));
}

}  // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0) close(fd_);
}

int FileDescriptor::release() { return std::exchange(fd_, -1); }

FileDescriptor open_regular(const std::filesystem::path& path) {
  FileDescriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file && is_absent(errno)) return file;
  struct stat status {};
  if (!file || fstat(file.get(), &status) != 0) throw system_error(tr("cannot read"), path.string(), errno);
  require_regular(status, path);
  return file;
}

size_t read_some(const FileDescriptor& file, char* buffer, size_t size, const std::filesystem::path& path) {
  for (;;) {
    const ssize_t count = read(file.get(), buffer, size);
    if (count >= 0) return static_cast<size_t>(count);
    if (errno != EINTR) throw system_error(tr("cannot read"), path.string(), errno);
  }
}

std::optional<std::string> read_file(const std::filesystem::path& path, size_t max_bytes) {
  const FileDescriptor file = open_regular(path);
  if (!file) return std::nullopt;
  std::string bytes;
  char buffer[1 << 16];
  while (const size_t count = read_some(file, buffer, sizeof buffer, path)) {
    bytes.append(buffer, count);
    if (bytes.size() > max_bytes)
      throw Error(ExitCode::kIndex, tr("{0}: longer than {1} bytes, which no index makes it",
                                       visible_text(path.string()), max_bytes));
  }
  return bytes;
}

std::optional<FileState> file_state(const std::filesystem::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) {
    if (is_absent(errno)) return std::nullopt;
    throw system_error(tr("cannot read"), path.string(), errno);
  }
  require_regular(status, path);
  constexpr int64_t kNanoseconds = 1'000'000'000;
  return FileState{static_cast<uint64_t>(status.st_size),
                   int64_t{status.st_mtim.tv_sec} * kNanoseconds + status.st_mtim.tv_nsec};
}

}  // namespace depeche
