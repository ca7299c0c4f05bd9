#include "indexer/run_lock.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/clock.h"
#include "common/durable.h"
#include "common/error.h"
#include "common/message.h"
#include "common/text/visible.h"

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

std::string time_now() { return to_utc(std::chrono::system_clock::now()); }

void write_holder(const FileDescriptor& file, const std::string& path) {
  const std::string text = fmt::format("{} {}\n", getpid(), time_now());
  if (ftruncate(file.get(), 0) != 0 ||
      pwrite(file.get(), text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
    throw system_error(tr("cannot write ({} bytes needed)", text.size()), path, errno);
}

/// A time as to_utc() writes it; "" where `text` is none: the file is not checksummed.
std::string time_of(const std::string& text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00Z";
  const auto fits = [](char form, char c) { return form == '0' ? c >= '0' && c <= '9' : c == form; };
  return std::equal(kForm.begin(), kForm.end(), text.begin(), text.end(), fits) ? text : "";
}

/// Whether the process holds a lock on the file of that inode (proc(5), /proc/locks: "1: FLOCK ADVISORY WRITE
/// PID MAJOR:MINOR:INODE 0 EOF"). The device is not compared: not all file systems tell the one that stat()
/// does.
bool holds_lock(unsigned long process, const std::filesystem::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return false;
  std::ifstream locks("/proc/locks");
  const std::string inode = fmt::format(":{}", status.st_ino);
  for (std::string line; std::getline(locks, line);) {
    std::istringstream words(line);
    std::string number, kind, mode, access, place;
    unsigned long holder = 0;
    if (words >> number >> kind >> mode >> access >> holder >> place && kind == "FLOCK" &&
        holder == process && place.ends_with(inode))
      return true;
  }
  return false;
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

void RunLock::note_end(ExitCode code) const {
  const std::string text = fmt::format("{} {}\n", time_now(), static_cast<int>(code));
  const off_t end = lseek(file_.get(), 0, SEEK_END);
  [[maybe_unused]] const ssize_t written = pwrite(file_.get(), text.data(), text.size(), end);
}

std::optional<LastRun> last_run(const IndexLayout& layout) {
  constexpr size_t kMaxBytes = 4096;
  const std::optional<std::string> text = read_file(layout.lock(), kMaxBytes);
  if (!text) return std::nullopt;
  std::istringstream in(*text);
  LastRun run;
  std::string ended;
  int code = 0;
  if (!(in >> run.process >> run.started)) return std::nullopt;
  run.started = time_of(run.started);
  if (in >> ended >> code && !time_of(ended).empty()) {
    run.ended = ended;
    run.exit_code = code;
  }
  run.at_work = holds_lock(run.process, layout.lock());
  return run;
}

}  // namespace depeche
