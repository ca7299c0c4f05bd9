#include "searcher/timeline.h"

#include <variant>

#include "searcher/query/parser.h"
#include "tests/unit/names_index.h"

namespace depeche {
namespace {

Query query_of(const std::string& text) {
  return std::get<Query>(parse(text, Day(std::chrono::year(2019) / 3 / 1)));
}

Article article_of(const std::string& id, const PartialDate& date, const std::string& text,
                   bool inferred = false) {
  Article article;
  article.id = id;
  article.text = text;
  if (!date.empty()) article.dates = {published_on(date)};
  if (inferred) article.dates[0].inferred = true;
  return article;
}

std::vector<Article> articles() {
  return {
      article_of("a", {2018, 12, 31}, "port port mer sable"),
      article_of("b", {2019, 1, 1}, "mer"),
      article_of("c", {2019, 3, 2}, "port mer"),
      article_of("d", {2019, 3, 0}, "port"),        // a month
      article_of("e", {2019, 0, 0}, "port"),        // a year
      article_of("f", {0, 3, 2}, "port"),           // a day without year
      article_of("g", {2019, 3, 2}, "port", true),  // inferred
      article_of("h", {}, "port"),
      article_of("i", {1990, 0, 0, 1}, "port"),  // a decade
      article_of("j", {2020, 7, 14}, "sable"),
      article_of("dead", {2019, 2, 1}, "port"),
  };
}

/// "FIRST+N: all articles/words …; query: articles/hits … | undated uncertain imprecise of ARTICLES/HITS"
std::string summary(const Timeline& timeline) {
  const auto periods = [](const auto& counts, bool all) {
    std::string text;
    for (const PeriodCount& count : counts)
      text += fmt::format(" {}/{}", count.articles, all ? count.words : count.hits);
    return text;
  };
  std::string text = timeline.all.empty() ? "none" : period_label(timeline.first, timeline.unit);
  text += fmt::format("+{}:{} |{}", timeline.all.size(), periods(timeline.all, true),
                      periods(timeline.all_apart, true));
  for (const TimelineSeries& series : timeline.series)
    text += fmt::format("\n{}:{} |{} of {}/{}", series.query, periods(series.periods, false),
                        periods(series.apart, false), series.articles, series.hits);
  return text;
}

class TimelineOf : public testing::TestWithParam<size_t> {
 protected:
  std::string timeline(const std::vector<std::string>& queries, PeriodUnit unit) const {
    std::vector<Query> asked;
    for (const std::string& query : queries) asked.push_back(query.empty() ? Query{} : query_of(query));
    return summary(make_timeline(index_, asked, unit, {}));
  }

  const TemporaryDirectory directory_;
  const PublishedIndex index_ = publish_articles(directory_.path(), articles(), GetParam(), {"dead"});
};

TEST_P(TimelineOf, PeriodsWithoutAnArticleAreThere) {
  EXPECT_EQ(timeline({"port"}, PeriodUnit::kMonth),
            "2018-12+4: 1/4 1/1 0/0 2/3 | 1/1 2/2 2/2\n"
            "port: 1/2 0/0 0/0 2/2 | 1/1 2/2 2/2 of 8/9");
}

TEST_P(TimelineOf, ADateIsNeverTakenForMoreThanIsKnown) {
  EXPECT_EQ(timeline({"port"}, PeriodUnit::kYear),
            "2018+2: 1/4 4/5 | 1/1 2/2 1/1\n"
            "port: 1/2 3/3 | 1/1 2/2 1/1 of 8/9")
      << "a decade is no year";
  EXPECT_EQ(timeline({"port date:2019-03-01..2019-03-03"}, PeriodUnit::kDay),
            "2019-03-01+3: 0/0 1/2 0/0 | 1/1 2/2 3/3\n"
            "port ET date:2019-03-01..2019-03-03: 0/0 1/1 0/0 | 0/0 2/2 2/2 of 5/5")
      << "2019-03 is no day, and what is inferred is not known";
  EXPECT_EQ(timeline({"mer"}, PeriodUnit::kWeek),
            "2019-W01+9: 2/5 0/0 0/0 0/0 0/0 0/0 0/0 0/0 1/2 | 1/1 2/2 3/3\n"
            "mer: 2/2 0/0 0/0 0/0 0/0 0/0 0/0 0/0 1/1 | 0/0 0/0 0/0 of 3/3")
      << "2018-12-31 is of the first week of 2019";
}

TEST_P(TimelineOf, QueriesStandSideBySide) {
  EXPECT_EQ(timeline({"sable", "mer", "absent"}, PeriodUnit::kYear),
            "2018+3: 1/4 4/5 1/1 | 1/1 2/2 1/1\n"
            "sable: 1/1 0/0 1/1 | 0/0 0/0 0/0 of 2/2\n"
            "mer: 1/1 2/2 0/0 | 0/0 0/0 0/0 of 3/3\n"
            "absent: 0/0 0/0 0/0 | 0/0 0/0 0/0 of 0/0");
}

TEST_P(TimelineOf, ThePeriodAskedForIsShownAsFarAsTheIndexGoes) {
  EXPECT_EQ(timeline({"sable date:2019..2030"}, PeriodUnit::kYear),
            "2019+2: 4/5 1/1 | 1/1 2/2 1/1\n"
            "sable ET date:2019-01-01..2030-12-31: 0/0 1/1 | 0/0 0/0 0/0 of 1/1");
  EXPECT_EQ(timeline({"absent date:2019"}, PeriodUnit::kYear),
            "2019+1: 4/5 | 1/1 2/2 1/1\n"
            "absent ET date:2019: 0/0 | 0/0 0/0 0/0 of 0/0");
  EXPECT_EQ(timeline({"absent"}, PeriodUnit::kYear), "none+0: | 1/1 2/2 1/1\nabsent: | 0/0 0/0 0/0 of 0/0");
}

TEST_P(TimelineOf, WithoutAQueryAllArticlesCount) {
  EXPECT_EQ(timeline({""}, PeriodUnit::kYear),
            "2018+3: 1/4 4/5 1/1 | 1/1 2/2 1/1\n"
            ": 1/0 4/0 1/0 | 1/0 2/0 1/0 of 10/0");
}

INSTANTIATE_TEST_SUITE_P(Segments, TimelineOf, testing::Values(1, 3));

TEST(TimelineFigures, ShareAndRate) {
  EXPECT_EQ(share_of({1, 0, 0}, {8, 0, 0}), 12.5);
  EXPECT_EQ(rate_of({1, 5, 0}, {8, 0, 20'000}), 2.5);
  EXPECT_EQ(share_of({0, 0, 0}, {0, 0, 0}), std::nullopt);
  EXPECT_EQ(rate_of({0, 0, 0}, {3, 0, 0}), std::nullopt);
}

TEST(Timeline, OfAnEmptyIndexIsEmpty) {
  const TemporaryDirectory directory;
  const PublishedIndex index = publish_articles(directory.path(), {}, 0);
  const Timeline timeline = make_timeline(index, {query_of("port")}, PeriodUnit::kDay, {});
  EXPECT_TRUE(timeline.all.empty());
  EXPECT_EQ(timeline.series.size(), 1u);
}

}  // namespace
}  // namespace depeche
