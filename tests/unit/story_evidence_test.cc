#include "indexer/story_evidence.h"

#include <fmt/ranges.h>

#include "common/schema.h"
#include "tests/unit/council_dispatch.h"
#include "tests/unit/names_index.h"

namespace depeche {
namespace {

const std::string kOwnEnd = "\nNotre dossier complet paraîtra dans le supplément de la semaine prochaine.";

struct Print {
  std::string id, text;
  bool live = true;
};

/// Stories by key: the ids of each, ascending.
std::string stories_of(const std::vector<Print>& prints, size_t segments) {
  std::vector<Article> articles;
  std::vector<std::string> superseded;
  for (const Print& print : prints) {
    articles.emplace_back();
    articles.back().id = print.id;
    articles.back().title = "Budget";
    articles.back().text = print.text;
    if (!print.live) superseded.push_back(print.id);
  }
  const TemporaryDirectory directory;
  const PublishedIndex index = publish_articles(directory.path(), articles, segments, superseded);
  std::vector<std::string> lines;
  for (const Story& story : index.stories.table().stories()) {
    std::vector<std::string> ids;
    for (const StoryMember& member : story.members)
      ids.push_back(
          index.database
              .get_document((member.docid - 1) * static_cast<uint32_t>(segments) + member.segment + 1)
              .get_value(kSlotId));
    std::ranges::sort(ids);
    lines.push_back(fmt::format("{}", fmt::join(ids, " ")));
  }
  std::ranges::sort(lines);
  return fmt::format("{}", fmt::join(lines, ", "));
}

struct Case {
  const char* what;
  std::vector<Print> prints;
  const char* stories;
};

const std::string kRennes = dispatch("Rennes", 12);

const Case kCases[] = {
    {"none", {}, ""},
    {"one", {{"a", kRennes}}, ""},
    {"two prints", {{"a", kRennes}, {"b", kRennes + kOwnEnd}}, "a b"},
    {"another figure", {{"a", kRennes}, {"b", dispatch("Rennes", 13)}}, ""},
    {"another place", {{"a", kRennes}, {"b", dispatch("Nantes", 12)}}, ""},
    {"two stories",
     {{"a", kRennes}, {"b", dispatch("Nantes", 12)}, {"c", kRennes + kOwnEnd}, {"d", dispatch("Nantes", 12)}},
     "a c, b d"},
    {"a superseded version is no copy", {{"a", kRennes}, {"b", kRennes + kOwnEnd, false}}, ""},
    {"short ones that are the same",
     {{"a", "La route de Brive est coupée depuis lundi soir à cause d'une collision."},
      {"b", "La route de Brive est coupée depuis lundi soir à cause d'une collision."},
      {"c", "La route de Tulle est coupée depuis lundi soir à cause d'une collision."}},
     "a b"},
};

TEST(StoryEvidence, DecidesTheSameFromOneSegmentAndFromMany) {
  for (const Case& c : kCases)
    for (const size_t segments : {1, 2, 7}) {
      SCOPED_TRACE(fmt::format("{}, {} segments", c.what, segments));
      EXPECT_EQ(stories_of(c.prints, segments), c.stories);
      std::vector<Print> reversed(c.prints.rbegin(), c.prints.rend());
      EXPECT_EQ(stories_of(reversed, segments), c.stories);
    }
}

TEST(StoryEvidence, AFormulaThatHundredsShareJoinsNothing) {
  std::vector<Print> prints;
  for (int i = 0; i < 300; ++i) prints.push_back({fmt::format("a{:03}", i), dispatch("Rennes", 100 + i)});
  EXPECT_EQ(stories_of(prints, 2), "");
  prints.push_back({"b", dispatch("Rennes", 150)});
  EXPECT_EQ(stories_of(prints, 2), "a050 b");
}

const StoryTable kTable({{"00000000000000ff", {{0, 1}, {1, 7}}},
                         {"00000000000000aa", {{0, 2}, {0, 3}, {2, 1}}}});

TEST(StoryTable, IsReadBackAsItWasWritten) {
  const std::string tsv = "00000000000000aa\t0:2\t0:3\t2:1\n00000000000000ff\t0:1\t1:7\n";
  EXPECT_EQ(kTable.to_tsv(), tsv);
  EXPECT_EQ(StoryTable::from_tsv(tsv, "").stories(), kTable.stories());
  EXPECT_TRUE(StoryTable::from_tsv("", "").empty());
}

TEST(StoryTable, IsAskedByDocument) {
  EXPECT_EQ(kTable.of({0, 3})->key, "00000000000000aa");
  EXPECT_EQ(kTable.of({1, 7})->key, "00000000000000ff");
  for (const StoryMember unknown : {StoryMember{0, 4}, StoryMember{1, 1}, StoryMember{3, 1}})
    EXPECT_EQ(kTable.of(unknown), nullptr);
}

TEST(StoryTable, WhatItNeverWritesIsDamage) {
  const std::string a = "00000000000000aa", b = "00000000000000bb";
  for (const std::string& tsv : std::vector<std::string>{
           a + "\t0:1\t0:2", "\n", a + "\n", a + "\t0:1\n", "aa\t0:1\t0:2\n", a + "\t0:2\t0:1\n",
           a + "\t0:1\t0:1\n", a + "\t0:0\t0:1\n", a + "\t0:1\t0:x\n", a + "\t0:1\t02\n", a + "\t0:1\t\n",
           b + "\t0:1\t0:2\n" + a + "\t0:3\t0:4\n", a + "\t0:1\t0:2\n" + b + "\t0:2\t0:3\n",
           "0000000000000AAA\t0:1\t0:2\n"}) {
    EXPECT_THROW(StoryTable::from_tsv(tsv, "DIR/stories-3.tsv"), Error) << tsv;
  }
}

}  // namespace
}  // namespace depeche
