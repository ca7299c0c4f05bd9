#include "indexer/run.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/error.h"
#include "common/published_index.h"
#include "common/stored_article.h"
#include "indexer/run_lock.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

/// Records as JSON lines.
std::string record(const std::string& id, const std::string& date, const std::string& text) {
  return R"({"id":")" + id + R"(","date":")" + date + R"(","title":"Titre","text":")" + text + "\"}\n";
}

/// A corpus and an index of a test's own.
class RunTest : public testing::Test {
 protected:
  RunTest() {
    options_.corpus.paths = {directory_.path("corpus")};
    options_.index = directory_.path("index");
    options_.quiet = true;
    options_.now = Day(std::chrono::year(2019) / 3 / 1);
    options_.threads = 2;
    fs::create_directory(directory_.path("corpus"));
  }

  void write(const std::string& name, const std::string& bytes) const {
    directory_.write("corpus/" + name, bytes);
  }

  RunReport index() const {
    Console console(options_.quiet, false);
    RunReport report;
    run(options_, console, report);
    EXPECT_TRUE(report.balanced());
    return report;
  }

  /// Of a run that must not succeed.
  ExitCode failure() const {
    Console console(options_.quiet, false);
    RunReport report;
    try {
      run(options_, console, report);
    } catch (const Error& error) {
      return error.code();
    }
    ADD_FAILURE() << "the run published or found nothing to publish";
    return ExitCode::kOk;
  }

  /// The live articles by id: version, path, record and text.
  std::map<std::string, std::string> live() const {
    const PublishedIndex published = open_published(IndexLayout(options_.index));
    std::map<std::string, std::string> articles;
    for (auto it = published.database.postlist_begin(""); it != published.database.postlist_end(""); ++it) {
      const SegmentDocid place = segment_docid(published, *it);
      if (published.manifest.segments[place.segment].superseded.contains(place.docid)) continue;
      const Article article = decode_article(published.database.get_document(*it).get_data());
      const std::string path = fs::path(article.origin.path).filename();
      EXPECT_TRUE(articles
                      .emplace(article.id, fmt::format("v{} {}:{} {}", article.version, path,
                                                       article.origin.record, article.text))
                      .second)
          << article.id << " lives twice";
    }
    return articles;
  }

  /// What stands in the index directory, segments by name.
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(options_.index)) names.push_back(entry.path().filename());
    if (fs::exists(options_.index / "segments"))
      for (const auto& entry : fs::directory_iterator(options_.index / "segments"))
        names.push_back("segments/" + entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

  const CorpusDirectory directory_;
  RunOptions options_;
};

using Names = std::vector<std::string>;
using Articles = std::map<std::string, std::string>;

TEST_F(RunTest, PublishesWhatItReads) {
  write("a.jsonl", record("1", "2019-02-13", "Un.") + record("2", "", "Deux.") + "{broken\n");
  options_.max_rejects.percent = 50;
  const RunReport report = index();
  EXPECT_EQ(report.records, (RecordCounts{.seen = 3, .indexed = 2, .rejected = 1}));
  EXPECT_EQ(report.files.read, 1u);
  EXPECT_EQ(report.dates.stated, 1u);
  EXPECT_EQ(report.dates.missing, 1u);
  EXPECT_EQ(report.encodings, (std::map<std::string, uint64_t>{{"UTF-8", 2}}));
  EXPECT_TRUE(report.published);
  EXPECT_EQ(report.manifest, 1u);
  EXPECT_EQ(report.documents, 2u);
  EXPECT_EQ(live(), (Articles{{"1", "v1 a.jsonl:1 Un."}, {"2", "v1 a.jsonl:2 Deux."}}));
  EXPECT_EQ(names(), (Names{"CURRENT", "indexer.lock", "manifest-1.json", "segments", "segments/000001",
                            "sources-1.bin"}));
}

TEST_F(RunTest, SecondRunFindsNothingNew) {
  write("a.jsonl", record("1", "2019-02-13", "Un.") + record("2", "2019-02-13", "Deux."));
  index();
  const RunReport report = index();
  EXPECT_EQ(report.records, (RecordCounts{.seen = 2, .unchanged = 2}));
  EXPECT_FALSE(report.published);
  EXPECT_EQ(report.manifest, 1u);
  EXPECT_EQ(names(), (Names{"CURRENT", "indexer.lock", "manifest-1.json", "segments", "segments/000001",
                            "sources-1.bin"}));
}

TEST_F(RunTest, ChangedArticleReplacesItsOldVersionOnly) {
  write("a.jsonl", record("1", "2019-02-13", "Un.") + record("2", "2019-02-13", "Deux."));
  index();
  write("a.jsonl", record("1", "2019-02-13", "Un.") + record("2", "2019-02-13", "Autre."));
  write("b.jsonl", record("3", "2019-02-13", "Trois."));
  EXPECT_EQ(index().records, (RecordCounts{.seen = 3, .indexed = 1, .updated = 1, .unchanged = 1}));
  EXPECT_EQ(
      live(),
      (Articles{{"1", "v1 a.jsonl:1 Un."}, {"2", "v2 a.jsonl:2 Autre."}, {"3", "v1 b.jsonl:1 Trois."}}));
  write("a.jsonl", record("2", "2019-02-13", "Deux."));  // back again: a version like any other
  EXPECT_EQ(index().records, (RecordCounts{.seen = 2, .updated = 1, .unchanged = 1}));
  EXPECT_EQ(live().at("2"), "v3 a.jsonl:1 Deux.");
  EXPECT_EQ(live().size(), 3u);  // an article whose source is gone stays
}

