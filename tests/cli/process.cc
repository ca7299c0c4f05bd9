#include "tests/cli/process.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace depeche {
namespace {

struct Pipe {
  int read_end, write_end;
  Pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
    read_end = ends[0];
    write_end = ends[1];
  }
};

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (std::string& string : strings) result.push_back(string.data());
  result.push_back(nullptr);
  return result;
}

using Clock = std::chrono::steady_clock;

/// Milliseconds to wait, as poll() takes them.
int left_until(std::optional<Clock::time_point> deadline) {
  if (!deadline) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now()).count();
  return static_cast<int>(std::max<decltype(left)>(left, 0));
}

/// False where the deadline came first.
bool drain(int out_fd, std::string& out, int err_fd, std::string& err,
           std::optional<Clock::time_point> deadline) {
  pollfd ends[] = {{out_fd, POLLIN, 0}, {err_fd, POLLIN, 0}};
  std::string* texts[] = {&out, &err};
  bool in_time = true;
  for (int open = 2; open > 0;) {
    if (poll(ends, 2, left_until(deadline)) == 0) {
      in_time = false;
      break;
    }
    for (int i = 0; i < 2; ++i) {
      if (ends[i].fd < 0 || ends[i].revents == 0) continue;
      char buffer[65536];
      const ssize_t count = read(ends[i].fd, buffer, sizeof buffer);
      if (count > 0) {
        texts[i]->append(buffer, static_cast<size_t>(count));
      } else {
        close(ends[i].fd);
        ends[i].fd = -1;
        --open;
      }
    }
  }
  for (const pollfd& end : ends)
    if (end.fd >= 0) close(end.fd);
  return in_time;
}

/// Exits where these rights cannot be had.
void become(uid_t user) {
  if (setgroups(0, nullptr) != 0 || setgid(user) != 0 || setuid(user) != 0) _exit(126);
}

}  // namespace

Finished run(const Launch& launch) {
  std::vector<std::string> arguments = launch.arguments;
  std::vector<std::string> environment = launch.environment;  // first, so that getenv() finds these
  const std::string path = std::string("PATH=") + std::getenv("PATH");
  environment.insert(environment.end(), {"LANG=C.UTF-8", "TZ=UTC", path, "HOME=/nonexistent"});
  const auto argv = pointers(arguments), envp = pointers(environment);
  const Pipe out, err;

  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork");
  if (child == 0) {
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(out.write_end, STDOUT_FILENO);
    dup2(err.write_end, STDERR_FILENO);
    if (launch.user) become(*launch.user);
    execve(argv[0], argv.data(), envp.data());
    _exit(127);
  }
  close(out.write_end);
  close(err.write_end);
  if (launch.signal_after_us >= 0) {
    usleep(static_cast<useconds_t>(launch.signal_after_us));
    kill(child, launch.signal);
  }
  std::optional<Clock::time_point> deadline;
  if (launch.time_limit.count() > 0) deadline = Clock::now() + launch.time_limit;
  Finished finished;
  finished.timed_out = !drain(out.read_end, finished.out, err.read_end, finished.err, deadline);
  if (finished.timed_out) kill(child, SIGKILL);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  finished.peak_bytes = static_cast<uint64_t>(usage.ru_maxrss) * 1024;
  finished.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return finished;
}

}  // namespace depeche
