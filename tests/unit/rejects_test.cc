#include "indexer/rejects.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

#include "common/error.h"

namespace depeche {
namespace {

Rejection rejection(uint64_t record) {
  return {.origin =
              {.path = "a\nb", .record = record, .offset = 100 * record, .encoding = "UTF-8", .modified = {}},
          .id = "",
          .code = "E_DATE",
          .message = "31/02 is no day",
          .excerpt = "Publié le 31/02"};
}

Rejection whole_file() {
  return {.origin = {.path = "dir/x", .record = 1, .offset = 0, .encoding = "", .modified = {}},
          .id = "",
          .code = "E_PERM",
          .message = "no permission",
          .excerpt = "",
          .whole_file = true};
}

class RejectsTest : public testing::Test {
 protected:
  RejectsTest() : path_(testing::TempDir() + "rejects-" + std::to_string(getpid()) + ".jsonl") {}
  ~RejectsTest() override { std::filesystem::remove(path_); }

  std::string written() const {
    std::ostringstream text;
    text << std::ifstream(path_).rdbuf();
    return text.str();
  }

  const std::string path_;
};

TEST(RejectLine, NamesPlaceAndReason) {
  EXPECT_EQ(to_reject_line(rejection(3)),
            R"({"path":"a\nb","record":3,"offset":300,"id":null,"code":"E_DATE","message":"31/02 is no day",)"
            R"("excerpt":"Publié le 31/02"})");
  EXPECT_EQ(
      to_reject_line(whole_file()),
      R"({"path":"dir/x","record":null,"offset":null,"id":null,"code":"E_PERM","message":"no permission",)"
      R"("excerpt":null})");
}

TEST(RejectWarning, IsSafeOnATerminal) {
  EXPECT_EQ(to_warning(rejection(3)), "a\\x0ab: record 3: 31/02 is no day [E_DATE]");
  EXPECT_EQ(to_warning(whole_file()), "dir/x: no permission [E_PERM]");
}

TEST_F(RejectsTest, FileHoldsEveryRejectionInOrderAndNothingOlder) {
  std::ofstream(path_) << std::string(10'000, 'x');
  Console console(false, false);
  testing::internal::CaptureStderr();
  Rejects rejects(path_, 1, console);
  std::string expected;
  for (uint64_t record = 1; record <= 1000; ++record) {
    rejects.add(rejection(record));
    expected += to_reject_line(rejection(record)) + '\n';
  }
  rejects.add(whole_file());
  expected += to_reject_line(whole_file()) + '\n';
  rejects.finish();
  EXPECT_EQ(written(), expected);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(rejects.count(), 1001u);
  EXPECT_EQ(rejects.by_code(), (std::map<std::string, uint64_t>{{"E_DATE", 1000}, {"E_PERM", 1}}));
}

TEST_F(RejectsTest, WithoutAFileTheFirstAreWarnings) {
  Console console(false, false);
  testing::internal::CaptureStderr();
  Rejects rejects("", 2, console);
  for (uint64_t record = 1; record <= 5; ++record) rejects.add(rejection(record));
  rejects.finish();
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "depeche-indexer: a\\x0ab: record 1: 31/02 is no day [E_DATE]\n"
            "depeche-indexer: a\\x0ab: record 2: 31/02 is no day [E_DATE]\n"
            "depeche-indexer: 3 more rejections; --rejects FILE lists them all\n");
}

TEST_F(RejectsTest, QuietSaysNothing) {
  Console console(true, false);
  testing::internal::CaptureStderr();
  Rejects rejects("", 2, console);
  for (uint64_t record = 1; record <= 5; ++record) rejects.add(rejection(record));
  rejects.finish();
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(rejects.count(), 5u);
}

TEST_F(RejectsTest, UnwritableFileIsKnownAtOnce) {
  Console console(false, false);
  try {
    const Rejects rejects("/nonexistent-directory/r.jsonl", 2, console);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kEnvironment);
    EXPECT_NE(std::string(error.what()).find("/nonexistent-directory/r.jsonl"), std::string::npos);
  }
}

}  // namespace
}  // namespace depeche
