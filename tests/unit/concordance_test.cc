#include "searcher/concordance.h"

#include <variant>

#include "searcher/query/parser.h"
#include "tests/unit/names_index.h"

namespace depeche {
namespace {

Query query_of(const std::string& text) {
  return std::get<Query>(parse(text, Day(std::chrono::year(2019) / 3 / 1)));
}

Article article_of(const std::string& id, const PartialDate& date, const std::string& title,
                   const std::string& text) {
  Article article;
  article.id = id;
  article.title = title;
  article.text = text;
  if (!date.empty()) article.dates = {published_on(date)};
  return article;
}

std::vector<Article> articles() {
  return {
      article_of("b", {2019, 2, 13}, "Le port rouvre", "« Le port » est ouvert, dit-on.\nUn port de pêche."),
      article_of("a", {2019, 2, 0}, "", "Au port de Brest, le vieux port dort."),
      article_of("d", {}, "", "L'été arrive. Ports !"),
      article_of("c", {2018, 5, 1}, "", "Aucun bateau au PORT ce jour."),
      article_of("dead", {2018, 5, 1}, "", "Un port mort."),
  };
}

/// "RANK ID left[hit]right", a line each, and the figures.
std::string summary(const Concordance& concordance) {
  std::string text;
  for (const ConcordanceLine& line : concordance.lines)
    text += fmt::format("{} {} {}[{}]{}\n", line.rank, line.id, line.left, line.keyword, line.right);
  return text + fmt::format("{} in {}", concordance.hits ? std::to_string(*concordance.hits) : "?",
                            concordance.articles);
}

class ConcordanceOf : public testing::TestWithParam<size_t> {
 protected:
  std::string lines(const std::string& query, SortOrder sort, ConcordanceOptions concordance = {},
                    uint64_t offset = 0, uint64_t limit = 50) const {
    SearchOptions options;
    options.sort = sort;
    options.offset = offset;
    options.limit = limit;
    return summary(make_concordance(index_, query_of(query), options, concordance));
  }
  HitGroups groups(const std::string& query, HitGrouping by, uint64_t offset = 0, uint64_t limit = 50) const {
    SearchOptions options;
    options.offset = offset;
    options.limit = limit;
    return group_hits(index_, query_of(query), options, by);
  }

