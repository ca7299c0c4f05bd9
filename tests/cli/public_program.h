#pragma once

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "tests/cli/process.h"

namespace depeche {

/// Where a program of this name stands in $PATH; "" where it does not.
inline std::string find_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');)
    if (std::filesystem::exists(std::filesystem::path(folder) / name))
      return (std::filesystem::path(folder) / name).string();
  return "";
}

#define NEED_PROGRAM(name) \
  if (find_program(name).empty()) GTEST_SKIP() << (name) << " is not installed"

/// Runs a program of $PATH.
inline Finished run_program(std::vector<std::string> arguments) {
  arguments.front() = find_program(arguments.front());
  return run({std::move(arguments), {}, -1});
}

}  // namespace depeche
