#include <random>

#include <gtest/gtest.h>

#include "common/file.h"
#include "common/hash.h"
#include "indexer/index_check.h"
#include "indexer/index_dump.h"
#include "indexer/run.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A small index, and what it holds.
class IndexFlipTest : public testing::Test {
 protected:
  IndexFlipTest() {
    std::string lines;
    for (int i = 0; i < 30; ++i)
      lines += fmt::format(
          R"({{"id":"a{0}","date":"2019-02-13","title":"Titre {0}","text":"M. Jean Dupont est à Paris {0} fois."}})"
          "\n",
          i);
    lines += R"({"id":"b","date":"2019-02-13","text":"M. Dupont est à Paris, selon M. Dupont."})"
             "\n";
    RunOptions options;
    options.corpus.paths = {directory_.write("a.jsonl", lines)};
    options.index = layout_.root();
    options.now = Day(std::chrono::year(2019) / 3 / 1);
    Console console(true, false);
    RunReport report;
    run(options, console, report);
    const Manifest manifest = read_manifest(layout_, 1);
    for (const FileEntry& file : manifest.segments[0].files)
      segment_files_.push_back(layout_.segment("000001") / file.name);
    std::random_device device;
    seed_ = device();
    random_.seed(seed_);
    RecordProperty("seed", std::to_string(seed_));
  }

  /// Flips one bit somewhere in `path`; returns its bytes before.
  std::string flip_somewhere(const fs::path& path) {
    const std::string before = bytes_of(path);
    std::string after = before;
    char& byte = after[random_() % after.size()];
    byte = static_cast<char>(byte ^ (1U << random_() % 8));
    std::ofstream(path, std::ios::binary) << after;
    return before;
  }

  /// Makes the manifest tell the files as they are.
  void list_again() const {
    Manifest manifest = read_manifest(layout_, 1);
    for (FileEntry& file : manifest.segments[0].files) {
      const fs::path path = layout_.segment("000001") / file.name;
      file.checksum = file_checksum(path.string());
      file.mtime_ns = file_state(path)->mtime_ns;
    }
    std::ofstream(layout_.manifest(1), std::ios::binary) << to_json(manifest);
  }

  std::string dump() const {
    std::string lines;
    dump_index(layout_, [&](const std::string& line) {
      lines += line;
      return true;
    });
    return lines;
  }

  const CorpusDirectory directory_;
  const IndexLayout layout_{directory_.path("index")};
  std::vector<fs::path> segment_files_;
  unsigned seed_ = 0;
  std::mt19937 random_;
};

TEST_F(IndexFlipTest, EveryFlippedBitIsFound) {
  SCOPED_TRACE("seed " + std::to_string(seed_));
  std::vector<fs::path> files = segment_files_;
  files.push_back(layout_.manifest(1));
  files.push_back(layout_.current());
  files.push_back(layout_.surnames(1));
  for (int i = 0; i < 400; ++i) {
    const fs::path& path = files[random_() % files.size()];
    const std::string before = flip_somewhere(path);
    const IndexCheck check = check_published(layout_);
    ASSERT_EQ(check.damages.size(), 1u) << path;
    std::ofstream(path, std::ios::binary) << before;
  }
  EXPECT_TRUE(check_published(layout_).whole());
}

// A bit that no checksum guards may stand where nothing is stored; what is stored of an article never changes
// unseen.
TEST_F(IndexFlipTest, NoFlippedBitUnderRightChecksumsCrashesOrChangesAStoredArticle) {
  SCOPED_TRACE("seed " + std::to_string(seed_));
  const std::string expected = dump();
  const std::string manifest = bytes_of(layout_.manifest(1));
  int found = 0;
  for (int i = 0; i < 150; ++i) {
    const fs::path& path = segment_files_[random_() % segment_files_.size()];
    const std::string before = flip_somewhere(path);
    list_again();
    const IndexCheck check = check_published(layout_);
    found += !check.whole();
    if (check.whole() && path.filename() == "docdata.glass") {
      ASSERT_EQ(dump(), expected);
    }
    std::ofstream(path, std::ios::binary) << before;
    std::ofstream(layout_.manifest(1), std::ios::binary) << manifest;
  }
  EXPECT_GT(found, 0);
  list_again();
  EXPECT_EQ(dump(), expected);
}

// Xapian's own check opens tables for writing, and emptied docdata.glass where the revision had become 0.
TEST_F(IndexFlipTest, TheCheckOfAnUncommittedSegmentLeavesItsFilesAlone) {
  const fs::path version = layout_.segment("000001") / "iamglass";
  constexpr size_t kRevision = 32;  // behind magic, format and UUID
  std::string bytes = bytes_of(version);
  ASSERT_EQ(bytes[kRevision], 1);
  bytes[kRevision] = 0;
  std::ofstream(version, std::ios::binary) << bytes;
  list_again();
  const std::string docdata = bytes_of(layout_.segment("000001") / "docdata.glass");
  EXPECT_FALSE(check_published(layout_).whole());
  EXPECT_EQ(bytes_of(layout_.segment("000001") / "docdata.glass"), docdata);
}

}  // namespace
}  // namespace depeche
