// What is news, over the runs of the indexer.
#include "searcher/standing/digest.h"

#include <filesystem>
#include <functional>

#include <gtest/gtest.h>

#include "indexer/run.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

constexpr Day kNow{std::chrono::year(2019) / 2 / 16};

class DigestTest : public testing::Test {
 protected:
  DigestTest() {
    options_.corpus.paths = {directory_.path("corpus")};
    options_.index = directory_.path("index");
    options_.now = options_.annotate.placement.now = kNow;
    options_.threads = 2;
    options_.prune = {.prune = true, .max_percent = 100};
    std::filesystem::create_directory(directory_.path("corpus"));
  }

  void put(const std::string& id, const std::string& text, const std::string& date = "2019-02-13") {
    directory_.write("corpus/" + id + ".jsonl",
                     R"({"id":")" + id + R"(","date":")" + date + R"(","text":")" + text + "\"}\n");
  }
  void remove(const std::string& id) { std::filesystem::remove(directory_.path("corpus/" + id + ".jsonl")); }
  void night() {
    Console console(true, false);
    RunReport report;
    run(options_, console, report);
    EXPECT_TRUE(report.balanced());
  }

  PublishedIndex open() const { return open_published(IndexLayout(options_.index)); }

  /// « new a b, changed c ».
  static std::string news(const PublishedIndex& index, const std::string& query, uint64_t since,
                          const SearchOptions& options = {.sort = SortOrder::kId}) {
    const StandingQuery standing = parse_standing_queries(query, "veille", {.now = kNow}).front();
    const QueryDigest digest = make_digest(index, standing, since, options);
    std::string text;
    const auto add = [&](const char* kind, const std::vector<Match>& matches) {
      if (matches.empty()) return;
      text += (text.empty() ? "" : ", ") + std::string(kind);
      for (const Match& match : matches) text += " " + match.article.id;
    };
    add("new", digest.fresh);
    add("changed", digest.changed);
    return text;
  }
  std::string news(const std::string& query, uint64_t since) const { return news(open(), query, since); }

  const CorpusDirectory directory_;
  RunOptions options_;
};

TEST_F(DigestTest, TellsWhatCameAfterAState) {
  put("a", "Un bateau.");
  put("b", "Un bateau.");
  put("c", "Un bateau.");
  night();
  put("a", "Un bateau rouge.");  // changed
  put("d", "Un bateau.");        // new
  put("e", "Un train.");         // of another query
  remove("c");                   // pruned
  night();
  put("d", "Un bateau bleu.");                    // new where state 1 is known, changed where state 2 is
  put("e", "Un train et un navire, un bateau.");  // answers only now
  night();

  const struct Case {
    const char* query;
    uint64_t since;
    const char* news;
  } kCases[] = {
      {"bateau", 0, "new a b d e"},
      {"bateau", 1, "new d e, changed a"},
      {"bateau", 2, "changed d e"},
      {"bateau", 3, ""},
      {"bateau", 4, ""},
      {"rouge OU train", 1, "new e, changed a"},
      {"bateau SAUF bleu", 2, "changed e"},
      {"bateau MEMEPHRASE navire", 1, "new e"},
      {"\"un bateau\" date:2019-02-13", 1, "new d e, changed a"},
      {"Quels articles parlent de bateau ?", 1, "new d e, changed a"},
      {"avion", 0, ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(news(c.query, c.since), c.news) << c.query << " " << c.since;
}

TEST_F(DigestTest, AMergeForgetsNothingThatCounts) {
  put("a", "Un bateau.");
  put("b", "Un bateau.");
  night();
  put("a", "Un bateau rouge.");
  put("c", "Un bateau.");
  night();
  options_.merge = true;
  options_.keep_versions = 0;
  night();
  EXPECT_EQ(open().manifest.segments.size(), 1u);
  EXPECT_EQ(news("bateau", 1), "new c, changed a") << "the version that was known is dropped";
  EXPECT_EQ(news("bateau", 2), "") << "to merge is no news";
  EXPECT_EQ(news("bateau", 0), "new a b c") << "nothing was known then";
}

TEST_F(DigestTest, OneStateAnswersWhateverIsPublishedMeanwhile) {
  put("a", "Un bateau.");
  night();
  put("b", "Un bateau.");
  night();
  const PublishedIndex reading = open();
  EXPECT_EQ(news(reading, "bateau", 1), "new b");
  put("b", "Un bateau rouge.");
  put("c", "Un bateau.");
  remove("a");
  options_.merge = true;
  night();
  EXPECT_EQ(news(reading, "bateau", 1), "new b");
  EXPECT_EQ(period_of(reading.manifest, 1).state, 2u) << "what the next digest begins behind";
  EXPECT_EQ(news("bateau", 2), "new c, changed b");
}

TEST_F(DigestTest, EveryWordIsDemanded) {
  put("a", "Un bateau rouge a coulé devant Shanghai hier matin.");
  night();
  put("b", "Un bateau rouge a coulé devant Brest.");
  night();
  EXPECT_EQ(news("Quels articles parlent d'un bateau rouge coulé à Shanghai ?", 1), "");
  EXPECT_EQ(news("Quels articles parlent d'un bateau rouge coulé ?", 1), "new b");
}

TEST_F(DigestTest, RelativeDatesCountFromTheNight) {
  put("a", "Un bateau.", "2019-02-15");
  put("b", "Un bateau.", "2019-02-14");
  night();
  EXPECT_EQ(news("bateau date:hier", 0), "new a");
  EXPECT_EQ(news("Quels articles parus avant-hier parlent de bateau ?", 0), "new b");
}

TEST_F(DigestTest, ALimitHidesArticlesAndCountsThem) {
  for (const char* id : {"a", "b", "c"}) put(id, "Un bateau.");
  night();
  for (const char* id : {"b", "c", "d", "e"}) put(id, "Un bateau rouge.");
  night();
  const StandingQuery standing = parse_standing_queries("bateau", "veille", {.now = kNow}).front();
  const QueryDigest digest = make_digest(open(), standing, 1, {.sort = SortOrder::kId, .limit = 3});
  EXPECT_EQ(digest.fresh.size(), 1u);
  EXPECT_EQ(digest.changed.size(), 2u);
  EXPECT_EQ(digest.fresh_articles, 2u);
  EXPECT_EQ(digest.changed_articles, 2u);
  EXPECT_EQ(digest.changed[1].rank, 2u);
  EXPECT_FALSE(digest.partial);
}

}  // namespace
}  // namespace depeche
