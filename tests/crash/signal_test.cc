// Runs that are asked to stop, and indexers that meet at one index.
#include <algorithm>
#include <cstdlib>
#include <future>
#include <random>
#include <thread>

#include "tests/crash/nights.h"

namespace depeche {
namespace {

using Clock = std::chrono::steady_clock;

/// The contract of indexer/stop.h.
constexpr std::chrono::seconds kTimeToStop{5};

class Signals : public Nights, public testing::WithParamInterface<unsigned> {
 protected:
  int trials(int figure) const { return std::getenv("DEPECHE_SOAK") ? 20 * figure : figure; }

  std::mt19937 seeded() {
    const unsigned seed = std::random_device{}() + GetParam();
    RecordProperty("seed", static_cast<int>(seed));
    return std::mt19937(seed);
  }
};

TEST_P(Signals, StopARunThatLeavesTheOldIndexOrEndIt) {
  std::mt19937 random = seeded();
  auto shortest = Clock::duration::max();
  int stopped = 0;
  std::string before;
  const int nights = trials(50);
  for (int night = 1; night <= nights; ++night) {
    write_corpus(night);
    const std::vector<std::string> options = {"--threads", std::to_string(1 + random() % 3)};
    const auto begin = Clock::now();
    ASSERT_EQ(run_on("calm", options).exit_code, 0);
    shortest = std::min(shortest, Clock::now() - begin);
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(shortest).count();
    const int moment = static_cast<int>(random() % static_cast<unsigned long>(whole));
    const int signal = random() % 2 == 0 ? SIGTERM : SIGINT;
    SCOPED_TRACE("night " + std::to_string(night) + ", signal " + std::to_string(signal) + " after " +
                 std::to_string(moment) + " us");
    const Finished ended = run_on("stopped", options, moment, signal, kTimeToStop);
    const std::string after = state("calm");
    ASSERT_FALSE(ended.timed_out);
    if (ended.exit_code == 0) {
      ASSERT_TRUE(state("stopped") == after);
    } else {
      ++stopped;
      ASSERT_EQ(ended.exit_code, 128 + signal) << ended.err;
      ASSERT_TRUE(state("stopped") == before);
    }
    ASSERT_EQ(run_on("stopped", options).exit_code, 0);
    ASSERT_TRUE(state("stopped") == after);
    expect_nothing_left_behind("stopped");
    before = after;
  }
  RecordProperty("stopped", stopped);
  EXPECT_GT(stopped, nights / 4);
}

TEST_P(Signals, OfTwoIndexersOneRuns) {
  std::mt19937 random = seeded();
  int locked_out = 0;
  const int nights = trials(25);
  for (int night = 1; night <= nights; ++night) {
    write_corpus(night);
    SCOPED_TRACE("night " + std::to_string(night));
    auto other = std::async(std::launch::async, [&] { return run_on("contested", {"--threads", "2"}); });
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20000));
    std::vector<Finished> both = {run_on("contested", {}), other.get()};
    for (const Finished& one : both) {
      ASSERT_TRUE(one.exit_code == 0 || one.exit_code == 5) << one.exit_code << one.err;
      if (one.exit_code == 0) continue;
      ++locked_out;
      ASSERT_NE(one.err.find("is at work on"), std::string::npos) << one.err;
    }
    ASSERT_TRUE(both[0].exit_code == 0 || both[1].exit_code == 0);
    ASSERT_EQ(run_on("calm", {}).exit_code, 0);
    ASSERT_TRUE(state("contested") == state("calm"));
    expect_nothing_left_behind("contested");
  }
  RecordProperty("locked out", locked_out);
  EXPECT_GT(locked_out, nights / 4);
}

INSTANTIATE_TEST_SUITE_P(Lives, Signals, testing::Range(0u, 4u));

}  // namespace
}  // namespace depeche
