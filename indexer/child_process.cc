#include "indexer/child_process.h"

#include <cerrno>
#include <climits>
#include <csignal>
#include <new>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/error.h"
#include "common/file.h"
#include "common/message.h"
#include "common/text/visible.h"
#include "indexer/stop.h"

namespace depeche {
namespace {

constexpr int kPollMilliseconds = 200;
constexpr size_t kReadBytes = 1 << 16;
constexpr int kFailedExit = 1, kMemoryExit = 2;

void write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) _exit(kFailedExit);  // nobody reads any more
    bytes.remove_prefix(static_cast<size_t>(written));
  }
}

[[noreturn]] void be_child(const std::function<void(const WriteBytes&)>& work, int out,
                           std::chrono::seconds limit, pid_t parent) {
  constexpr int kOut = STDERR_FILENO + 1;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(kFailedExit);
  if (out == kOut ? fcntl(out, F_SETFD, 0) != 0 : dup2(out, kOut) < 0) _exit(kFailedExit);
  close_range(kOut + 1, UINT_MAX, 0);
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  for (const int signal : {SIGINT, SIGTERM, SIGALRM, SIGABRT, SIGSEGV, SIGBUS, SIGFPE})
    std::signal(signal, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  alarm(static_cast<unsigned>(limit.count()));
  try {
    work([](std::string_view bytes) { write_all(kOut, bytes); });
    _exit(0);
  } catch (const std::bad_alloc&) {
    _exit(kMemoryExit);
  } catch (...) {
    _exit(kFailedExit);
  }
}

/// Ends and reaps the process that wait() was not called for.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  ~Child() {
    if (pid_ < 0) return;
    kill(pid_, SIGKILL);
    wait();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  int wait() {
    int status = 0;
    const pid_t pid = std::exchange(pid_, -1);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
    return status;
  }

 private:
  pid_t pid_;
};

void read_all(const FileDescriptor& in, const std::string& what, const WriteBytes& take) {
  char buffer[kReadBytes];
  for (;;) {
    pollfd end{in.get(), POLLIN, 0};
    const int ready = poll(&end, 1, kPollMilliseconds);
    throw_if_stopped();
    if (ready <= 0) continue;
    const size_t count = read_some(in, buffer, sizeof buffer, what);
    if (count == 0) return;
    take(std::string_view(buffer, count));
  }
}

}  // namespace

ChildEnd run_as_child(const std::string& what, std::chrono::seconds limit,
                      const std::function<void(const WriteBytes&)>& work, const WriteBytes& take) {
  const auto fail = [&]() -> Error {
    return system_error(tr("cannot start a process to check"), what, errno);
  };
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw fail();
  const FileDescriptor in(ends[0]);
  FileDescriptor out(ends[1]);
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid < 0) throw fail();
  if (pid == 0) be_child(work, out.get(), limit, parent);
  Child child(pid);
  out = FileDescriptor();
  read_all(in, what, take);
  const int status = child.wait();
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) return {ChildEnd::Kind::kTimeLimit, 0};
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
    throw Error(
        ExitCode::kEnvironment,
        tr("{}: the process that checks was killed: was memory short? run again", visible_text(what)));
  if (WIFSIGNALED(status)) return {ChildEnd::Kind::kSignalled, WTERMSIG(status)};
  if (WEXITSTATUS(status) == kMemoryExit) throw std::bad_alloc();
  return {WEXITSTATUS(status) == 0 ? ChildEnd::Kind::kDone : ChildEnd::Kind::kFailed, 0};
}

}  // namespace depeche
