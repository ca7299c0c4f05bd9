// Runs that are killed at random moments: the state before or the state after is in force, the next run goes
// on as if nothing had been, and nothing is left lying about.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>

#include "tests/crash/nights.h"

namespace depeche {
namespace {

class Kill : public Nights, public testing::WithParamInterface<unsigned> {};

TEST_P(Kill, LeavesTheOldIndexOrTheNewOne) {
  const int nights = std::getenv("DEPECHE_SOAK") ? 1250 : 75;
  const unsigned seed = std::random_device{}() + GetParam();
  RecordProperty("seed", static_cast<int>(seed));
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  using Clock = std::chrono::steady_clock;
  auto shortest = Clock::duration::max();  // of a whole run: a busy machine makes others longer
  int killed = 0;
  std::string before;
  for (int night = 1; night <= nights; ++night) {
    write_corpus(night);
    std::vector<std::string> options = {"--threads", std::to_string(1 + random() % 3)};
    if (random() % 2 == 0) options.insert(options.end(), {"--prune", "--max-prune", "50"});
    if (random() % 8 == 0) options.insert(options.end(), {"--merge"});
    // Beside the index whose runs are killed stands one that nobody disturbs.
    const auto begin = Clock::now();
    ASSERT_EQ(run_on("calm", options).exit_code, 0);
    shortest = std::min(shortest, Clock::now() - begin);
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(shortest).count();
    const int moment = static_cast<int>(random() % static_cast<unsigned long>(whole));
    SCOPED_TRACE("night " + std::to_string(night) + ", killed after " + std::to_string(moment) + " us");
    if (run_on("killed", options, moment).exit_code == 128 + 9) ++killed;
    const std::string between = state("killed"), after = state("calm");
    ASSERT_TRUE(between == before || between == after);
    const Finished next = run_on("killed", options);
    ASSERT_EQ(next.exit_code, 0) << next.err;
    ASSERT_TRUE(state("killed") == after);
    expect_nothing_left_behind("killed");
    before = after;
  }
  RecordProperty("killed", killed);
  EXPECT_GT(killed, nights / 2);
}

INSTANTIATE_TEST_SUITE_P(Lives, Kill, testing::Range(0u, 4u));

}  // namespace
}  // namespace depeche
