#include "indexer/segment_check.h"

#include <cerrno>
#include <climits>
#include <csignal>
#include <string>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include "common/error.h"
#include "common/message.h"
#include "common/text/visible.h"

namespace depeche {
namespace {

/// Never returns. Holds no descriptor of the parent (the run lock above all) and does not outlive it.
[[noreturn]] void check_as_child(const std::string& directory, std::chrono::seconds limit, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  close_range(STDERR_FILENO + 1, UINT_MAX, 0);
  for (const int signal : {SIGINT, SIGTERM, SIGALRM, SIGABRT, SIGSEGV, SIGBUS, SIGFPE})
    std::signal(signal, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  alarm(static_cast<unsigned>(limit.count()));
  try {
    _exit(Xapian::Database::check(directory) == 0 ? 0 : 1);
  } catch (...) {
    _exit(1);
  }
}

}  // namespace

void check_segment(const std::filesystem::path& directory, std::chrono::seconds limit) {
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) throw system_error(tr("cannot start a process to check"), directory.string(), errno);
  if (child == 0) check_as_child(directory.string(), limit, parent);
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) throw system_error(tr("cannot start a process to check"), directory.string(), errno);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
  const std::string path = visible_text(directory.string());
  if (!WIFSIGNALED(status))
    throw Error(ExitCode::kInternal,
                tr("{}: the finished segment is damaged: index again; if it happens again, check "
                   "disk and memory",
                   path));
  if (WTERMSIG(status) == SIGALRM)
    throw Error(ExitCode::kInternal,
                tr("{0}: the check of the segment took more than {1} seconds", path, limit.count()));
  throw Error(ExitCode::kInternal,
              tr("{0}: the check of the segment ended by signal {1}", path, WTERMSIG(status)));
}

}  // namespace depeche
