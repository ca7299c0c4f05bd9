// A library that is loaded before all others into the programs under test, and has a call fail. The
// environment says which:
//   DEPECHE_FAULT_KIND    count, kill, enospc, eio, full (the disk, from so many bytes on), memory
//   DEPECHE_FAULT_AT      the number of the call that fails, from 1; of full: bytes that fit
//   DEPECHE_FAULT_FILE    where the number of calls (or bytes) is written, one writev() at the end
//   DEPECHE_FAULT_DISK    a directory where the shim notes what a power cut would leave: see Disk
// Calls that change the file system are counted, and those that make a file, over all threads; a
// child process counts on by itself. Reads are not: a source that cannot be read is a rejection, an index
// that cannot, damage (both in tests/cli).
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

enum class Kind { kNone, kCount, kKill, kNoSpace, kInput, kFull, kMemory };

struct Plan {
  Kind kind = Kind::kNone;
  uint64_t at = 0;
  const char* file = nullptr;
};

Plan read_plan() {
  static const struct {
    const char* name;
    Kind kind;
  } kKinds[] = {{"count", Kind::kCount}, {"kill", Kind::kKill}, {"enospc", Kind::kNoSpace},
                {"eio", Kind::kInput},   {"full", Kind::kFull}, {"memory", Kind::kMemory}};
  Plan plan;
  const char* kind = std::getenv("DEPECHE_FAULT_KIND");
  const char* at = std::getenv("DEPECHE_FAULT_AT");
  for (const auto& known : kKinds)
    if (kind && std::strcmp(kind, known.name) == 0) plan.kind = known.kind;
  if (at) plan.at = std::strtoull(at, nullptr, 10);
  plan.file = std::getenv("DEPECHE_FAULT_FILE");
  return plan;
}

const Plan& plan() {
  static const Plan the_plan = read_plan();
  return the_plan;
}

std::atomic<uint64_t> calls{0}, bytes{0}, allocations{0};

/// Held while what is on the disk is noted (Disk), and by what kills: no note is left half written by another
/// thread's death.
std::mutex noting;

/// Counts a call. True if it is to fail, with errno set; does not come back where the process is to die.
bool fails() {
  const Plan& p = plan();
  if (p.kind == Kind::kNone || p.kind == Kind::kMemory || p.kind == Kind::kFull) return false;
  if (++calls != p.at || p.kind == Kind::kCount) return false;
  if (p.kind == Kind::kKill) {
    const std::lock_guard<std::mutex> whole(noting);
    kill(getpid(), SIGKILL);
  }
  errno = p.kind == Kind::kNoSpace ? ENOSPC : EIO;
  return true;
}

/// How many of `size` bytes still fit on the disk.
size_t room_for(size_t size) {
  const uint64_t before = bytes.fetch_add(size);
  if (plan().kind != Kind::kFull) return size;
  if (before >= plan().at) return 0;
  const uint64_t left = plan().at - before;
  return left < size ? static_cast<size_t>(left) : size;
}

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

bool is_regular(int fd) {
  struct stat status {};
  return fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

/// Writes by `write`, which takes the number of bytes; so many of `size` as there is room for.
template <typename Write>
ssize_t write_as_planned(int fd, size_t size, const Write& write) {
  if (!is_regular(fd)) return write(size);
  if (fails()) return -1;
  const size_t room = room_for(size);
  if (room == 0 && size > 0) {
    errno = ENOSPC;
    return -1;
  }
  return write(room);
}

template <typename... Arguments>
int call_as_planned(const char* name, Arguments... arguments) {
  if (fails()) return -1;
  return next<int(Arguments...)>(name)(arguments...);
}

int open_as_planned(const char* name, const char* path, int flags, mode_t mode) {
  if ((flags & O_CREAT) != 0 && fails()) return -1;
  return next<int(const char*, int, ...)>(name)(path, flags, mode);
}

mode_t mode_of(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(arguments, unsigned)) : 0;
}

/// What is certain to be on the disk, as POSIX has it: of a file what was in it at its last fsync(), of a
/// directory the names that stood in it at its own. Kept in a directory, by number of inode: f<inode>, the
/// bytes; d<inode>, a line for each name: inode, f or d, name. kept-<n> holds on to files that lose their
/// name, so that no inode number comes back as another file.
class Disk {
 public:
  void note_synced(int fd) const {
    struct stat status {};
    if (!directory() || fstat(fd, &status) != 0) return;
    const std::lock_guard<std::mutex> whole(noting);
    if (S_ISREG(status.st_mode)) note_file(fd, status);
    if (S_ISDIR(status.st_mode)) note_directory(fd, status);
  }

  /// Call before the name goes, or comes to stand for another file.
  void note_unnamed(int fd, const char* path) const {
    if (!directory()) return;
    const std::lock_guard<std::mutex> whole(noting);
    const Path kept("%s/kept-%d-%llu", directory(), getpid(), ++kept_);
    syscall(SYS_linkat, fd, path, AT_FDCWD, kept.text, 0);
  }

  /// A new directory may have the number of one that is gone.
  void note_made(const char* path) const {
    struct stat status {};
    if (!directory() || stat(path, &status) != 0) return;
    const std::lock_guard<std::mutex> whole(noting);
    const Path listing("%s/d%llu", directory(), number(status.st_ino));
    syscall(SYS_unlink, listing.text);
  }

 private:
  struct Path {
    char text[512];
    template <typename... Arguments>
    explicit Path(const char* format, Arguments... arguments) {
      std::snprintf(text, sizeof text, format, arguments...);
    }
  };

