#include "indexer/stop.h"

#include <atomic>
#include <csignal>
#include <cstdlib>

#include <unistd.h>

#include "common/error.h"
#include "common/failure.h"
#include "common/message.h"

namespace depeche {
namespace {

/// A run stops within 5 seconds; this leaves one for the exit.
constexpr unsigned kSecondsToStop = 4;

std::atomic<int> stop_requested{0};
static_assert(std::atomic<int>::is_always_lock_free, "used by a signal handler");

void on_stop(int signal) {
  if (stop_requested.load() != 0) _exit(128 + signal);
  stop_requested.store(signal);
  alarm(kSecondsToStop);
}

void on_alarm(int) { _exit(128 + stop_requested.load()); }

void handle(int signal, void (*handler)(int)) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

}  // namespace

void prepare_process() {
  clear_xapian_environment();
  handle(SIGPIPE, SIG_IGN);
  handle(SIGXFSZ, SIG_IGN);
  handle(SIGALRM, on_alarm);
  handle(SIGINT, on_stop);
  handle(SIGTERM, on_stop);
}

int stop_signal() { return stop_requested.load(); }

void throw_if_stopped() {
  if (const int signal = stop_signal())
    throw Error(static_cast<ExitCode>(128 + signal),
                tr("stopped by {}: nothing was published", signal == SIGINT ? "SIGINT" : "SIGTERM"));
}

void disregard_stop_signals() {
  handle(SIGINT, SIG_IGN);
  handle(SIGTERM, SIG_IGN);
}

}  // namespace depeche
