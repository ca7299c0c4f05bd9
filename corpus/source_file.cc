#include "corpus/source_file.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace depeche {
namespace {

/// The coarsest clock of modification times is that of FAT; others go by the second, or by ticks.
constexpr std::chrono::seconds kGrain{2};

Problem describe(int errno_value) {
  const char* reason = std::strerror(errno_value);
  switch (errno_value) {
    case EACCES:
    case EPERM:
      return {RejectionCode::kPermission,
              tr("cannot read: {}; grant the permission, or leave it out", reason)};
    case ENOENT:
    case ENOTDIR:
      return {RejectionCode::kVanished, tr("it is no longer there; run again when it is back")};
    case ELOOP:  // a link took the file's place after the walk
    case ENXIO:  // a socket
      return {RejectionCode::kNotRegular, tr("not a regular file; only regular files are read")};
    default:
      return {RejectionCode::kRead, tr("cannot read: {}; run again when it can be read", reason)};
  }
}

Problem changed() {
  return {RejectionCode::kChanged,
          tr("the file changed while it was read; run again when nothing writes to it")};
}

SourceState state_of(const struct ::stat& status) {
  return {static_cast<uint64_t>(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
          status.st_ino};
}

}  // namespace

std::optional<SourceState> state_of(const std::string& path) {
  struct ::stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return state_of(status);
}

std::variant<SourceFile, Problem> SourceFile::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return describe(errno);
  SourceFile file(descriptor);
  bool regular = false;
  if (auto problem = file.start(regular)) return *problem;
  if (!regular)
    return Problem{RejectionCode::kNotRegular, tr("not a regular file; only regular files are read")};
  return file;
}

SourceFile::~SourceFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

SourceFile::SourceFile(SourceFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      state_(other.state_),
      settled_(other.settled_),
      error_(other.error_) {}

std::optional<Problem> SourceFile::stat(SourceState& state, bool& regular) const {
  struct ::stat status {};
  if (::fstat(descriptor_, &status) != 0) return describe(errno);
  regular = S_ISREG(status.st_mode);
  state = state_of(status);
  return std::nullopt;
}

/// Notes the state of what is read from here on.
std::optional<Problem> SourceFile::start(bool& regular) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto problem = stat(state_, regular);
  settled_ = state_.seconds < std::chrono::floor<std::chrono::seconds>(now - kGrain).count();
  return problem;
}

void SourceFile::rewind() {
  if (::lseek(descriptor_, 0, SEEK_SET) < 0) error_ = errno;
}

size_t SourceFile::read(char* buffer, size_t capacity) {
  if (error_ != 0) return 0;
  for (;;) {
    const ssize_t count = ::read(descriptor_, buffer, capacity);
    if (count >= 0) return static_cast<size_t>(count);
    if (errno == EINTR) continue;
    error_ = errno;
    return 0;
  }
}

std::variant<std::string, Problem> SourceFile::read_all(size_t limit) {
  constexpr int kAttempts = 2;
  std::optional<Problem> failure;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    bool regular = false;
    if (attempt > 0 && (failure = start(regular))) return *failure;
    if (state_.size > limit) break;
    rewind();
    // One byte more than expected tells a file that grows.
    std::string content(state_.size + 1, '\0');
    size_t used = 0;
    while (used < content.size()) {
      const size_t count = read(content.data() + used, content.size() - used);
      if (count == 0) break;
      used += count;
    }
    content.resize(used);
    failure = problem();
    if (!failure && used == state_.size) return content;
    if (error_ != 0) break;
  }
  return failure ? *failure : changed();
}

std::optional<Day> SourceFile::modified() const {
  using namespace std::chrono;
  const sys_days day = floor<days>(sys_seconds(seconds(state_.seconds)));
  const Day date(day);
  return date.ok() && int(date.year()) >= 1 && int(date.year()) <= 9999 ? std::optional(date) : std::nullopt;
}

std::optional<Problem> SourceFile::problem() const {
  if (error_ != 0) return describe(error_);
  SourceState now;
  bool regular = false;
  if (auto failure = stat(now, regular)) return failure;
  if (now != state_) return changed();
  return std::nullopt;
}

}  // namespace depeche
