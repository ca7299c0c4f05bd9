#include "indexer/publish.h"

#include <csignal>
#include <set>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/durable.h"
#include "indexer/run_lock.h"
#include "tests/unit/test_index.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

class PublishTest : public testing::Test {
 protected:
  SegmentEntry segment(const std::string& id) {
    std::vector<PreparedDocument> documents;
    documents.push_back(make_document("id-" + id));
    return make_segment(layout_, id, std::move(documents));
  }

  std::vector<std::string> names() const { return names_in(layout_.root()); }
  std::vector<std::string> segments() const { return names_in(layout_.segments()); }

  const TemporaryDirectory directory_;
  const IndexLayout layout_{directory_.path() / "index"};
};

using Names = std::vector<std::string>;

TEST_F(PublishTest, PutsAStateInForce) {
  const SegmentEntry one = segment("1");
  EXPECT_EQ(read_current(layout_), std::nullopt);
  publish(layout_, make_manifest(1, {one}));
  EXPECT_EQ(read_current(layout_), 1U);
  EXPECT_EQ(read_bytes(layout_.current()), "manifest-1.json\n");
  EXPECT_EQ(read_manifest(layout_, 1).segments[0].uuid, one.uuid);
  recover(layout_);
  EXPECT_EQ(names(), (Names{"CURRENT", "manifest-1.json", "segments"}));
  EXPECT_EQ(segments(), Names{"1"});
}

TEST_F(PublishTest, KeepsTheTwoStatesBefore) {
  for (uint64_t number = 1; number <= 5; ++number)
    publish(layout_, make_manifest(number, {segment(std::to_string(number))}));
  EXPECT_EQ(segments(), (Names{"3", "4", "5"}));
  recover(layout_);
  EXPECT_EQ(names(), (Names{"CURRENT", "manifest-3.json", "manifest-4.json", "manifest-5.json", "segments"}));
}

TEST_F(PublishTest, KeepsASegmentThatAnyKeptStateNames) {
  const SegmentEntry base = segment("base"), extra = segment("extra");
  publish(layout_, make_manifest(1, {base, extra}));
  for (uint64_t number = 2; number <= 3; ++number) publish(layout_, make_manifest(number, {base}));
  EXPECT_EQ(segments(), (Names{"base", "extra"}));
  publish(layout_, make_manifest(4, {base}));
  EXPECT_EQ(segments(), Names{"base"});
}

TEST_F(PublishTest, ASurnameTableLivesAsLongAsItsManifest) {
  const SurnameTable table({{"hua", "hua chunying", 9, 10, kSexUnknown}});
  EXPECT_EQ(add_surnames(layout_, 1, SurnameTable()), std::nullopt);
  fs::create_directories(layout_.root());
  for (uint64_t number = 1; number <= 4; ++number) {
    Manifest manifest = make_manifest(number, {});
    if (number < 4) manifest.surnames = add_surnames(layout_, number, table);
    publish(layout_, manifest);
  }
  EXPECT_EQ(names(), (Names{"CURRENT", "manifest-2.json", "manifest-3.json", "manifest-4.json",
                            "surnames-2.tsv", "surnames-3.tsv"}));
  add_surnames(layout_, 5, table);
  write_bytes(layout_.root() / "surnames-5.tsv.tmp", "half");
  write_bytes(layout_.root() / "surnames-x.tsv", "a user's");
  recover(layout_);
  EXPECT_EQ(names(), (Names{"CURRENT", "manifest-2.json", "manifest-3.json", "manifest-4.json",
                            "surnames-2.tsv", "surnames-3.tsv", "surnames-x.tsv"}));
}

TEST_F(PublishTest, RecoverRemovesWhatWasNotPublished) {
  publish(layout_, make_manifest(1, {segment("1")}));
  segment("unpublished");
  write_bytes(layout_.manifest(2), to_json(make_manifest(2, {})));
  write_bytes(layout_.root() / "manifest-3.json.tmp", "half");
  write_bytes(layout_.root() / "CURRENT.tmp", "half");
  fs::create_directories(layout_.building("2-0") / "growing");
  write_bytes(layout_.root() / "notes.txt", "a user's");
  write_bytes(layout_.root() / "notes.tmp", "a user's");
  recover(layout_);
  EXPECT_EQ(names(), (Names{"CURRENT", "manifest-1.json", "notes.tmp", "notes.txt", "segments"}));
  EXPECT_EQ(segments(), Names{"1"});
  EXPECT_EQ(read_current(layout_), 1U);
}

