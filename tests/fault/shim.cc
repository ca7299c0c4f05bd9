// A library that is loaded before all others into the programs under test, and has a call fail. The
// environment says which:
//   DEPECHE_FAULT_KIND    count, kill, enospc, eio, full (the disk, from so many bytes on), memory
//   DEPECHE_FAULT_AT      the number of the call that fails, from 1; of full: bytes that fit
//   DEPECHE_FAULT_FILE    where the number of calls (or bytes) is written, one writev() at the end
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
#include <new>

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

/// Counts a call. True if it is to fail, with errno set; does not come back where the process is to die.
bool fails() {
  const Plan& p = plan();
  if (p.kind == Kind::kNone || p.kind == Kind::kMemory || p.kind == Kind::kFull) return false;
  if (++calls != p.at || p.kind == Kind::kCount) return false;
  if (p.kind == Kind::kKill) kill(getpid(), SIGKILL);
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

int fsync(int fd) { return call_as_planned("fsync", fd); }
int fdatasync(int fd) { return call_as_planned("fdatasync", fd); }
int rename(const char* from, const char* to) { return call_as_planned("rename", from, to); }
int unlink(const char* path) { return call_as_planned("unlink", path); }
int unlinkat(int fd, const char* path, int flags) { return call_as_planned("unlinkat", fd, path, flags); }
int mkdir(const char* path, mode_t mode) { return call_as_planned("mkdir", path, mode); }
int rmdir(const char* path) { return call_as_planned("rmdir", path); }
int remove(const char* path) { return call_as_planned("remove", path); }
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