  const TemporaryDirectory directory_;
  const PublishedIndex index_ = publish_articles(directory_.path(), articles(), GetParam(), {"dead"});
};

TEST_P(ConcordanceOf, ArticlesInTheirOrder) {
  EXPECT_EQ(lines("port", SortOrder::kId, {LineOrder::kArticles, 2}),
            "1 a Au[port]de Brest\n"
            "2 a le vieux[port]dort.\n"
            "3 b Le[port]rouvre\n"
            "4 b « Le[port]» est ouvert\n"
            "5 b Un[port]de pêche.\n"
            "6 c bateau au[PORT]ce jour.\n"
            "7 d été arrive.[Ports]!\n"
            "7 in 4");
  EXPECT_EQ(lines("port", SortOrder::kOldestFirst, {LineOrder::kArticles, 0}, 0, 2),
            "1 c [PORT]\n2 a [port]\n7 in 4");
  EXPECT_EQ(lines("port", SortOrder::kNewestFirst, {LineOrder::kArticles, 0}, 0, 1), "1 b [port]\n7 in 4");
}

TEST_P(ConcordanceOf, PagesCountHits) {
  const ConcordanceOptions bare{LineOrder::kArticles, 1};
  EXPECT_EQ(lines("port", SortOrder::kId, bare, 1, 3),
            "2 a vieux[port]dort.\n3 b Le[port]rouvre\n4 b « Le[port]» est\n7 in 4");
  EXPECT_EQ(lines("port", SortOrder::kId, bare, 6, 3), "7 d arrive.[Ports]!\n7 in 4");
  EXPECT_EQ(lines("port", SortOrder::kId, bare, 7, 3), "7 in 4");
  const ConcordanceOptions left{LineOrder::kLeft, 1};
  EXPECT_EQ(lines("port", SortOrder::kId, left, 5, 9), "6 b Un[port]de\n7 a vieux[port]dort.\n7 in 4");
}

TEST_P(ConcordanceOf, LinesByTheWordsBeside) {
  EXPECT_EQ(lines("port", SortOrder::kRelevance, {LineOrder::kLeft, 2}),
            "1 d été arrive.[Ports]!\n"
            "2 a Au[port]de Brest\n"
            "3 c bateau au[PORT]ce jour.\n"
            "4 b « Le[port]» est ouvert\n"
            "5 b Le[port]rouvre\n"
            "6 b Un[port]de pêche.\n"
            "7 a le vieux[port]dort.\n"
            "7 in 4");
  EXPECT_EQ(lines("port", SortOrder::kRelevance, {LineOrder::kRight, 2}),
            "1 d été arrive.[Ports]!\n"
            "2 c bateau au[PORT]ce jour.\n"
            "3 a Au[port]de Brest\n"
            "4 b Un[port]de pêche.\n"
            "5 a le vieux[port]dort.\n"
            "6 b « Le[port]» est ouvert\n"
            "7 b Le[port]rouvre\n"
            "7 in 4");
}

TEST_P(ConcordanceOf, WhatIsNoWordHasNoLine) {
  EXPECT_EQ(lines("date:2019", SortOrder::kId), "0 in 2");
  EXPECT_EQ(lines("date:2019 OU jour", SortOrder::kId, {LineOrder::kArticles, 1}), "1 c ce[jour].\n1 in 3");
  EXPECT_EQ(lines("introuvable", SortOrder::kId), "0 in 0");
  EXPECT_EQ(lines("mort", SortOrder::kId), "0 in 0") << "superseded";
}

TEST_P(ConcordanceOf, PhrasesAreOneHit) {
  EXPECT_EQ(lines("\"port de\"", SortOrder::kId, {LineOrder::kArticles, 1}),
            "1 a Au[port de]Brest\n2 b Un[port de]pêche.\n2 in 2");
}

TEST_P(ConcordanceOf, ALineTellsWhereItIs) {
  SearchOptions options;
  options.sort = SortOrder::kId;
  const Concordance concordance = make_concordance(index_, query_of("pêche"), options, {});
  ASSERT_EQ(concordance.lines.size(), 1u);
  const ConcordanceLine& line = concordance.lines[0];
  EXPECT_EQ(line.title, "Le port rouvre");
  EXPECT_EQ(to_edtf(line.published->value), "2019-02-13");
  EXPECT_EQ(line.span.field, TextField::kText);
  EXPECT_EQ(line.begin, 43u) << "code points";
  EXPECT_EQ(line.end, 48u);
}

TEST_P(ConcordanceOf, GroupsCountHitsAndArticles) {
  const auto summary = [](const HitGroups& groups) {
    std::string text;
    for (const HitGroup& group : groups.groups)
      text += fmt::format("{}={}/{} ", group.form, group.hits, group.articles);
    return text + fmt::format("of {}, {}/{}", groups.found, groups.hits, groups.articles);
  };
  EXPECT_EQ(summary(groups("port", HitGrouping::kForm)), "port=6/3 ports=1/1 of 2, 7/4");
  EXPECT_EQ(summary(groups("port", HitGrouping::kLeft1)),
            "au=2/2 le=2/1 arrive=1/1 un=1/1 vieux=1/1 of 5, 7/4");
  EXPECT_EQ(summary(groups("port", HitGrouping::kRight1)),
            "de=2/2 =1/1 ce=1/1 dort=1/1 est=1/1 rouvre=1/1 of 6, 7/4");
  EXPECT_EQ(summary(groups("port", HitGrouping::kLeft1, 1, 2)), "le=2/1 arrive=1/1 of 5, 7/4");
  EXPECT_EQ(summary(groups("port", HitGrouping::kLeft1, 9, 2)), "of 5, 7/4");
  EXPECT_EQ(summary(groups("\"port de\"", HitGrouping::kForm)), "port de=2/2 of 1, 2/2");
}

TEST_P(ConcordanceOf, ATimeLimitLeavesAPartialAnswer) {
  SearchOptions options;
  options.time_limit = 1e-9;
  EXPECT_TRUE(make_concordance(index_, query_of("port"), options, {}).partial);
  EXPECT_TRUE(make_concordance(index_, query_of("port"), options, {LineOrder::kLeft}).partial);
  EXPECT_TRUE(group_hits(index_, query_of("port"), options, HitGrouping::kForm).partial);
}

INSTANTIATE_TEST_SUITE_P(Segments, ConcordanceOf, testing::Values(1, 2, 5));

}  // namespace
}  // namespace depeche
