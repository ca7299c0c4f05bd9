#include "searcher/hit_scan.h"

#include <map>
#include <stdexcept>
#include <variant>

#include "searcher/query/parser.h"
#include "searcher/vocabulary.h"
#include "tests/unit/names_index.h"

namespace depeche {
namespace {

Plan plan_of(const std::string& text, const PublishedIndex& index) {
  Analyzer analyzer;
  const Vocabulary vocabulary(index.database);
  return make_plan(std::get<Query>(parse(text, Day(std::chrono::year(2019) / 3 / 1))), analyzer, vocabulary);
}

class HitScan : public testing::Test {
 protected:
  static constexpr uint32_t kArticles = 300;

  static std::vector<Article> articles() {
    std::vector<Article> articles;
    for (uint32_t i = 1; i <= kArticles; ++i) {
      Article article = article_naming(fmt::format("{:03}", i), {{EntityType::kPlace, "Lyon", "lyon"}});
      for (uint32_t n = 0; n < i % 4; ++n) article.text += "Un port. ";
      articles.push_back(article);
    }
    return articles;
  }

  /// Hits by docid, whatever visitor was given the article.
  std::map<uint32_t, size_t> scanned(const std::string& query, size_t visitors, bool* all = nullptr,
                                     double seconds = 0) const {
    std::vector<uint32_t> docids(kArticles);
    for (uint32_t i = 0; i < kArticles; ++i) docids[i] = i + 1;
    std::vector<std::map<uint32_t, size_t>> found(visitors);
    std::vector<HitVisitor> each;
    for (auto& hits : found)
      each.emplace_back([&hits](uint32_t docid, const Match& match, HitFinder&) {
        EXPECT_TRUE(hits.emplace(docid, match.hits.size()).second);
      });
    const bool whole = scan_hits(index_, plan_of(query, index_), docids, Deadline(seconds), each);
    if (all) *all = whole;
    std::map<uint32_t, size_t> sum;
    for (const auto& hits : found)
      for (const auto& [docid, number] : hits) EXPECT_TRUE(sum.emplace(docid, number).second) << "read twice";
    return sum;
  }

  const TemporaryDirectory directory_;
  const PublishedIndex index_ = publish_articles(directory_.path(), articles(), 1);
};

TEST_F(HitScan, ReadsEveryArticleOnceOnAnyNumberOfThreads) {
  for (const size_t visitors : {1, 2, 5}) {
    bool all = false;
    const std::map<uint32_t, size_t> found = scanned("port OU lieu:Lyon", visitors, &all);
    EXPECT_TRUE(all);
    ASSERT_EQ(found.size(), kArticles);
    for (const auto& [docid, hits] : found) EXPECT_EQ(hits, 1 + docid % 4) << docid;
  }
}

TEST_F(HitScan, StopsAtTheDeadline) {
  for (const size_t visitors : {1, 3}) {
    bool all = true;
    EXPECT_LT(scanned("port", visitors, &all, 1e-9).size(), kArticles);
    EXPECT_FALSE(all);
  }
}

TEST_F(HitScan, WhatAVisitorThrowsEndsTheScan) {
  const std::vector<uint32_t> docids(kArticles, 1);
  for (const size_t visitors : {1, 3}) {
    const std::vector<HitVisitor> failing(
        visitors, [](uint32_t, const Match&, HitFinder&) { throw std::runtime_error("enough"); });
    EXPECT_THROW(scan_hits(index_, plan_of("port", index_), docids, Deadline(0), failing),
                 std::runtime_error);
  }
}

TEST_F(HitScan, FewArticlesNeedOneThread) {
  EXPECT_EQ(scan_width(0), 1u);
  EXPECT_EQ(scan_width(100), 1u);
  EXPECT_LE(scan_width(1'000'000), 8u);
}

}  // namespace
}  // namespace depeche
