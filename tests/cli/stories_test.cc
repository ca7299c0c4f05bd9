// A dispatch in several newspapers, over runs of the indexer.
#include <filesystem>
#include <fstream>
#include <map>

#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"
#include "tests/unit/council_dispatch.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const std::string kOwnEnd = "\nNotre dossier complet paraîtra dans le supplément de la semaine prochaine.";

struct Print {
  std::string title, text, date = "2019-02-13";
};

class Stories : public IndexFixture {
 protected:
  void SetUp() override {
    const std::string wire = dispatch("Rennes", 12);
    prints_["wire"] = {"Rennes adopte son budget", wire, "2019-02-12"};
    prints_["ouest"] = {"Rennes : des millions pour les écoles", wire + kOwnEnd, "2019-03-13"};
    prints_["matin"] = {"Budget voté", "RENNES, 13 février (AFP) - " + wire};
    prints_["nantes"] = {"Nantes adopte son budget", dispatch("Nantes", 12)};
    index_prints();
  }

  std::string line(const std::string& id) const {
    const Print& print = prints_.at(id);
    return json{{"id", id}, {"date", print.date}, {"title", print.title}, {"text", print.text}}.dump() + "\n";
  }

  void index_prints() {
    std::string lines;
    for (const auto& [id, print] : prints_) lines += line(id);
    ASSERT_EQ(index({write("a.jsonl", lines)}).exit_code, 0);
  }

  /// The ids of each match of the list, with those of its copies: « wire(matin ouest) nantes() ».
  std::string listed(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    std::string listed;
    const json answer = json::parse(search(arguments).out);
    for (const json& match : answer["matches"]) {
      listed += (listed.empty() ? "" : " ") + match["id"].get<std::string>() + "(";
      for (const json& copy : match["copies"])
        listed += (listed.back() == '(' ? "" : " ") + copy.get<std::string>();
      listed += ")";
    }
    return listed;
  }

  Finished inspect(const std::string& option) {
    return run({{DEPECHE_INDEXER, "--index", (directory / "index").string(), option}, {}, -1});
  }

  std::map<std::string, Print> prints_;
};

TEST_F(Stories, TheListShowsOneArticleEach) {
  EXPECT_EQ(listed({"budget", "--sort", "date"}), "wire(matin ouest) nantes()");
  EXPECT_EQ(listed({"budget", "--sort", "-date"}), "ouest(matin wire) nantes()");
  EXPECT_EQ(listed({"budget", "--sort", "date", "--copies"}), "wire() matin() nantes() ouest()");
  // Only articles that answer are copies.
  EXPECT_EQ(listed({"budget", "--until", "2019-02-28", "--sort", "date"}), "wire(matin) nantes()");
  const std::string english = search({"budget", "--sort", "date"}).out;
  EXPECT_NE(english.find("+ 2 copies\n"), std::string::npos) << english;
  EXPECT_NE(english.find("4 articles in 2 stories\n"), std::string::npos) << english;
  EXPECT_EQ(search({"budget", "--copies"}).out.find("+ 2 copies"), std::string::npos);
  EXPECT_EQ(search({"budget", "--format", "ids", "--sort", "article"}).out, "matin\nnantes\nouest\nwire\n");
}

TEST_F(Stories, APageHasStories) {
  EXPECT_EQ(listed({"budget", "--sort", "date", "--limit", "1"}), "wire(matin ouest)");
  EXPECT_EQ(listed({"budget", "--sort", "date", "--limit", "1", "--offset", "1"}), "nantes()");
  EXPECT_EQ(listed({"budget", "--limit", "1", "--offset", "2"}), "");
  const std::string page = search({"budget", "--sort", "date", "--limit", "1"}).out;
  EXPECT_NE(page.find("4 articles in 2 stories, 1 to 1 shown; next: --offset 1\n"), std::string::npos)
      << page;
  const json answer = json::parse(search({"budget", "--format", "json"}).out);
  EXPECT_EQ(answer["articles"], 4);
  EXPECT_EQ(answer["stories"], 2);
  EXPECT_EQ(json::parse(search({"budget", "--format", "json", "--copies"}).out)["stories"], nullptr);
}

