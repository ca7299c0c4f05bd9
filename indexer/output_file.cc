#include "indexer/output_file.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "common/error.h"
#include "common/message.h"

namespace depeche {
namespace {

constexpr mode_t kMode = 0666;

/// What ftruncate() and fsync() answer for a file that cannot be emptied or has no disk.
bool is_no_disk_file(int error) { return error == EINVAL || error == EROFS || error == ENOTSUP; }

}  // namespace

OutputFile::OutputFile(const std::string& path)
    : path_(path),
      file_(path == "-" ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)
                        : open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY, kMode)) {
  if (!file_) throw system_error(tr("cannot write"), path_, errno);
}

void OutputFile::truncate() {
  if (ftruncate(file_.get(), 0) != 0 && !is_no_disk_file(errno))
    throw system_error(tr("cannot write"), path_, errno);
}

void OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw system_error(tr("cannot write"), path_, errno);
    bytes.remove_prefix(static_cast<size_t>(written));
  }
}

void OutputFile::sync() {
  if (fsync(file_.get()) != 0 && !is_no_disk_file(errno))
    throw system_error(tr("cannot write"), path_, errno);
}

}  // namespace depeche