TEST_F(PublishTest, RecoverTakesBackAFirstPublicationThatDidNotEnd) {
  const SegmentEntry one = segment("1");
  write_bytes(layout_.manifest(1), to_json(make_manifest(1, {one})));
  write_bytes(layout_.root() / "CURRENT.tmp", "manifest-1.json\n");
  recover(layout_);
  EXPECT_EQ(names(), Names{"segments"});
  EXPECT_EQ(segments(), Names{});
}

TEST_F(PublishTest, RecoverRemovesNothingWhereCurrentIsLost) {
  for (uint64_t number = 1; number <= 2; ++number)
    publish(layout_, make_manifest(number, {segment(std::to_string(number))}));
  fs::remove(layout_.current());
  const Failure failure = failure_of([&] { recover(layout_); });
  EXPECT_EQ(failure.code, 6);
  EXPECT_NE(failure.message.find("manifest-2.json"), std::string::npos) << failure.message;
  EXPECT_EQ(segments(), (Names{"1", "2"}));
}

TEST_F(PublishTest, RecoverRemovesNothingWhereTheStateInForceIsDamaged) {
  publish(layout_, make_manifest(1, {segment("1")}));
  segment("2");
  const std::string manifest = read_bytes(layout_.manifest(1)), current = read_bytes(layout_.current());
  for (const std::string& bytes : {std::string(), manifest.substr(1), std::string("{}")}) {
    write_bytes(layout_.manifest(1), bytes);
    EXPECT_EQ(failure_of([&] { recover(layout_); }).code, 6) << bytes;
  }
  write_bytes(layout_.manifest(1), manifest);
  for (const std::string& bytes : {std::string(), std::string("manifest-9.json\n")}) {
    write_bytes(layout_.current(), bytes);
    EXPECT_EQ(failure_of([&] { recover(layout_); }).code, 6) << bytes;
  }
  EXPECT_EQ(segments(), (Names{"1", "2"}));
}

TEST_F(PublishTest, ADamagedOldManifestKeepsItsSegmentsUntilItGoes) {
  for (uint64_t number = 1; number <= 3; ++number)
    publish(layout_, make_manifest(number, {segment(std::to_string(number))}));
  write_bytes(layout_.manifest(2), "{}");
  publish(layout_, make_manifest(4, {segment("4")}));
  EXPECT_EQ(read_current(layout_), 4U);
  EXPECT_EQ(segments(), (Names{"1", "2", "3", "4"}));
  publish(layout_, make_manifest(5, {segment("5")}));
  EXPECT_EQ(segments(), (Names{"3", "4", "5"}));
}

// --index named by mistake must not cost anybody a file.
TEST_F(PublishTest, RecoverRefusesADirectoryOfOthers) {
  fs::create_directories(layout_.root() / "letters");
  write_bytes(layout_.root() / "CURRENT.tmp", "x");
  const Failure failure = failure_of([&] { recover(layout_); });
  EXPECT_EQ(failure.code, 2);
  EXPECT_NE(failure.message.find("letters"), std::string::npos) << failure.message;
  EXPECT_EQ(names(), (Names{"CURRENT.tmp", "letters"}));
}

TEST_F(PublishTest, RecoverLeavesFilesOfOthersAlone) {
  fs::create_directories(layout_.root() / "segments" / "of an orange");
  write_bytes(layout_.root() / "segments" / "of an orange" / "first", "sour");
  write_bytes(layout_.root() / "segments" / "notes.txt", "a user's");
  write_bytes(layout_.root() / "report.json", "{}");
  write_bytes(layout_.root() / "manifest-x.json.tmp", "x");
  recover(layout_);
  EXPECT_EQ(names(), (Names{"manifest-x.json.tmp", "report.json", "segments"}));
  EXPECT_EQ(segments(), (Names{"notes.txt", "of an orange"}));
}

TEST_F(PublishTest, RecoverEndsARemovalThatWasKilled) {
  segment("half");
  fs::remove(layout_.segment("half") / "iamglass");
  fs::create_directories(layout_.segment("empty"));
  recover(layout_);
  EXPECT_EQ(segments(), Names{});
}

