#pragma once

#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {

/// Nights that follow one another, and several indexes of what they bring: "calm", whose runs nobody
/// disturbs, and others that must come to hold the same.
class Nights : public IndexFixture {
 protected:
  /// A run that hangs is killed behind this, and told of by its exit code.
  static constexpr std::chrono::seconds kPatience{60};

  /// What the agency sent so far: some articles change every night, some come, a file goes.
  void write_corpus(int night) {
    std::string lines;
    for (int i = 0; i < 60; ++i)
      lines += nlohmann::json{{"id", "a" + std::to_string(i)},
                              {"date", "2019-02-13"},
                              {"text", "Dépêche " + std::to_string(i) + " de la nuit " +
                                           std::to_string(i % 3 == 0 ? night : 0) + ", selon " +
                                           (i < 5 ? "Mme Hua." : "la porte-parole Hua Chunying.")}}
                   .dump() +
               "\n";
    write("corpus/always.jsonl", lines);
    write("corpus/night-" + std::to_string(night) + ".txt", "PARIS, 13 février - Une nouvelle.\n");
    std::filesystem::remove(directory / "corpus" / ("night-" + std::to_string(night - 3) + ".txt"));
  }

  /// One run; a signal is sent to it so many microseconds after its start, where that is not -1.
  Finished run_on(const std::string& index, const std::vector<std::string>& options, int signal_after_us = -1,
                  int signal = SIGKILL, std::chrono::seconds patience = kPatience) {
    std::vector<std::string> arguments = {DEPECHE_INDEXER, "--index", (directory / index).string(), "--quiet",
                                          (directory / "corpus").string()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run({std::move(arguments), {}, signal_after_us, patience, {}, signal});
  }

  /// Everything that searches are answered from; "" where there is no index.
  std::string state(const std::string& index) {
    return run({{DEPECHE_INDEXER, "--index", (directory / index).string(), "--export-dump"}, {}, -1}).out;
  }

  void expect_nothing_left_behind(const std::string& index) const {
    for (const auto& entry : std::filesystem::directory_iterator(directory / index))
      EXPECT_FALSE(entry.path().extension() == ".building" || entry.path().extension() == ".tmp")
          << entry.path();
  }
};

}  // namespace depeche
