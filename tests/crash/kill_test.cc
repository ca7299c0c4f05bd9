#include <chrono>
#include <random>

#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

class Kill : public IndexFixture {
 protected:
  std::string corpus(int night) {
    std::string lines;
    for (int i = 0; i < 60; ++i)
      lines += nlohmann::json{{"id", "a" + std::to_string(i)},
                              {"date", "2019-02-13"},
                              {"text", "Dépêche " + std::to_string(i) + " de la nuit " +
                                           std::to_string(i % 3 == 0 ? night : 0) + ", selon " +
                                           (i < 5 ? "Mme Hua." : "la porte-parole Hua Chunying.")}}
                   .dump() +
               "\n";
    return write("corpus.jsonl", lines);
  }

  /// Everything a reader can see, in an order of its own; some articles are found only by the surname table.
  std::string state() {
    return search({"--format", "jsonl", "--limit", "1000", "--sort", "date",
                   "dépêche personne:\"Hua Chunying\""})
        .out;
  }

  std::vector<std::string> command(const std::string& path) {
    return {DEPECHE_INDEXER, "--index", (directory / "index").string(), "--quiet", path};
  }
};

/// kill -9 at random moments of a run: the state before or the state after is in force, the next run goes on
/// as if nothing had been, and nothing is left lying about.
TEST_F(Kill, LeavesTheOldIndexOrTheNewOne) {
  const unsigned seed = std::random_device{}();
  RecordProperty("seed", static_cast<int>(seed));
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);

  ASSERT_EQ(run({command(corpus(1)), {}, -1}).exit_code, 0);
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(run({command(corpus(2)), {}, -1}).exit_code, 0);
  const auto whole =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();

  int killed = 0;
  std::string before = state();
  for (int night = 3; night < 33; ++night) {
    const std::string path = corpus(night);
    const int moment = static_cast<int>(random() % static_cast<unsigned>(whole));
    if (run({command(path), {}, moment}).exit_code == 128 + 9) ++killed;
    const std::string between = state();
    ASSERT_EQ(run({command(path), {}, -1}).exit_code, 0) << "killed after " << moment << " us";
    const std::string after = state();
    ASSERT_TRUE(between == before || between == after) << "killed after " << moment << " us";
    ASSERT_NE(after, before);
    ASSERT_EQ(std::count(after.begin(), after.end(), '\n'), 60);
    for (const auto& entry : std::filesystem::directory_iterator(directory / "index"))
      ASSERT_FALSE(entry.path().extension() == ".building" || entry.path().extension() == ".tmp")
          << entry.path();
    before = after;
  }
  EXPECT_GT(killed, 5);
}

}  // namespace
}  // namespace depeche
