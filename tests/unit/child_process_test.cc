#include "indexer/child_process.h"

#include <csignal>
#include <stdexcept>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "common/error.h"

namespace depeche {
namespace {

using namespace std::chrono_literals;
using Kind = ChildEnd::Kind;

struct Ended {
  ChildEnd end;
  std::string said;
};

Ended run(const std::function<void(const WriteBytes&)>& work, std::chrono::seconds limit = 60s) {
  Ended ended;
  ended.end = run_as_child("work", limit, work, [&](std::string_view bytes) { ended.said.append(bytes); });
  return ended;
}

struct EndCase {
  const char* name;
  void (*work)(const WriteBytes&);
  Kind kind;
  int signal;
};

const EndCase kEnds[] = {
    {"done", [](const WriteBytes& write) { write("said"); }, Kind::kDone, 0},
    {"thrown",
     [](const WriteBytes& write) {
       write("said");
       throw std::runtime_error("no");
     },
     Kind::kFailed, 0},
    {"aborted",
     [](const WriteBytes& write) {
       write("said");
       raise(SIGABRT);
     },
     Kind::kSignalled, SIGABRT},
    {"crashed",
     [](const WriteBytes& write) {
       write("said");
       raise(SIGSEGV);
     },
     Kind::kSignalled, SIGSEGV},
    {"time limit",
     [](const WriteBytes& write) {
       write("said");
       raise(SIGALRM);  // as alarm() does
     },
     Kind::kTimeLimit, 0},
};

TEST(ChildProcess, TellsHowItEnded) {
  for (const EndCase& row : kEnds) {
    const Ended ended = run(row.work);
    EXPECT_EQ(ended.end.kind, row.kind) << row.name;
    EXPECT_EQ(ended.end.signal, row.signal) << row.name;
    EXPECT_EQ(ended.said, "said") << row.name;
  }
}

/// The kernel kills where memory is short: that says nothing of what was checked.
TEST(ChildProcess, AKilledOneIsNoDamage) {
  try {
    run([](const WriteBytes&) { raise(SIGKILL); });
    FAIL() << "a killed child passed";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kEnvironment);
    EXPECT_TRUE(std::string_view(error.what()).starts_with("work: ")) << error.what();
  }
}

TEST(ChildProcess, OneThatHangsIsEnded) {
  const Ended ended = run(
      [](const WriteBytes&) {
        for (;;) pause();
      },
      1s);
  EXPECT_EQ(ended.end.kind, Kind::kTimeLimit);
}

TEST(ChildProcess, MuchOutputArrivesWhole) {
  const std::string much(3 << 20, 'x');
  EXPECT_EQ(run([&](const WriteBytes& write) { write(much); }).said, much);
}

TEST(ChildProcess, HoldsNoDescriptorOfItsParent) {
  const int parents = fcntl(STDIN_FILENO, F_DUPFD, 100);
  ASSERT_GE(parents, 100);
  const Ended ended =
      run([&](const WriteBytes& write) { write(fcntl(parents, F_GETFD) < 0 ? "none" : "some"); });
  close(parents);
  EXPECT_EQ(ended.said, "none");
}

TEST(ChildProcess, OneThatNobodyListensToIsEnded) {
  EXPECT_THROW(run_as_child(
                   "work", 60s,
                   [](const WriteBytes& write) {
                     for (;;) write("again");
                   },
                   [](std::string_view) { throw std::runtime_error("enough"); }),
               std::runtime_error);
}

}  // namespace
}  // namespace depeche
