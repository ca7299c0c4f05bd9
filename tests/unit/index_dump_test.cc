#include "indexer/index_dump.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/json.h"
#include "common/published_index.h"
#include "indexer/run.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

/// Corpora and indexes of a test's own.
class IndexDumpTest : public testing::Test {
 protected:
  /// Records first to last - 1, each as JSON lines of one article.
  static std::string records(int first, int last) {
    std::string lines;
    for (int i = first; i < last; ++i)
      lines += fmt::format(
          R"({{"id":"a{0}","date":"2019-02-{1:02}","title":"Titre {0}","text":"Mme Anne Dupont, à Pékin, dit l'été {0}."}})"
          "\n",
          i, i % 28 + 1);
    return lines;
  }

  std::string index(const std::string& name, std::vector<std::string> files, unsigned threads = 2) const {
    RunOptions options;
    for (std::string& file : files) options.corpus.paths.push_back(directory_.path(file));
    options.index = directory_.path(name);
    options.now = Day(std::chrono::year(2019) / 3 / 1);
    options.threads = threads;
    Console console(true, false);
    RunReport report;
    run(options, console, report);
    return dump(name);
  }

  std::string dump(const std::string& name) const {
    std::string lines;
    dump_index(IndexLayout(directory_.path(name)), [&](const std::string& line) {
      lines += line;
      return true;
    });
    return lines;
  }

  size_t segments(const std::string& name) const {
    return open_published(IndexLayout(directory_.path(name))).manifest.segments.size();
  }

  const CorpusDirectory directory_;
};

TEST_F(IndexDumpTest, DoesNotDependOnThreadsRunsOrOrder) {
  directory_.write("1.jsonl", records(0, 40));
  directory_.write("2.jsonl", records(40, 90));
  directory_.write("3.jsonl", records(90, 120));
  directory_.write("4.jsonl", R"({"id":"b","date":"2019-02-13","text":"Selon Mme Dupont, l'été sera long."})"
                              "\n");
  const std::vector<std::string> files{"1.jsonl", "2.jsonl", "3.jsonl", "4.jsonl"};
  const std::string expected = index("one", files, 1);
  EXPECT_EQ(std::count(expected.begin(), expected.end(), '\n'), 122);  // 121 articles and Dupont
  EXPECT_EQ(segments("one"), 1u);
  EXPECT_EQ(index("four", files, 4), expected);
  EXPECT_EQ(index("turned", {"3.jsonl", "4.jsonl", "1.jsonl", "2.jsonl"}), expected);
  for (const char* file : {"4.jsonl", "2.jsonl", "3.jsonl", "1.jsonl"}) index("nights", {file});
  EXPECT_GT(segments("nights"), 1u);
  EXPECT_EQ(dump("nights"), expected);
}

TEST_F(IndexDumpTest, IsInTheOrderOfIdsAndOfLiveVersionsOnly) {
  directory_.write("1.jsonl", records(0, 12));
  const std::string first = index("index", {"1.jsonl"});
  std::vector<std::string> ids;
  for (size_t begin = 0; begin < first.size(); begin = first.find('\n', begin) + 1)
    ids.push_back(Json::parse(first.substr(begin, first.find('\n', begin) - begin))["id"]);
  EXPECT_EQ(ids.size(), 12u);
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));

  directory_.write("2.jsonl", R"({"id":"a3","date":"2019-02-13","text":"Un bateau."})"
                              "\n");
  const std::string second = index("index", {"2.jsonl"});
  EXPECT_EQ(std::count(second.begin(), second.end(), '\n'), 12);
  EXPECT_NE(second.find("Un bateau."), std::string::npos);
  EXPECT_EQ(second.find("l'été 3."), std::string::npos);
}

TEST_F(IndexDumpTest, HoldsArticleValuesAndTerms) {
  directory_.write("1.jsonl",
                   R"({"id":"a","date":"2019-02-13","title":"Mer","text":"Un bateau et un bateau."})"
                   "\n");
  const Json line = Json::parse(index("index", {"1.jsonl"}));
  EXPECT_EQ(line["id"], "a");
  EXPECT_EQ(line["version"], 1);
  EXPECT_EQ(line["text"], "Un bateau et un bateau.");
  EXPECT_EQ(line["sentences"], Json::parse("[0]"));
  EXPECT_EQ(line["stored"].get<std::string>().size(), 32u);
  EXPECT_EQ(line["values"]["0"], "20190213");
  EXPECT_EQ(line["values"]["6"], 1);
  const Json& terms = line["terms"];
  const auto holds = [&](const char* term) {
    return std::find(terms.begin(), terms.end(), Json::parse(term)) != terms.end();
  };
  EXPECT_TRUE(holds(R"(["bateau", 2, [1002, 1005]])")) << terms;
  EXPECT_TRUE(holds(R"(["D20190213", 0, []])")) << terms;
  EXPECT_TRUE(holds(R"(["Qa", 0, []])")) << terms;
  for (const Json& term : terms) EXPECT_NE(term[0].get<std::string>().substr(0, 2), "XI");
}

TEST_F(IndexDumpTest, EndsWithTheDecidedSurnames) {
  directory_.write("1.jsonl", records(0, 5) +
                                  R"({"id":"b","date":"2019-02-13","text":"Selon Mme Dupont, l'été est là."})"
                                  "\n");
  const std::string lines = index("index", {"1.jsonl"});
  EXPECT_EQ(lines.substr(lines.rfind('\n', lines.size() - 2) + 1),
            R"({"surname":"dupont","key":"anne dupont","agreeing":5,"articles":5,"sex":"female"})"
            "\n");
}

TEST_F(IndexDumpTest, EndsWhereNobodyReads) {
  directory_.write("1.jsonl", records(0, 12) +
                                  R"({"id":"b","date":"2019-02-13","text":"Selon Mme Dupont, l'été est là."})"
                                  "\n");
  const std::string all = index("index", {"1.jsonl"});
  for (const int last : {3, 14}) {  // an article, a surname
    int lines = 0;
    dump_index(IndexLayout(directory_.path("index")), [&](const std::string&) { return ++lines < last; });
    EXPECT_EQ(lines, last);
  }
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 14);
}

}  // namespace
}  // namespace depeche
