// What an agency changed, from the command line: listed, shown and compared.
#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

using nlohmann::json;

class Versions : public IndexFixture {
 protected:
  void SetUp() override {
    const auto run = [&](const char* title, const char* text) {
      const json article{{"id", "a"}, {"date", "2019-02-13"}, {"title", title}, {"text", text}};
      const json at{{"id", "a@2"}, {"date", "2019-02-14"}, {"title", "Arobase"}, {"text", "Un texte."}};
      ASSERT_EQ(index({write("a.jsonl", article.dump() + "\n" + at.dump() + "\n")}).exit_code, 0);
    };
    run("Douze morts", "Un bateau a coulé, faisant 12 morts.\nLe port est fermé.");
    run("Quatorze morts", "Un navire a coulé, faisant 14 morts.\nLe port est fermé.");
    run("Quatorze morts", "Un navire a coulé, faisant 14 morts.\nLe port est fermé.\nUne enquête commence.");
  }

  json parsed(const std::vector<std::string>& arguments) {
    std::vector<std::string> all{"--format", "json"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Finished answer = search(all);
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    return json::parse(answer.out);
  }
};

TEST_F(Versions, AreListed) {
  const json list = parsed({"--versions", "a"});
  EXPECT_EQ(list["id"], "a");
  ASSERT_EQ(list["versions"].size(), 3u);
  const char* kStates[] = {"superseded", "superseded", "live"};
  for (size_t i = 0; i < 3; ++i) {
    const json& version = list["versions"][i];
    EXPECT_EQ(version["version"], i + 1);
    EXPECT_EQ(version["state"], kStates[i]);
    EXPECT_EQ(version["manifest"], i + 1);
    EXPECT_EQ(version["indexed"].get<std::string>().size(), std::string("2019-03-01T03:12:09Z").size());
    EXPECT_EQ(version["date"], "2019-02-13");
    EXPECT_EQ(version["title"], i == 0 ? "Douze morts" : "Quatorze morts");
  }
  const std::string lines = search({"--format", "jsonl", "--versions", "a"}).out;
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 3);
  const std::string text = search({"--versions", "a"}).out;
  EXPECT_TRUE(
      text.starts_with("version  state       published   indexed (UTC)     title\n"
                       "1        superseded  2019-02-13  "))
      << text;
}

TEST_F(Versions, OlderOnesAreShownAndMarked) {
  const std::string old = search({"--show", "a@1"}).out;
  EXPECT_TRUE(old.starts_with("SUPERSEDED: this is version 1; the live one is version 3 (--diff a@1..3).\n"))
      << old;
  EXPECT_NE(old.find("12 morts"), std::string::npos);
  const std::string live = search({"--show", "a"}).out;
  EXPECT_TRUE(live.starts_with("Quatorze morts\n")) << live;
  EXPECT_EQ(live, search({"--show", "a@3"}).out);

  const json shown = parsed({"--show", "a@02"});
  EXPECT_EQ(shown["version"], 2);
  EXPECT_EQ(shown["state"], "superseded");
  EXPECT_EQ(shown["live_version"], 3);
  EXPECT_EQ(parsed({"--show", "a"})["state"], "live");
  EXPECT_EQ(parsed({"--show", "a@2"})["id"], "a@2") << "what is itself an id";
  EXPECT_EQ(parsed({"--show", "a@2@1"})["id"], "a@2");
}

TEST_F(Versions, AreCompared) {
  EXPECT_NE(search({"--diff", "a"}).out.find("\n(2 paragraphs unchanged)\n{+Une enquête commence.+}\n"),
            std::string::npos)
      << search({"--diff", "a"}).out;
  const std::string first = search({"--diff", "a@02"}).out;
  EXPECT_NE(first.find("\n  title  [-Douze-]{+Quatorze+} morts\n\n"
                       "Un [-bateau-]{+navire+} a coulé, faisant [-12-]{+14+} morts.\n"
                       "(1 paragraph unchanged)\n"),
            std::string::npos)
      << first;
  const json diff = parsed({"--diff", "a@1..3"});
  EXPECT_EQ(diff["from"]["version"], 1);
  EXPECT_EQ(diff["to"]["version"], 3);
  ASSERT_EQ(diff["changes"].size(), 2u);
  EXPECT_EQ(diff["changes"][0]["field"], "title");
  EXPECT_EQ(
      diff["changes"][0]["pieces"].dump(),
      R"([{"op":"delete","text":"Douze"},{"op":"insert","text":"Quatorze"},{"op":"equal","text":" morts"}])");
  EXPECT_EQ(diff["changes"][1]["field"], "text");
  EXPECT_EQ(parsed({"--diff", "a@3..3"})["changes"], json::array());
}

TEST_F(Versions, WhatIsNotThereIsTold) {
  const struct {
    std::vector<std::string> arguments;
    int exit_code;
    const char* message;
  } kCases[] = {
      {{"--versions", "b"}, 1, "no article has the id b\n"},
      {{"--show", "b@1"}, 1, "no article has the id b@1\n"},
      {{"--show", "a@99"}, 1, "the article a has no version 99; the index holds 1..3\n"},
      {{"--diff", "a@1..4"}, 1, "the article a has no version 4; the index holds 1..3\n"},
      {{"--diff", "a@1"}, 1, "version 1 of the article a is the oldest"},
      {{"--diff", "a@2"}, 1, "version 1 of the article a@2 is the oldest"},
      {{"--show", "a@1..3"}, 2, "one version is shown at a time"},
      {{"--versions", "a@1"}, 2, "write --versions a\n"},
      {{"--versions", "a", "--format", "ids"}, 2, "--format ids lists articles only"},
      {{"--diff", "a", "mot"}, 2, "--diff takes one value in quotes and no query"},
      {{"--diff", "a", "--show", "a"}, 2, "exclude each other"},
  };
  for (const auto& c : kCases) {
    const Finished answer = search(c.arguments);
    EXPECT_EQ(answer.exit_code, c.exit_code) << c.message;
    EXPECT_EQ(answer.out, "") << c.message;
    EXPECT_NE(answer.err.find(c.message), std::string::npos) << answer.err;
  }
}

TEST_F(Versions, AreTheSameInFrench) {
  const std::string text = search({"--diff", "a"}, {"LANG=fr_FR.UTF-8"}).out;
  EXPECT_NE(text.find("remplacée"), std::string::npos) << text;
  EXPECT_NE(text.find("(2 paragraphes inchangés)"), std::string::npos) << text;
}

}  // namespace
}  // namespace depeche
