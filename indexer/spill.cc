#include "indexer/spill.h"

#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

#include "common/error.h"
#include "common/message.h"
#include "common/text/visible.h"

namespace depeche {

void Spill::fail() const {
  throw system_error(tr("cannot write a temporary file in"), visible_text(directory_.string()),
                     errno != 0 ? errno : EIO);
}

void Spill::open() {
  int fd = ::open(directory_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0) {  // some file systems have no such files
    std::string name = directory_ / "depeche-XXXXXX.tmp";
    fd = mkostemps(name.data(), 4, O_CLOEXEC);
    if (fd >= 0) unlink(name.c_str());
  }
  if (fd < 0) fail();
  file_.reset(fdopen(fd, "w+b"));
  if (!file_) {
    ::close(fd);
    fail();
  }
}

void Spill::add(std::string_view bytes) {
  if (!file_) open();
  const uint64_t length = bytes.size();
  if (std::fwrite(&length, sizeof length, 1, file_.get()) != 1 ||
      std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size())
    fail();
  ++size_;
}

void Spill::rewind() {
  if (file_ && (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0)) fail();
}

std::string Spill::next() {
  uint64_t length = 0;
  if (std::fread(&length, sizeof length, 1, file_.get()) != 1) fail();
  std::string bytes(length, '\0');
  if (std::fread(bytes.data(), 1, length, file_.get()) != length) fail();
  return bytes;
}

}  // namespace depeche
