#pragma once

#include <chrono>
#include <csignal>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace depeche {

/// How a program ended, and what it printed.
struct Finished {
  int exit_code = -1;  // 128 + signal where one ended it
  std::string out, err;
  bool timed_out = false;   // it was killed at its time limit
  uint64_t peak_bytes = 0;  // largest resident set, that of its own children included
};

struct Launch {
  std::vector<std::string> arguments;    // the program first
  std::vector<std::string> environment;  // NAME=VALUE beside a plain one: LANG=C.UTF-8, TZ=UTC, PATH, HOME
  int signal_after_us = -1;              // `signal` is sent so many microseconds after the start; -1: never
  std::chrono::seconds time_limit{0};    // SIGKILL so long after that, or after the start; 0: none
  std::optional<uid_t> user = {};        // whose rights it has; root only
  int signal = SIGKILL;
};

/// Runs a program to its end, without a terminal and with an empty standard input.
Finished run(const Launch& launch);

}  // namespace depeche
