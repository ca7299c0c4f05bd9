#include "indexer/report.h"

#include <chrono>
#include <string>

#include <gtest/gtest.h>

#include "common/json.h"
#include "common/manifest.h"

namespace depeche {
namespace {

using namespace std::chrono_literals;

struct BalanceCase {
  const char* name;
  FileCounts files;
  RecordCounts records;
  bool balanced;
};

const BalanceCase kBalances[] = {
    {"nothing", {}, {}, true},
    {"one of each",
     {.seen = 3, .read = 1, .skipped = 1, .failed = 1},
     {.seen = 5, .indexed = 1, .updated = 1, .unchanged = 1, .duplicates = 1, .rejected = 1},
     true},
    {"contested ids are no part of the sum",
     {},
     {.seen = 2, .indexed = 1, .duplicates = 1, .contested_ids = 1},
     true},
    {"a record lost", {}, {.seen = 2, .indexed = 1}, false},
    {"a record counted twice", {}, {.seen = 1, .indexed = 1, .duplicates = 1}, false},
    {"a file lost", {.seen = 2, .read = 1}, {}, false},
};

TEST(RunReport, BalancesWhereNothingIsLost) {
  for (const BalanceCase& row : kBalances) {
    RunReport report;
    report.files = row.files;
    report.records = row.records;
    EXPECT_EQ(report.balanced(), row.balanced) << row.name;
  }
}

ArticleDate published(PartialDate value, bool inferred = false) {
  ArticleDate date;
  date.value = value;
  date.inferred = inferred;
  return date;
}

TEST(DateCounts, CountsEachArticleOnce) {
  DateCounts counts;
  const auto count = [&](std::vector<ArticleDate> dates) {
    Article article;
    article.dates = std::move(dates);
    counts.count(article, 2019y / 3 / 1);
  };
  count({published({2019, 2, 13})});
  count({published({2019, 2, 13}, true)});
  count({published({0, 2, 13})});
  count({});
  ArticleDate event = published({2019, 2, 13});
  event.kind = DateKind::kEvent;
  count({event});
  EXPECT_EQ(counts.stated, 1u);
  EXPECT_EQ(counts.inferred, 1u);
  EXPECT_EQ(counts.without_year, 1u);
  EXPECT_EQ(counts.missing, 2u);
  EXPECT_EQ(counts.future, 0u);
  count({published({2019, 3, 2})});  // tomorrow, somewhere already today
  EXPECT_EQ(counts.future, 0u);
  count({published({2019, 3, 3})});
  count({published({2020, 0, 0})});
  EXPECT_EQ(counts.future, 2u);
  EXPECT_EQ(counts.stated, 4u);
}

TEST(RepairCounts, TellsOneReadingFromSeveral) {
  Article article;
  article.repairs.resize(3);
  article.repairs[0].readings = {"sûreté"};
  article.repairs[1].readings = {"côté", "coté"};
  article.repairs[2].readings = {"accroître"};
  RepairCounts counts;
  counts.count(article);
  EXPECT_EQ(counts.repaired, 2u);
  EXPECT_EQ(counts.undecided, 1u);
}

RunReport example() {
  RunReport report;
  report.started = "2019-03-01T03:00:00Z";
  report.finished = "2019-03-01T03:00:02Z";
  report.options = {"language=fr", "no-dates"};
  report.files = {
      .seen = 4, .read = 2, .skipped = 1, .failed = 1, .bytes = 5'000'000, .warnings_encoding = 1};
  report.records = {.seen = 10, .indexed = 4, .updated = 3, .unchanged = 1, .duplicates = 1, .rejected = 1};
  report.rejections = {{"E_DATE", 1}, {"E_PERM", 1}};
  report.dates = {.stated = 5, .inferred = 2, .missing = 1, .without_year = 1, .future = 0};
  report.repairs = {.repaired = 3, .undecided = 2};
  report.mentions = 42;
  report.encodings = {{"UTF-8", 8}, {"windows-1252", 1}};
  report.index = "/somewhere/a\nb";
  report.published = true;
  report.manifest = 7;
  report.segments = 2;
  report.documents = 99;
  report.check.emplace();
  report.check->manifest = 7;
  report.check->segments = 2;
  report.check->files = 12;
  report.check->bytes = 1'234'567;
  report.check->documents = 100;
  report.check->live = 99;
  report.check->superseded = 1;
  report.check->seconds = 0.25;
  report.timings = {.read = 0.5, .analyse = 3.25, .write = 1, .publish = 0.1234567, .total = 2};
  report.exit_code = 1;
  return report;
}

TEST(RunReport, AsJson) {
  EXPECT_EQ(Json::parse(to_json(example())), Json::parse(R"({
    "schema": 1, "program": "depeche-indexer )" + BuildVersions::of_this_program().program +
                                                         R"(",
    "started": "2019-03-01T03:00:00Z", "finished": "2019-03-01T03:00:02Z", "options": ["language=fr", "no-dates"],
    "files": {"seen": 4, "read": 2, "unchanged": 0, "skipped": 1, "failed": 1, "bytes": 5000000},
    "records": {"seen": 10, "indexed": 4, "updated": 3, "unchanged": 1, "duplicates": 1, "rejected": 1,
                "contested_ids": 0},
    "gone": {"files": 0, "articles": 0, "pruned": 0},
    "rejections": {"E_DATE": 1, "E_PERM": 1},
    "dates": {"stated": 5, "inferred": 2, "missing": 1, "without_year": 1, "future": 0, "redated": 0},
    "repairs": {"repaired": 3, "undecided": 2},
    "entities": {"mentions": 42, "model": null}, "encodings": {"UTF-8": 8, "windows-1252": 1}, "long_words": 0,
    "index": {"directory": "/somewhere/a\nb", "published": true, "manifest": 7, "segments": 2, "documents": 99, "merged": 0, "dropped": 0},
    "check": {"whole": true, "manifest": 7, "segments": 2, "files": 12, "bytes": 1234567, "documents": 100,
              "live": 99, "superseded": 1, "seconds": 0.25, "damages": []},
    "timings": {"read": 0.5, "analyse": 3.25, "write": 1.0, "publish": 0.123, "total": 2.0}, "exit_code": 1})"));
}

TEST(RunReport, NoIndexYetHasNoManifest) {
  EXPECT_TRUE(Json::parse(to_json(RunReport{}))["index"]["manifest"].is_null());
}

TEST(RunReport, SummaryIsAlignedAndSafe) {
  EXPECT_EQ(to_summary(example()),
            "Files     2 read, 0 unchanged, 1 skipped, 1 failed, 5.0 MB\n"
            "Records   10 seen: 4 indexed, 3 updated, 1 unchanged, 1 duplicates, 1 rejected\n"
            "Dates     5 stated, 2 inferred, 1 without year, 1 missing\n"
            "Damage    3 words repaired, 2 undecided\n"
            "Entities  42 mentions\n"
            "Index     /somewhere/a\\x0ab: 99 articles in 2 segments, published as manifest 7\n"
            "Check     whole: 99 live and 1 superseded documents in 12 files, 1.2 MB (0.2 s)\n"
            "Time      2.0 s, 2.5 MB/s\n");
}

TEST(RunReport, SummaryOfANightWithoutNews) {
  RunReport report = example();
  report.records = {.seen = 1, .unchanged = 1};
  report.files.bytes = 2275;
  report.dates.future = 1;
  report.repairs = {};
  report.published = false;
  report.documents = report.segments = 1;
  report.check.reset();
  EXPECT_EQ(to_summary(report),
            "Files    2 read, 0 unchanged, 1 skipped, 1 failed, 2.3 kB\n"
            "Records  1 seen: 0 indexed, 0 updated, 1 unchanged, 0 duplicates, 0 rejected\n"
            "Dates    5 stated, 2 inferred, 1 without year, 1 missing; 1 in the future\n"
            "Index    /somewhere/a\\x0ab: 1 article in 1 segment, nothing new since manifest 7\n"
            "Check    left out (--no-check)\n"
            "Time     2.0 s, 1.1 kB/s\n");
  report.manifest = 0;
  EXPECT_NE(to_summary(report).find("Index    /somewhere/a\\x0ab: none yet\n"), std::string::npos);
}

TEST(RunReport, TimesAreUtc) {
  EXPECT_EQ(to_utc(std::chrono::sys_days(2019y / 2 / 13) + 9h + 10min + 5s), "2019-02-13T09:10:05Z");
  EXPECT_EQ(to_utc(std::chrono::sys_days(2000y / 2 / 29) + 23h + 59min + 59s + 999ms),
            "2000-02-29T23:59:59Z");
}

}  // namespace
}  // namespace depeche