TEST_F(RunTest, AnnotatingOtherwiseMakesANewVersion) {
  write("a.jsonl", record("1", "2019-02-13", "Le président Jean Dupont est à Paris."));
  options_.annotate.entities = false;
  EXPECT_EQ(index().mentions, 0u);
  options_.annotate.entities = true;
  const RunReport report = index();
  EXPECT_EQ(report.records.updated, 1u);
  EXPECT_GT(report.mentions, 0u);
}

TEST_F(RunTest, OneRecordStandsForAnIdWhateverTheOrder) {
  const std::string early = record("x", "2019-02-12", "Hier."),
                    late = record("x", "2019-02-13", "Aujourd'hui."),
                    same = record("y", "2019-02-13", "Pareil.");
  write("a.jsonl", same + late + early);
  write("b.jsonl", late + same + early);
  const RunReport report = index();
  EXPECT_EQ(report.records, (RecordCounts{.seen = 6, .indexed = 2, .duplicates = 4, .contested_ids = 1}));
  EXPECT_EQ(live(), (Articles{{"x", "v1 a.jsonl:2 Aujourd'hui."}, {"y", "v1 a.jsonl:1 Pareil."}}));
  EXPECT_EQ(index().records, (RecordCounts{.seen = 6, .unchanged = 2, .duplicates = 4, .contested_ids = 1}));
  EXPECT_EQ(names(), (Names{"CURRENT", "indexer.lock", "manifest-1.json", "segments", "segments/000001",
                            "sources-1.bin"}));
}

TEST_F(RunTest, NumberOfThreadsChangesNothing) {
  std::string bytes;
  for (int i = 0; i < 200; ++i)
    bytes += record(std::to_string(i * 7 % 60), fmt::format("2019-02-{:02}", i % 28 + 1),
                    fmt::format("Texte {}.", i));
  write("a.jsonl", bytes);
  options_.threads = 1;
  const RecordCounts counts = index().records;
  const Articles expected = live();
  EXPECT_EQ(expected.size(), 60u);
  options_.threads = 5;
  options_.index = directory_.path("index-5");
  EXPECT_EQ(index().records, counts);
  EXPECT_EQ(live(), expected);
}

TEST_F(RunTest, TooManyRejectsPublishNothing) {
  write("a.jsonl", record("1", "2019-02-13", "Un."));
  index();
  std::string bytes;
  for (int i = 0; i < 18; ++i) bytes += record("n" + std::to_string(i), "2019-02-13", "Neuf.");
  write("b.jsonl", bytes + "{\n{\n");
  EXPECT_EQ(failure(), ExitCode::kTooManyRejects);
  EXPECT_EQ(live(), (Articles{{"1", "v1 a.jsonl:1 Un."}}));
  EXPECT_EQ(names(), (Names{"CURRENT", "indexer.lock", "manifest-1.json", "segments", "segments/000001",
                            "sources-1.bin"}));
  options_.max_rejects.percent = 10;
  EXPECT_EQ(index().records.indexed, 18u);
}

TEST_F(RunTest, NamedPathThatIsNotThereTouchesNothing) {
  options_.corpus.paths.push_back(directory_.path("no-such-file"));
  EXPECT_EQ(failure(), ExitCode::kEnvironment);
  EXPECT_FALSE(fs::exists(options_.index));
}

TEST_F(RunTest, NothingToReadIsNoFailureAndMakesNoIndex) {
  const RunReport report = index();
  EXPECT_EQ(report.records.seen, 0u);
  EXPECT_FALSE(report.published);
  EXPECT_EQ(report.manifest, 0u);
  EXPECT_FALSE(fs::exists(options_.index / "CURRENT"));
}

TEST_F(RunTest, OnlyUnreadableFilesAreAFailure) {
  write("a.txt", std::string("\x7f\x45LF\0\0\0\0\0\0\0\0", 12));
  EXPECT_EQ(failure(), ExitCode::kEnvironment);
}

TEST_F(RunTest, OtherIndexerIsNotDisturbed) {
  write("a.jsonl", record("1", "2019-02-13", "Un."));
  const RunLock other(IndexLayout(options_.index));
  EXPECT_EQ(failure(), ExitCode::kLocked);
}

TEST_F(RunTest, IndexWithinTheCorpusIsNotRead) {
  options_.index = directory_.path("corpus/index");
  write("a.jsonl", record("1", "2019-02-13", "Un."));
  EXPECT_EQ(index().files.skipped, 1u);
  const RunReport report = index();
  EXPECT_EQ(report.records, (RecordCounts{.seen = 1, .unchanged = 1}));
  EXPECT_EQ(report.files.failed, 0u);
}

}  // namespace
}  // namespace depeche