TEST_F(PublishTest, NumbersFollowEachOther) {
  EXPECT_EQ(failure_of([&] { publish(layout_, make_manifest(2, {})); }).code, 7);
  fs::create_directories(layout_.root());
  publish(layout_, make_manifest(1, {}));
  for (const uint64_t number : {0UL, 1UL, 3UL})
    EXPECT_EQ(failure_of([&] { publish(layout_, make_manifest(number, {})); }).code, 7) << number;
  EXPECT_EQ(read_current(layout_), 1U);
}

TEST_F(PublishTest, WhatWouldNotReadBackIsNotPublished) {
  SegmentEntry one = segment("1");
  publish(layout_, make_manifest(1, {one}));
  one.superseded.insert(2);
  EXPECT_EQ(failure_of([&] { publish(layout_, make_manifest(2, {one})); }).code, 7);
  EXPECT_EQ(read_current(layout_), 1U);
  EXPECT_FALSE(fs::exists(layout_.manifest(2)));
}

TEST_F(PublishTest, ASegmentIsNeverReplaced) {
  segment("1");
  SegmentBuilder builder(layout_, "1");
  builder.add(make_document("x"));
  builder.finish();
  EXPECT_EQ(failure_of([&] { add_segment(layout_, builder.built(), "1"); }).code, 7);
}

TEST_F(PublishTest, AFullDiskLeavesTheOldState) {
  const SegmentEntry one = segment("1");
  publish(layout_, make_manifest(1, {one}));
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit bytes{100, 100};
    setrlimit(RLIMIT_FSIZE, &bytes);
    const Failure failure = failure_of([&] { publish(layout_, make_manifest(2, {one})); });
    const std::string needed = fmt::format("{} bytes", to_json(make_manifest(2, {one})).size());
    const bool named = failure.message.find("manifest-2.json") != std::string::npos &&
                       failure.message.find(needed) != std::string::npos;
    _exit(named ? failure.code : 99);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(WEXITSTATUS(status), 4);
  recover(layout_);
  EXPECT_EQ(read_current(layout_), 1U);
  EXPECT_EQ(names(), (Names{"CURRENT", "manifest-1.json", "segments"}));
}

TEST(RunLock, IsHeldByOne) {
  const TemporaryDirectory directory;
  const IndexLayout layout(directory.path() / "deep" / "index");
  {
    const RunLock lock(layout);
    EXPECT_TRUE(read_bytes(layout.lock()).starts_with(std::to_string(getpid()) + " "));
    const Failure failure = failure_of([&] { const RunLock second(layout); });
    EXPECT_EQ(failure.code, 5);
    EXPECT_NE(failure.message.find(std::to_string(getpid())), std::string::npos) << failure.message;
    EXPECT_NE(failure.message.find(layout.root().string()), std::string::npos);
  }
  EXPECT_NO_THROW(const RunLock third(layout));
}

TEST(RunLock, IsReleasedByAKill) {
  const TemporaryDirectory directory;
  const IndexLayout layout(directory.path());
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    const RunLock lock(layout);
    if (write(ready[1], "x", 1) != 1) _exit(1);
    pause();
    _exit(0);
  }
  char byte;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  const Failure failure = failure_of([&] { const RunLock lock(layout); });
  EXPECT_EQ(failure.code, 5);
  EXPECT_NE(failure.message.find(std::to_string(child)), std::string::npos) << failure.message;
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  EXPECT_NO_THROW(const RunLock lock(layout));
  close(ready[0]);
  close(ready[1]);
}

TEST(RunLock, WhereNothingCanBeWrittenFailsAtOnce) {
  const TemporaryDirectory directory;
  write_bytes(directory.path() / "file", "x");
  EXPECT_EQ(failure_of([&] { const RunLock lock(IndexLayout(directory.path() / "file")); }).code, 4);
  EXPECT_EQ(failure_of([&] { const RunLock lock(IndexLayout(directory.path() / "file" / "index")); }).code,
            4);
  EXPECT_EQ(failure_of([&] { const RunLock lock(IndexLayout("/proc/depeche")); }).code, 4);
  if (geteuid() == 0) return;  // root may write anywhere
  fs::create_directory(directory.path() / "shut");
  fs::permissions(directory.path() / "shut", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(failure_of([&] { const RunLock lock(IndexLayout(directory.path() / "shut")); }).code, 4);
}

}  // namespace
}  // namespace depeche
