// What a run makes of dates without a year: evidence of other articles, frozen before anything is inferred.

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "common/published_index.h"
#include "common/stored_article.h"
#include "indexer/run.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

/// A dispatch that names a person and a year nobody states.
std::string yearless(const std::string& id, const std::string& day_and_month = "13/02") {
  return R"({"id":")" + id + R"(","text":"Dernière mise à jour à 09h10 le )" + day_and_month +
         R"(\nMme Ingrid Halvorsen, porte-parole du ministère, a parlé mardi du virus BergaCrypt à Oslo."})" +
         "\n";
}

/// A dated one that names her too.
std::string dated(const std::string& id, const std::string& date) {
  return R"({"id":")" + id + R"(","date":")" + date +
         R"(","text":"Mme Ingrid Halvorsen, porte-parole du ministère, a parlé du virus BergaCrypt."})" +
         "\n";
}

class RedateTest : public testing::Test {
 protected:
  RedateTest() {
    options_.corpus.paths = {directory_.path("corpus")};
    options_.index = directory_.path("index");
    options_.quiet = true;
    options_.now = options_.annotate.placement.now = Day(std::chrono::year(2026) / 11 / 22);
    options_.threads = 2;
    std::filesystem::create_directory(directory_.path("corpus"));
  }

  void write(const std::string& name, const std::string& bytes) const {
    directory_.write("corpus/" + name, bytes);
  }

  RunReport index() {
    Console console(true, false);
    RunReport report;
    run(options_, console, report);
    EXPECT_TRUE(report.balanced());
    const DateCounts& dates = report.dates;
    if (report.files.unchanged == 0) {  // else dates are counted of the files read alone
      EXPECT_EQ(dates.stated + dates.inferred + dates.missing + dates.without_year,
                report.records.seen - report.records.rejected);
    }
    return report;
  }

  RunReport redate(bool with_paths = false) {
    const RunOptions before = options_;
    options_.redate = true;
    if (!with_paths) options_.corpus.paths.clear();
    const RunReport report = index();
    options_ = before;
    return report;
  }

  /// The live articles by id: version, published date with its candidates' years.
  std::map<std::string, std::string> live() const {
    const PublishedIndex published = open_published(IndexLayout(options_.index));
    std::map<std::string, std::string> articles;
    for (auto it = published.database.postlist_begin(""); it != published.database.postlist_end(""); ++it) {
      const SegmentDocid place = segment_docid(published, *it);
      if (published.manifest.segments[place.segment].superseded.contains(place.docid)) continue;
      const Article article = decode_article(published.database.get_document(*it).get_data());
      const ArticleDate& date = *find_date(article, DateKind::kPublished);
      std::string text =
          fmt::format("v{} {} {:.4f} {} or", article.version, to_edtf(date.value, date.inferred),
                      date.confidence, name_of(date.basis));
      for (const DateCandidate& candidate : date.candidates)
        text += fmt::format(" {}:{:.4f}", candidate.value.year, candidate.weight);
      EXPECT_TRUE(articles.emplace(article.id, text).second) << article.id << " lives twice";
    }
    return articles;
  }

  std::string live(const std::string& id) const { return live().at(id).substr(0, 15); }

  const CorpusDirectory directory_;
  RunOptions options_;
};

TEST_F(RedateTest, WithoutAHintTheYearStaysOpen) {
  write("a.jsonl", yearless("1"));
  const RunReport report = index();
  EXPECT_EQ(report.dates.without_year, 1u);
  EXPECT_EQ(live().at("1").find("v1 XXXX-02-13 1.0000 header or 2024:"), 0u) << live().at("1");
}

TEST_F(RedateTest, IsNeverBeforeTheFirstDatedArticleThatSharesItsNames) {
  write("a/a.jsonl", yearless("1"));
  write("b/b.jsonl", dated("2", "2018-05-15") + dated("3", "2017-05-12") + dated("4", "2019-01-10"));
  EXPECT_EQ(index().dates.inferred, 1u);
  const std::string placed = live().at("1");
  EXPECT_EQ(placed.substr(0, 15), "v1 2019-02-13? ") << placed;
  EXPECT_EQ(placed.find("2017:"), placed.npos) << placed;
  EXPECT_EQ(placed.find("2013:"), placed.npos) << placed;
}

TEST_F(RedateTest, AnInferredDateIsNoEvidence) {
  write("2013/a.jsonl", yearless("1", "14/02"));  // placed by its path
  write("b/b.jsonl", yearless("2"));
  index();
  EXPECT_EQ(live("1"), "v1 2013-02-14? ");
  EXPECT_EQ(live("2"), "v1 XXXX-02-13 1");
  write("c/c.jsonl", yearless("3"));  // neither from the index
  index();
  EXPECT_EQ(live("3"), "v1 XXXX-02-13 1");
}

