// Searchers at work while an indexer publishes one state after the other: each answer is that of one state,
// none fails, and none is older than the one before it.
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <set>
#include <thread>

#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

using nlohmann::json;

constexpr int kArticles = 25;

class Readers : public IndexFixture {
 protected:
  /// Every article tells the number of the night.
  void publish(int night) {
    std::string lines;
    for (int i = 0; i < kArticles; ++i)
      lines += json{{"id", "a" + std::to_string(i)},
                    {"date", "2019-02-13"},
                    {"title", "Nuit " + std::to_string(night)},
                    {"text", i < 5 ? "Selon Mme Hua." : "Selon la porte-parole Hua Chunying."}}
                   .dump() +
               "\n";
    const Finished finished = index({write("corpus.jsonl", lines)});
    ASSERT_EQ(finished.exit_code, 0) << finished.err;
  }

  /// The night that an answer is of; tells what is wrong with any other.
  int night_of(const Finished& answer) {
    std::set<std::string> titles;
    int lines = 0;
    std::istringstream in(answer.out);
    for (std::string line; std::getline(in, line); ++lines)
      titles.insert(json::parse(line)["title"].get<std::string>());
    if (answer.exit_code != 0 || lines != kArticles || titles.size() != 1) {
      const std::lock_guard lock(mutex_);
      ADD_FAILURE() << "exit code " << answer.exit_code << ", " << lines << " articles of " << titles.size()
                    << " nights: " << answer.err;
      return 0;
    }
    return std::stoi(titles.begin()->substr(5));
  }

  std::mutex mutex_;
};

TEST_F(Readers, SeeOneStateAtATime) {
  const bool soak = std::getenv("DEPECHE_SOAK") != nullptr;
  const auto least = std::chrono::seconds(soak ? 1800 : 60);
  const unsigned readers = soak ? 16 : 4;
  constexpr int kPublishes = 50;

  publish(1);
  std::atomic<bool> over{false};
  std::atomic<int> answers{0};
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < readers; ++i)
    threads.emplace_back([&] {
      int last = 0;
      while (!over && !HasFailure()) {
        // Found by the surname table of the state too, which must be the one of its segments.
        const int night =
            night_of(search({"--format", "jsonl", "--limit", "100", "personne:\"Hua Chunying\""}));
        const std::lock_guard lock(mutex_);
        EXPECT_GE(night, last);
        last = night;
        ++answers;
      }
    });
  const auto begin = std::chrono::steady_clock::now();
  int night = 1;
  while (!HasFailure() && (night <= kPublishes || std::chrono::steady_clock::now() - begin < least))
    publish(++night);
  over = true;
  threads.clear();
  RecordProperty("publishes", night);
  RecordProperty("answers", answers.load());
  EXPECT_GE(night, kPublishes);
  EXPECT_GT(answers.load(), kPublishes);
}

}  // namespace
}  // namespace depeche
