#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/cli/process.h"

namespace depeche {

/// A scratch directory with an index in it, and the two programs at work on it.
class IndexFixture : public testing::Test {
 protected:
  IndexFixture() {
    std::string name = (std::filesystem::temp_directory_path() / "depeche-cli-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    directory = name;
  }
  ~IndexFixture() override { std::filesystem::remove_all(directory); }

  std::string write(const std::string& name, const std::string& content) {
    const std::filesystem::path path = directory / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
  }

  Finished index(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(),
                     {DEPECHE_INDEXER, "--index", (directory / "index").string(), "--quiet"});
    return run({std::move(arguments), {}, -1});
  }

  Finished search(std::vector<std::string> arguments, std::vector<std::string> environment = {}) {
    arguments.insert(arguments.begin(), {DEPECHE_SEARCHER, "--index", (directory / "index").string()});
    return run({std::move(arguments), std::move(environment), -1});
  }

  /// Number of articles a query finds.
  size_t found(const std::string& query) {
    const std::string ids = search({"--format", "ids", "--limit", "1000", query}).out;
    return static_cast<size_t>(std::count(ids.begin(), ids.end(), '\n'));
  }

  std::filesystem::path directory;
};

}  // namespace depeche
