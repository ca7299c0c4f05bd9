#include "indexer/run_lock.h"

#include <fstream>

#include <unistd.h>

#include "tests/unit/test_index.h"

namespace depeche {
namespace {

class RunLockTest : public testing::Test {
 protected:
  const TemporaryDirectory directory_;
  const IndexLayout layout_{directory_.path() / "index"};
};

TEST_F(RunLockTest, NoRunYet) { EXPECT_FALSE(last_run(layout_)); }

TEST_F(RunLockTest, TellsOneAtWork) {
  const RunLock lock(layout_);
  const auto run = last_run(layout_);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->process, static_cast<unsigned long>(getpid()));
  EXPECT_EQ(run->started.size(), 20u);
  EXPECT_EQ(run->ended, "");
  EXPECT_FALSE(run->exit_code);
  if (!std::ifstream("/proc/locks")) GTEST_SKIP() << "the system tells of no locks";
  EXPECT_TRUE(run->at_work);
}

TEST_F(RunLockTest, TellsHowItEnded) {
  { RunLock(layout_).note_end(ExitCode::kTooManyRejects); }
  auto run = last_run(layout_);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->ended.size(), 20u);
  EXPECT_EQ(run->exit_code, 3);
  EXPECT_FALSE(run->at_work);
  { const RunLock killed(layout_); }
  run = last_run(layout_);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->ended, "");
  EXPECT_FALSE(run->exit_code);
  EXPECT_FALSE(run->at_work);
}

struct LockFile {
  const char* bytes;
  bool known;
  const char *started, *ended;
};

TEST_F(RunLockTest, ReadsAnyBytes) {
  const LockFile kFiles[] = {
      {"", false, "", ""},
      {"\n", false, "", ""},
      {"garbage", false, "", ""},
      {"12", false, "", ""},
      {"12 yesterday\n", true, "", ""},
      {"12 2019-03-01T03:12:09Z\n", true, "2019-03-01T03:12:09Z", ""},
      {"12 2019-03-01T03:12:09Z\n2019-03-01T03:", true, "2019-03-01T03:12:09Z", ""},
      {"12 2019-03-01T03:12:09Z\n\x1b[31m 0\n", true, "2019-03-01T03:12:09Z", ""},
      {"12 2019-03-01T03:12:09Z\n2019-03-01T03:13:09Z 1\n", true, "2019-03-01T03:12:09Z",
       "2019-03-01T03:13:09Z"},
  };
  std::filesystem::create_directories(layout_.root());
  for (const LockFile& row : kFiles) {
    write_bytes(layout_.lock(), row.bytes);
    const auto run = last_run(layout_);
    EXPECT_EQ(run.has_value(), row.known) << row.bytes;
    if (!run) continue;
    EXPECT_EQ(run->started, row.started) << row.bytes;
    EXPECT_EQ(run->ended, row.ended) << row.bytes;
  }
}

}  // namespace
}  // namespace depeche
