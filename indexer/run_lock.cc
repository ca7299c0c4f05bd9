#include "indexer/run_lock.h"

#include <cerrno>
#include <string>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/error.h"
#include "common/message.h"
#include "common/text/visible.h"
#include "indexer/durable.h"

namespace depeche {
namespace {

/// The digits that the holder wrote first; "" where it has not written yet.
std::string holder_of(const FileDescriptor& file) {
  char text[32];
  const ssize_t size = pread(file.get(), text, sizeof text, 0);
  std::string pid;
  for (ssize_t i = 0; i < size && text[i] >= '0' && text[i] <= '9'; ++i) pid += text[i];
  return pid;
}

[[noreturn]] void fail_locked(const std::string& index, const std::string& pid) {
  throw Error(ExitCode::kLocked,
              pid.empty() ? tr("another indexer is at work on {}: try again when it has ended", index)
                          : tr("another indexer (process {1}) is at work on {0}: try again when it has ended",
                               index, pid));
}

void write_holder(const FileDescriptor& file, const std::string& path) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const std::string text = fmt::format("{} {:%Y-%m-%dT%H:%M:%SZ}\n", getpid(), fmt::gmtime(now));
  if (ftruncate(file.get(), 0) != 0 ||
      pwrite(file.get(), text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
    throw system_error(tr("cannot write ({} bytes needed)", text.size()), path, errno);
}

}  // namespace

RunLock::RunLock(const IndexLayout& layout) {
  make_directories(layout.root());
  if (access(layout.root().c_str(), W_OK | X_OK) != 0)
    throw system_error(tr("cannot write"), layout.root().string(), errno);
  const std::string path = layout.lock().string();
  constexpr mode_t kMode = 0666;
  file_ = FileDescriptor(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, kMode));
  if (!file_) throw system_error(tr("cannot write"), path, errno);
  if (flock(file_.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) fail_locked(visible_text(layout.root().string()), holder_of(file_));
    throw system_error(tr("cannot lock"), path, errno);
  }
  write_holder(file_, path);
}

}  // namespace depeche