  static const char* directory() {
    static const char* const the_directory = std::getenv("DEPECHE_FAULT_DISK");
    return the_directory;
  }
  static unsigned long long number(ino_t inode) { return static_cast<unsigned long long>(inode); }

  static int create(const Path& path) {
    return static_cast<int>(
        syscall(SYS_openat, AT_FDCWD, path.text, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  }
  static void put(int fd, const char* data, size_t size) {
    iovec vector{const_cast<char*>(data), size};
    if (writev(fd, &vector, 1) != static_cast<ssize_t>(size)) abort();
  }

  static void note_file(int fd, const struct stat& status) {
    const Path in_path("/proc/self/fd/%d", fd), path("%s/f%llu", directory(), number(status.st_ino));
    const int in = static_cast<int>(syscall(SYS_openat, AT_FDCWD, in_path.text, O_RDONLY | O_CLOEXEC));
    const int out = create(path);
    if (in < 0 || out < 0) abort();
    char buffer[65536];
    for (ssize_t count = 0; (count = read(in, buffer, sizeof buffer)) > 0;)
      put(out, buffer, static_cast<size_t>(count));
    const timespec times[] = {status.st_atim, status.st_mtim};
    futimens(out, times);
    close(in);
    close(out);
  }

  static void note_directory(int fd, const struct stat& status) {
    const int in = static_cast<int>(syscall(SYS_openat, fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    DIR* const entries = in < 0 ? nullptr : fdopendir(in);
    const int out = create(Path("%s/d%llu", directory(), number(status.st_ino)));
    if (!entries || out < 0) abort();
    while (const dirent* entry = readdir(entries)) {
      if (std::strcmp(entry->d_name, ".") == 0 || std::strcmp(entry->d_name, "..") == 0) continue;
      const Path line("%llu %c %s\n", number(entry->d_ino), entry->d_type == DT_DIR ? 'd' : 'f',
                      entry->d_name);
      put(out, line.text, std::strlen(line.text));
    }
    closedir(entries);
    close(out);
  }

  static inline std::atomic<unsigned long long> kept_{0};
};

const Disk disk;

int sync_as_planned(const char* name, int fd) {
  const int result = call_as_planned(name, fd);
  if (result == 0) disk.note_synced(fd);
  return result;
}

struct Report {
  ~Report() {
    if (!plan().file) return;
    const uint64_t count = plan().kind == Kind::kMemory ? allocations
                           : plan().kind == Kind::kFull ? bytes
                                                        : calls;
    char text[32];
    const int size = std::snprintf(text, sizeof text, "%llu\n", static_cast<unsigned long long>(count));
    const int fd =
        static_cast<int>(syscall(SYS_openat, AT_FDCWD, plan().file, O_WRONLY | O_CREAT | O_TRUNC, 0600));
    if (fd < 0) return;
    iovec vector{text, static_cast<size_t>(size)};
    [[maybe_unused]] const ssize_t written = writev(fd, &vector, 1);
    close(fd);
  }
} report;

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_as_planned("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_as_planned("open64", path, flags, mode);
}

ssize_t write(int fd, const void* data, size_t size) {
  return write_as_planned(fd, size, [&](size_t room) {
    return next<ssize_t(int, const void*, size_t)>("write")(fd, data, room);
  });
}

ssize_t pwrite64(int fd, const void* data, size_t size, off64_t offset) {
  return write_as_planned(fd, size, [&](size_t room) {
    return next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64")(fd, data, room, offset);
  });
}

ssize_t pwrite(int fd, const void* data, size_t size, off_t offset) {
  return write_as_planned(fd, size, [&](size_t room) {
    return next<ssize_t(int, const void*, size_t, off_t)>("pwrite")(fd, data, room, offset);
  });
}

int fsync(int fd) { return sync_as_planned("fsync", fd); }
int fdatasync(int fd) { return sync_as_planned("fdatasync", fd); }
int rename(const char* from, const char* to) {
  if (fails()) return -1;
  disk.note_unnamed(AT_FDCWD, to);
  return next<int(const char*, const char*)>("rename")(from, to);
}
int unlink(const char* path) {
  if (fails()) return -1;
  disk.note_unnamed(AT_FDCWD, path);
  return next<int(const char*)>("unlink")(path);
}
int unlinkat(int fd, const char* path, int flags) {
  if (fails()) return -1;
  disk.note_unnamed(fd, path);
  return next<int(int, const char*, int)>("unlinkat")(fd, path, flags);
}
int remove(const char* path) {
  if (fails()) return -1;
  disk.note_unnamed(AT_FDCWD, path);
  return next<int(const char*)>("remove")(path);
}
int mkdir(const char* path, mode_t mode) {
  const int result = call_as_planned("mkdir", path, mode);
  if (result == 0) disk.note_made(path);
  return result;
}
int rmdir(const char* path) { return call_as_planned("rmdir", path); }
int ftruncate(int fd, off_t size) { return call_as_planned("ftruncate", fd, size); }
int ftruncate64(int fd, off64_t size) { return call_as_planned("ftruncate64", fd, size); }

}  // extern "C"

void* operator new(size_t size) {
  if (plan().kind == Kind::kMemory && ++allocations == plan().at) throw std::bad_alloc();
  void* const memory = std::malloc(size > 0 ? size : 1);
  if (!memory) throw std::bad_alloc();
  return memory;
}
void* operator new[](size_t size) { return operator new(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }
