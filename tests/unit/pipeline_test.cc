#include "indexer/pipeline.h"

#include <atomic>
#include <chrono>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace depeche {
namespace {

using Numbers = Pipeline<int, int>;

Numbers::Produce count_to(int last, size_t bytes = 1) {
  return [=](const Numbers::Push& push) {
    for (int i = 1; i <= last; ++i)
      if (!push(int{i}, bytes)) return;
  };
}

/// Work that takes longer for some items, so that they are done out of order.
int square_slowly(int n) {
  std::this_thread::sleep_for(std::chrono::microseconds(n % 7 * 50));
  return n * n;
}

Numbers::MakeWork squares() {
  return [] { return [](int&& n) { return square_slowly(n); }; };
}

TEST(Pipeline, KeepsOrderForAnyNumberOfThreads) {
  for (const unsigned threads : {1u, 2u, 3u, 8u}) {
    std::vector<int> results;
    Numbers({.threads = threads, .max_bytes = 16}).run(count_to(300), squares(), [&](int&& n) {
      results.push_back(n);
      return true;
    });
    ASSERT_EQ(results.size(), 300u) << threads;
    for (int i = 0; i < 300; ++i) ASSERT_EQ(results[i], (i + 1) * (i + 1)) << threads;
  }
}

TEST(Pipeline, NothingProducedIsNothingConsumed) {
  Numbers({.threads = 4}).run(count_to(0), squares(), [](int&&) -> bool {
    throw std::logic_error("consumed");
  });
}

TEST(Pipeline, MakesOneWorkerAThreadAndKeepsItThere) {
  std::mutex mutex;
  std::set<std::thread::id> makers;
  std::atomic<int> strays{0};
  Numbers({.threads = 4})
      .run(
          count_to(200),
          [&] {
            const std::thread::id home = std::this_thread::get_id();
            const std::lock_guard lock(mutex);
            makers.insert(home);
            return [&strays, home](int&& n) {
              if (std::this_thread::get_id() != home) ++strays;
              return square_slowly(n);
            };
          },
          [](int&&) { return true; });
  EXPECT_EQ(makers.size(), 4u);
  EXPECT_EQ(strays, 0);
}

TEST(Pipeline, NeverHoldsMoreThanItsBytes) {
  std::atomic<int> under_way{0}, most{0};
  Numbers({.threads = 4, .max_bytes = 1000})
      .run(
          [&](const Numbers::Push& push) {
            for (int i = 0; i < 500; ++i) {
              ASSERT_TRUE(push(int{i}, 100));
              // Counted behind push(), so one item less than there may be.
              most = std::max<int>(most, ++under_way);
            }
          },
          squares(),
          [&](int&&) {
            --under_way;
            return true;
          });
  EXPECT_LE(most, 11);
  EXPECT_EQ(under_way, 0);
}

TEST(Pipeline, ItemAboveTheLimitPassesAlone) {
  int sum = 0;
  Numbers({.threads = 2, .max_bytes = 10}).run(count_to(5, 1000), squares(), [&](int&& n) {
    sum += n;
    return true;
  });
  EXPECT_EQ(sum, 1 + 4 + 9 + 16 + 25);
}

TEST(Pipeline, ConsumerEndsTheRun) {
  std::atomic<bool> refused{false};
  int consumed = 0;
  Numbers({.threads = 3, .max_bytes = 20})
      .run(
          [&](const Numbers::Push& push) {
            for (int i = 0; i < 1'000'000 && !refused; ++i) refused = !push(int{i}, 1);
          },
          squares(), [&](int&&) { return ++consumed < 50; });
  EXPECT_TRUE(refused);
  EXPECT_EQ(consumed, 50);
}

struct FailureCase {
  const char* where;
  bool produce, make, work, consume;
};

constexpr FailureCase kFailures[] = {
    {"produce", true, false, false, false},
    {"make_work", false, true, false, false},
    {"work", false, false, true, false},
    {"consume", false, false, false, true},
};

TEST(Pipeline, FailureAnywhereEndsTheRunAndComesOut) {
  for (const FailureCase& failure : kFailures) {
    const auto fail_if = [&](bool fails) {
      if (fails) throw std::runtime_error(failure.where);
    };
    try {
      Numbers({.threads = 3, .max_bytes = 20})
          .run(
              [&](const Numbers::Push& push) {
                for (int i = 0; i < 1000; ++i) {
                  fail_if(failure.produce && i == 100);
                  if (!push(int{i}, 1)) return;
                }
              },
              [&] {
                fail_if(failure.make);
                return [&](int&& n) {
                  fail_if(failure.work && n == 100);
                  return n;
                };
              },
              [&](int&& n) {
                fail_if(failure.consume && n == 100);
                return true;
              });
      ADD_FAILURE() << failure.where << " was lost";
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), failure.where);
    }
  }
}

}  // namespace
}  // namespace depeche