TEST_F(Stories, CountsAreOfArticlesOrOfStories) {
  EXPECT_EQ(search({"--count", "budget"}).out.substr(0, 11), "articles 4\n");
  EXPECT_EQ(search({"--count", "--per", "article", "budget"}).out.substr(0, 11), "articles 4\n");
  EXPECT_EQ(search({"--count", "--per", "story", "budget"}).out.substr(0, 11), "articles 2\n");
  const json facets =
      json::parse(search({"--facets", "annee", "--per", "story", "--format", "json", "budget"}).out);
  EXPECT_EQ(facets["articles"], 2);
  // A story counts where it was first published.
  const json months =
      json::parse(search({"--timeline", "month", "--per", "story", "--format", "json", "budget"}).out);
  ASSERT_EQ(months["periods"].size(), 1U) << months;
  EXPECT_EQ(months["periods"][0]["all_articles"], 2);
  EXPECT_EQ(months["periods"][0]["series"][0]["articles"], 2);
  EXPECT_EQ(search({"--per", "story", "budget"}).exit_code, 2);
  EXPECT_EQ(search({"--count", "--copies", "budget"}).exit_code, 2);
  EXPECT_EQ(search({"--count", "--per", "page", "budget"}).exit_code, 2);
}

TEST_F(Stories, ShowTellsTheCopies) {
  const json wire = json::parse(search({"--show", "wire", "--format", "json"}).out);
  EXPECT_EQ(wire["copies"], (json{"matin", "ouest"}));
  EXPECT_EQ(wire["story"], json::parse(search({"--show", "ouest", "--format", "json"}).out)["story"]);
  const json nantes = json::parse(search({"--show", "nantes", "--format", "json"}).out);
  EXPECT_EQ(nantes["story"], nullptr);
  const std::string text = search({"--show", "wire"}).out;
  EXPECT_NE(text.find(": 2 copies: matin, ouest\n"), std::string::npos) << text;
}

TEST_F(Stories, AnUpdateSplitsAndJoins) {
  prints_["ouest"].text = dispatch("Rennes", 14);  // another figure: another story
  index_prints();
  EXPECT_EQ(listed({"budget", "--sort", "date"}), "wire(matin) nantes() ouest()");
  EXPECT_EQ(json::parse(search({"--show", "ouest@1", "--format", "json"}).out)["story"], nullptr);
  prints_["nantes"].text = dispatch("Rennes", 14) + kOwnEnd;
  index_prints();
  EXPECT_EQ(listed({"budget", "--sort", "date"}), "wire(matin) nantes(ouest)");
  ASSERT_EQ(index({"--merge", "--keep-versions", "1"}).exit_code, 0);
  EXPECT_EQ(listed({"budget", "--sort", "date"}), "wire(matin) nantes(ouest)");
}

TEST_F(Stories, DoNotDependOnTheOrderNorOnTheNumberOfRuns) {
  const auto dump = [&] {
    const Finished dumped = inspect("--export-dump");
    EXPECT_NE(dumped.out.find("{\"story\":"), std::string::npos);
    return dumped.out.substr(dumped.out.find("{\"story\":"));
  };
  const std::string whole = dump();
  fs::remove_all(directory / "index");
  for (const std::string id : {"nantes", "ouest", "matin", "wire"})
    ASSERT_EQ(index({write(id + ".jsonl", line(id))}).exit_code, 0);
  EXPECT_EQ(dump(), whole);
  ASSERT_EQ(index({"--merge"}).exit_code, 0);
  EXPECT_EQ(dump(), whole);
}

TEST_F(Stories, ADamagedTableIsTold) {
  const fs::path table = directory / "index" / "stories-1.tsv";
  ASSERT_TRUE(fs::exists(table));
  std::ofstream(table, std::ios::app) << "x";
  EXPECT_EQ(search({"budget"}).exit_code, 6);
  EXPECT_EQ(inspect("--check").exit_code, 6);
  fs::remove(table);
  EXPECT_EQ(search({"budget"}).exit_code, 6);
}

}  // namespace
}  // namespace depeche