TEST_F(RedateTest, TheOutcomeDependsNeitherOnOrderNorOnThreads) {
  std::vector<std::string> paths;
  for (int i = 0; i < 30; ++i) {
    const std::string name = fmt::format("f{:02}/{:02}.jsonl", i % 4, i);
    write(name, i % 3 == 0 ? dated(fmt::format("d{}", i), fmt::format("20{:02}-05-12", 10 + i % 9))
                           : yearless(fmt::format("y{}", i), fmt::format("{:02}/02", 1 + i % 28)) +
                                 dated(fmt::format("e{}", i), fmt::format("20{:02}-02-10", 10 + i % 7)));
    paths.push_back(directory_.path("corpus/" + name));
  }
  std::map<std::string, std::string> first;
  std::mt19937 random(7);
  for (const unsigned threads : {1u, 4u, 3u}) {
    options_.threads = threads;
    options_.corpus.paths = paths;
    options_.index = directory_.path(fmt::format("index{}", threads));
    index();
    if (first.empty())
      first = live();
    else
      EXPECT_EQ(live(), first);
    std::shuffle(paths.begin(), paths.end(), random);
  }
  EXPECT_EQ(first.size(), 50u);
}

TEST_F(RedateTest, ANightlyRunLeavesPlacedArticlesAlone) {
  write("a.jsonl", yearless("1"));
  write("2013/b.jsonl", yearless("2"));
  index();
  for (const bool reread : {false, true}) {
    options_.reread = reread;
    const RunReport report = index();
    EXPECT_EQ(report.records, (RecordCounts{.seen = 2, .unchanged = 2}));
    EXPECT_EQ(report.dates.without_year, reread ? 1u : 0u);
    EXPECT_EQ(report.dates.inferred, reread ? 1u : 0u);
    EXPECT_FALSE(report.published);
  }
}

TEST_F(RedateTest, NewEvidenceCountsFromTheNextRedateOn) {
  write("a/a.jsonl", yearless("1"));
  index();
  const std::string before = live().at("1");
  for (const char* name : {"b", "c", "d", "e"})
    write(std::string("b/") + name + ".jsonl", dated(name, "2018-03-01"));
  EXPECT_EQ(index().records, (RecordCounts{.seen = 5, .indexed = 4, .unchanged = 1}));
  EXPECT_EQ(live().at("1"), before);

  const RunReport report = redate();
  EXPECT_EQ(report.dates.redated, 1u);
  EXPECT_TRUE(report.published);
  EXPECT_EQ(report.documents, 5u);
  EXPECT_EQ(live("1"), "v2 2019-02-13? ") << live().at("1");

  EXPECT_FALSE(redate().published) << "nothing has changed since";
  EXPECT_EQ(index().records, (RecordCounts{.seen = 5, .unchanged = 5}));
}

TEST_F(RedateTest, RedatesWithWhatTheSameRunIndexes) {
  write("a/a.jsonl", yearless("1") + yearless("2", "14/02"));
  index();
  for (const char* name : {"b", "c", "d", "e"})
    write(std::string("b/") + name + ".jsonl", dated(name, "2018-03-01"));
  write("a/a.jsonl", yearless("1") + yearless("2", "15/02"));  // one changed itself
  const RunReport report = redate(true);
  EXPECT_EQ(report.records, (RecordCounts{.seen = 6, .indexed = 4, .updated = 1, .unchanged = 1}));
  EXPECT_EQ(report.dates.redated, 1u);
  EXPECT_EQ(report.manifest, 2u) << "one publication";
  EXPECT_EQ(live("1"), "v2 2019-02-13? ") << live().at("1");
  EXPECT_EQ(live("2").substr(0, 3), "v2 ");
  EXPECT_EQ(live().size(), 6u);
}

TEST_F(RedateTest, TakesBackAYearThatNothingSupportsAnyMore) {
  write("a/a.jsonl", yearless("1"));
  options_.annotate.placement.reference = Day(std::chrono::year(2019) / 3 / 1);
  index();
  EXPECT_EQ(live("1"), "v1 2019-02-13? ");
  EXPECT_EQ(redate().dates.redated, 0u);
  options_.annotate.placement.reference.reset();
  EXPECT_EQ(redate().dates.redated, 1u);
  EXPECT_EQ(live("1"), "v2 XXXX-02-13 1");
}

TEST_F(RedateTest, KeepsWhatNeighboursInTheFileTell) {
  write("a.jsonl", dated("1", "2015-02-12") + yearless("2") + dated("3", "2015-02-14"));
  index();
  EXPECT_EQ(live("2"), "v1 2015-02-13? ") << live().at("2");
  EXPECT_EQ(redate().dates.redated, 0u) << live().at("2");
}

TEST_F(RedateTest, ARecordThatLosesItsIdIsNotIndexed) {
  write("a.jsonl", yearless("1") + yearless("2"));
  write("b.jsonl", dated("1", "2019-03-01") + yearless("2", "14/02"));
  const RunReport report = index();
  EXPECT_EQ(report.records, (RecordCounts{.seen = 4, .indexed = 2, .duplicates = 2, .contested_ids = 2}));
  EXPECT_EQ(live().size(), 2u);
  EXPECT_EQ(live("1"), "v1 2019-03-01 1");
  EXPECT_NE(live("2").find("-02-14"), std::string::npos);
}

TEST_F(RedateTest, NeedsAnIndex) {
  try {
    redate();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kEnvironment);
  }
}

}  // namespace
}  // namespace depeche
