#include <cstdlib>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "common/published_index.h"
#include "common/text/analyzer.h"
#include "indexer/document.h"
#include "indexer/publish.h"
#include "indexer/segment_builder.h"
#include "indexer/segment_merge.h"
#include "searcher/search.h"
#include "tests/oracle/naive_search.h"
#include "tests/oracle/random_corpus.h"
#include "tests/oracle/raw_scan.h"

namespace depeche::oracle {
namespace {

namespace fs = std::filesystem;

class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "depeche-oracle-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    path = name;
  }
  ~Scratch() { fs::remove_all(path); }
  fs::path path;
};

/// Publishes the articles in so many segments. Beside one in five stands a document that is marked
/// superseded.
PublishedIndex build(const fs::path& root, const std::vector<Article>& articles, size_t segments) {
  const IndexLayout layout(root);
  fs::create_directories(layout.segments());
  Analyzer analyzer;
  Manifest manifest;
  manifest.number = 1;
  manifest.versions = BuildVersions::of_this_program();
  for (size_t s = 0; s < segments; ++s) {
    const std::string id = "s" + std::to_string(s);
    SegmentBuilder builder(layout, id);
    DocidSet superseded;
    for (size_t i = s; i < articles.size(); i += segments) {
      Article article = articles[i];
      if (i % 5 == 0) {
        Article older = article;
        older.id += "-older";  // a segment has an id once
        older.text += " image attaque";
        superseded.insert(builder.add(to_document(older, analyzer, 1)));
        article.version = 2;
      }
      builder.add(to_document(article, analyzer, 1));
    }
    SegmentEntry entry = builder.finish();
    entry.superseded = superseded;
    add_segment(layout, builder.built(), id);
    manifest.segments.push_back(std::move(entry));
  }
  publish(layout, manifest);
  return open_published(layout);
}

/// Publishes the segments of an index anew, as one.
PublishedIndex merged(const fs::path& root) {
  const IndexLayout layout(root);
  Manifest next = open_published(layout).manifest;
  SegmentMerge merge(layout, "merged", next.segments, std::nullopt);
  merge.write();
  SegmentEntry entry = merge.finish(next.segments);
  add_segment(layout, merge.built(), merge.id());
  replace_merged(next, merge, std::move(entry));
  next.advance();
  publish(layout, next);
  return open_published(layout);
}

struct Result {
  std::vector<std::string> ids;
  std::vector<double> scores;
  uint64_t hits = 0;
};

Result run(const PublishedIndex& index, const Query& query, bool relax = false, uint64_t limit = 1000) {
  SearchOptions options;
  options.relax = relax;
  options.limit = limit;
  options.time_limit = 0;
  Result result;
  for (const Match& match : search(index, query, options).matches) {
    result.ids.push_back(match.article.id);
    result.scores.push_back(match.score);
    result.hits += match.hits.size();
  }
  return result;
}

/// --count, which reads a text only where the index leaves a doubt.
uint64_t counted_hits(const PublishedIndex& index, const Query& query) {
  SearchOptions options;
  options.count_hits = true;
  options.time_limit = 0;
  return search(index, query, options).hits;
}

/// The beginning of an answer, for which Xapian passes over what cannot reach it, is that of the whole.
void expect_page_of(const Result& whole, const PublishedIndex& index, const Query& query, bool relax) {
  const Result page = run(index, query, relax, 5);
  const auto size = static_cast<ptrdiff_t>(std::min<size_t>(5, whole.ids.size()));
  EXPECT_EQ(page.ids, std::vector(whole.ids.begin(), whole.ids.begin() + size));
  EXPECT_EQ(page.scores, std::vector(whole.scores.begin(), whole.scores.begin() + size));
}

class Oracle : public testing::TestWithParam<unsigned> {};

