#pragma once

#include <string>
#include <vector>

namespace depeche {

/// How a program ended, and what it printed.
struct Finished {
  int exit_code = -1;  // 128 + signal where one ended it
  std::string out, err;
};

struct Launch {
  std::vector<std::string> arguments;    // the program first
  std::vector<std::string> environment;  // NAME=VALUE beside a plain one: LANG=C.UTF-8, TZ=UTC, PATH, HOME
  int kill_after_us = -1;                // SIGKILL so many microseconds after the start; -1: never
};

/// Runs a program to its end, without a terminal and with an empty standard input.
Finished run(const Launch& launch);

}  // namespace depeche
