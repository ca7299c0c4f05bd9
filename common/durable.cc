#include "common/durable.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/error.h"
#include "common/file.h"
#include "common/message.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

void sync_path(const fs::path& path, int flags) {
  const FileDescriptor file(open(path.c_str(), flags | O_CLOEXEC));
  if (!file || fsync(file.get()) != 0) throw system_error(tr("cannot write to disk"), path.string(), errno);
}

bool is_there(const fs::path& directory) {
  struct stat status {};
  return stat(directory.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

void write_all(const fs::path& path, std::string_view bytes) {
  const auto fail = [&](int error) {
    throw system_error(tr("cannot write ({} bytes needed)", bytes.size()), path.string(), error);
  };
  constexpr mode_t kMode = 0666;
  const FileDescriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, kMode));
  if (!file) fail(errno);
  for (std::string_view rest = bytes; !rest.empty();) {
    const ssize_t written = write(file.get(), rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    rest.remove_prefix(static_cast<size_t>(written));
  }
  if (fsync(file.get()) != 0) fail(errno);
}

}  // namespace

void sync_file(const fs::path& path) { sync_path(path, O_RDONLY); }

void sync_directory(const fs::path& path) { sync_path(path, O_RDONLY | O_DIRECTORY); }

void sync_files_of(const fs::path& directory) {
  for (const std::string& name : names_in(directory)) sync_file(directory / name);
  sync_directory(directory);
}

void rename_durably(const fs::path& from, const fs::path& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0)
    throw system_error(tr("cannot rename"), from.string(), errno);
  sync_directory(to.parent_path());
}

fs::path write_beside(const fs::path& path, std::string_view bytes) {
  fs::path temporary = path;
  temporary += ".tmp";
  write_all(temporary, bytes);
  return temporary;
}

void replace_file(const fs::path& path, std::string_view bytes) {
  rename_durably(write_beside(path, bytes), path);
}

void make_directories(const fs::path& path) {
  constexpr mode_t kMode = 0777;
  const fs::path named = path.has_filename() ? path : path.parent_path();
  const fs::path parent = named.has_parent_path() ? named.parent_path() : ".";
  int made = mkdir(named.c_str(), kMode);
  if (made != 0 && errno == ENOENT && parent != ".") {
    make_directories(parent);
    made = mkdir(named.c_str(), kMode);
  }
  const int error = made == 0 ? 0 : errno;
  if (error == EEXIST && is_there(named)) return;
  if (error != 0) throw system_error(tr("cannot make the directory"), path.string(), error);
  if (access(parent.c_str(), R_OK) == 0) sync_directory(parent);  // else the system gives no way to
}

// Directories are read by the functions of the system: those of libstdc++ end the process where memory ends.

std::vector<std::string> names_in(const fs::path& directory) {
  std::vector<std::string> names;
  struct Close {
    void operator()(DIR* entries) const { closedir(entries); }
  };
  const std::unique_ptr<DIR, Close> entries(opendir(directory.c_str()));
  if (!entries && errno == ENOENT) return names;
  const auto fail = [&] { return system_error(tr("cannot read"), directory.string(), errno); };
  if (!entries) throw fail();
  for (;;) {
    errno = 0;
    const dirent* entry = readdir(entries.get());
    if (!entry && errno != 0) throw fail();
    if (!entry) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool remove_tree(const fs::path& path) {
  if (unlink(path.c_str()) == 0 || errno == ENOENT) return true;
  try {
    for (const std::string& name : names_in(path)) remove_tree(path / name);
  } catch (const Error&) {
    return false;
  }
  return rmdir(path.c_str()) == 0;
}

}  // namespace depeche