TEST_P(Oracle, AgreesWithTheSearch) {
  std::mt19937 random(GetParam());
  const std::vector<Article> articles = random_articles(random, 80);
  const Scratch scratch;
  const PublishedIndex one = build(scratch.path / "one", articles, 1);
  const PublishedIndex ten = build(scratch.path / "ten", articles, 10);
  build(scratch.path / "merged", articles, 10);
  const PublishedIndex again_one = merged(scratch.path / "merged");
  ASSERT_EQ(again_one.manifest.segments.size(), 1u);

  for (int round = 0; round < 150; ++round) {
    const Query query = random_query(random, 3);
    SCOPED_TRACE("seed " + std::to_string(GetParam()) + ": " + to_text(query));
    const std::set<std::string> expected = naive_search(articles, query);
    const Result in_one = run(one, query), in_ten = run(ten, query), in_merged = run(again_one, query);
    ASSERT_EQ(in_merged.ids, in_one.ids);
    ASSERT_EQ(in_merged.scores, in_one.scores);
    ASSERT_EQ(std::set(in_one.ids.begin(), in_one.ids.end()), expected) << explain(one, query);
    ASSERT_EQ(in_one.ids.size(), expected.size());
    ASSERT_EQ(counted_hits(one, query), in_one.hits) << "counted in the index and found in the texts";
    ASSERT_EQ(counted_hits(ten, query), in_one.hits);
    ASSERT_EQ(in_ten.ids, in_one.ids);
    for (size_t i = 0; i < in_one.scores.size(); ++i) ASSERT_DOUBLE_EQ(in_ten.scores[i], in_one.scores[i]);
    expect_page_of(in_one, one, query, false);
    expect_page_of(in_one, ten, query, false);
  }
}

TEST_P(Oracle, AgreesWithAScanOfTheRawText) {
  std::mt19937 random(GetParam() + 1000);
  const std::vector<Article> articles = random_articles(random, 80);
  const Scratch scratch;
  const PublishedIndex one = build(scratch.path / "one", articles, 1);
  const PublishedIndex ten = build(scratch.path / "ten", articles, 10);
  for (int round = 0; round < 60; ++round) {
    const Query query = random_plain_query(random);
    SCOPED_TRACE("seed " + std::to_string(GetParam()) + ": " + to_text(query));
    const std::set<std::string> expected = raw_scan(articles, query);
    const Result in_one = run(one, query), in_ten = run(ten, query);
    ASSERT_EQ(std::set(in_one.ids.begin(), in_one.ids.end()), expected) << explain(one, query);
    ASSERT_EQ(in_ten.ids, in_one.ids);
  }
}

/// A question finds the articles that have any of its words and score two fifths of what the best does; which
/// these are, and in what order, does not depend on segments.
TEST_P(Oracle, QuestionsDoNotDependOnSegments) {
  std::mt19937 random(GetParam() + 2000);
  const std::vector<Article> articles = random_articles(random, 80);
  const Scratch scratch;
  const PublishedIndex one = build(scratch.path / "one", articles, 1);
  const PublishedIndex ten = build(scratch.path / "ten", articles, 10);
  for (int round = 0; round < 60; ++round) {
    Query any{.kind = Query::Kind::kOr}, question{.kind = Query::Kind::kAnd};
    question.children.push_back({.kind = Query::Kind::kWord, .text = "qui"});
    for (unsigned i = 2 + random() % 4; i > 0; --i) {
      any.children.push_back(random_word(random));
      question.children.push_back(any.children.back());
    }
    SCOPED_TRACE("seed " + std::to_string(GetParam()) + ": " + to_text(question));
    const std::set<std::string> candidates = naive_search(articles, any);
    const Result in_one = run(one, question, true), in_ten = run(ten, question, true);
    ASSERT_EQ(in_ten.ids, in_one.ids);
    ASSERT_EQ(in_ten.scores, in_one.scores);
    expect_page_of(in_one, one, question, true);
    expect_page_of(in_one, ten, question, true);
    ASSERT_EQ(in_one.ids.empty(), candidates.empty());
    for (size_t i = 0; i < in_one.ids.size(); ++i) {
      ASSERT_TRUE(candidates.contains(in_one.ids[i])) << in_one.ids[i];
      ASSERT_GE(in_one.scores[i], in_one.scores[0] * 0.4);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Oracle, testing::Range(1U, 7U));

}  // namespace
}  // namespace depeche::oracle
