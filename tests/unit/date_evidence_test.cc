#include "indexer/date_evidence.h"

#include <algorithm>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace depeche {
namespace {

Day day(const char* edtf) { return *parse_edtf(edtf)->first_day(); }

/// An article that names `names`; "" for one without a date.
Article article_of(const char* path, uint64_t record, const char* edtf, const std::vector<std::string>& names,
                   bool inferred = false) {
  Article article;
  article.origin.path = path;
  article.origin.record = record;
  if (*edtf) {
    ArticleDate date;
    date.value = *parse_edtf(edtf);
    date.inferred = inferred;
    article.dates = {date};
  }
  for (const std::string& name : names) article.mentions.push_back({EntityType::kOther, {}, name, {}});
  return article;
}

std::string text_of(const std::vector<SharedName>& names) {
  std::string text;
  for (const SharedName& name : names)
    text +=
        fmt::format("{} {}..{} {};", name.key, to_compact(name.first), to_compact(name.last), name.articles);
  return text;
}

std::string text_of(const NeighbourDays& days) {
  const auto text = [](const std::optional<Day>& one) { return one ? to_compact(*one) : "-"; };
  return text(days.before) + " " + text(days.after) + (days.same_file ? " file" : " directory");
}

TEST(DateEvidence, OnlyDaysStatedInFullAreWitnesses) {
  const Article witnesses[] = {
      article_of("a", 1, "2018-06-02", {"wannacry", "wannacry"}),
      article_of("a", 2, "2017-05-12", {"wannacry"}),
      article_of("a", 3, "2016-05-12", {"wannacry"}, true),
      article_of("a", 4, "2015-05", {"wannacry"}),
      article_of("a", 5, "XXXX-05-12", {"wannacry"}),
      article_of("a", 6, "", {"wannacry"}),
  };
  const Article asking = article_of("b", 1, "XXXX-02-13", {"wannacry", "prism"});
  DateEvidence evidence;
  for (const Article& article : witnesses) evidence.add(testimony_of(article));
  evidence.ask(asking);
  evidence.freeze();
  EXPECT_EQ(text_of(evidence.shared_names(asking)), "wannacry 20170512..20180602 2;");
}

TEST(DateEvidence, PlacesTellNoTime) {
  Article witness = article_of("a", 1, "2018-06-02", {"oslo"});
  witness.mentions[0].type = EntityType::kPlace;
  DateEvidence evidence;
  evidence.add(testimony_of(witness));
  evidence.ask(witness);
  evidence.freeze();
  EXPECT_EQ(text_of(evidence.shared_names(witness)), "");
}

TEST(DateEvidence, ANameOfManyIsNotRare) {
  const Article asking = article_of("b", 1, "XXXX-02-13", {"common", "rare"});
  for (const int many : {10, 11}) {
    DateEvidence evidence;
    for (int i = 0; i < many; ++i)
      evidence.add(testimony_of(
          article_of("a", 1, "2018-06-02",
                     i ? std::vector<std::string>{"common"} : std::vector<std::string>{"common", "rare"})));
    evidence.ask(asking);
    evidence.freeze();
    EXPECT_EQ(evidence.shared_names(asking).size(), many == 10 ? 2u : 1u);
  }
  DateEvidence evidence;
  for (int i = 0; i < 2000; ++i)
    evidence.add(testimony_of(
        article_of("a", 1, "2018-06-02",
                   i < 20 ? std::vector<std::string>{"rare"} : std::vector<std::string>{"common"})));
  evidence.ask(asking);
  evidence.freeze();
  EXPECT_EQ(text_of(evidence.shared_names(asking)), "rare 20180602..20180602 20;");
}

TEST(Neighbours, AreOfTheFileElseOfTheDirectory) {
  struct Dated {
    const char* path;
    uint64_t record;
    const char* edtf;
  };
  std::vector<Dated> dated = {{"d/a.jsonl", 2, "2019-01-02"}, {"d/a.jsonl", 5, "2019-01-05"},
                              {"d/c.txt", 1, "2019-03-01"},   {"d/b/x.txt", 1, "2017-01-01"},
                              {"e/x.txt", 1, "2016-01-01"},   {"d.txt", 1, "2015-01-01"}};
  struct Case {
    const char* path;
    uint64_t record;
    const char* near;
  } const kCases[] = {
      {"d/a.jsonl", 1, "- 20190102 file"},      {"d/a.jsonl", 3, "20190102 20190105 file"},
      {"d/a.jsonl", 9, "20190105 - file"},      {"d/b.txt", 1, "20190105 20190301 directory"},
      {"d/z.txt", 1, "20190301 - directory"},   {"d/0.txt", 1, "- 20190102 directory"},
      {"d/b/y.txt", 1, "20170101 - directory"}, {"f/x.txt", 1, "- - directory"},
      {"e.txt", 1, "20150101 - directory"},
  };
  std::mt19937 random(1);
  for (int round = 0; round < 10; ++round) {
    Neighbours neighbours;
    for (const Dated& one : dated) neighbours.add(one.path, one.record, day(one.edtf));
    neighbours.freeze();
    for (const Case& c : kCases) {
      Origin origin;
      origin.path = c.path;
      origin.record = c.record;
      EXPECT_EQ(text_of(neighbours.near(origin)), c.near) << c.path << " " << c.record;
    }
    std::shuffle(dated.begin(), dated.end(), random);
  }
}

TEST(Neighbours, CountHowOftenTheirPlaceIsInOrder) {
  const auto agreement = [](const std::vector<const char*>& days) {
    Neighbours neighbours;
    for (size_t i = 0; i < days.size(); ++i) neighbours.add("a.jsonl", i + 1, day(days[i]));
    neighbours.freeze();
    Origin origin;
    origin.path = "a.jsonl";
    origin.record = 2;
    return neighbours.near(origin).agreement;
  };
  EXPECT_DOUBLE_EQ(agreement({"2019-01-01"}), 0.5);
  EXPECT_DOUBLE_EQ(agreement({"2019-01-01", "2019-01-20"}), 2.0 / 3);
  EXPECT_DOUBLE_EQ(agreement({"2019-01-01", "2003-01-20", "2011-05-06", "2011-05-01"}), 2.0 / 5);
}

}  // namespace
}  // namespace depeche
