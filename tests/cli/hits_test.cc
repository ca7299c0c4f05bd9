// Hits from the command line: concordances, timelines and records.
#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

using nlohmann::json;

class Hits : public IndexFixture {
 protected:
  void SetUp() override {
    const auto record = [](const char* id, const char* date, const char* text) {
      json article{{"id", id}, {"text", text}, {"source", "Agence \"Nord\""}};
      if (*date) article["date"] = date;
      return article.dump() + "\n";
    };
    const std::string path =
        write("a.jsonl",
              record("a", "2019-02-13", "Le vieux port est fermé. Au port, la mer monte; le port dort.") +
                  record("b", "2018-12-31", "Un port de pêche, des ports de mer.") +
                  record("c", "", "Le PORT de Brest.") + record("d", "2019-02", "L'été, la mer."));
    ASSERT_EQ(index({path}).exit_code, 0);
  }
};

TEST_F(Hits, AConcordanceIsALineAHit) {
  const Finished kwic = search({"--kwic", "port", "--sort", "article", "--context", "2"});
  EXPECT_EQ(kwic.exit_code, 0);
  EXPECT_EQ(kwic.out,
            "2019-02-13  a    Le vieux  port   est fermé\n"
            "2019-02-13  a   fermé. Au  port   , la mer\n"
            "2019-02-13  a   monte; le  port   dort.\n"
            "2018-12-31  b          Un  port   de pêche\n"
            "2018-12-31  b  pêche, des  ports  de mer.\n"
            "undated     c          Le  PORT   de Brest.\n"
            "\n"
            "6 hits in 3 articles\n");
  const Finished page = search({"--kwic", "port", "--sort", "left", "--limit", "2", "--offset", "1",
                                "--context", "1", "--format", "jsonl"});
  std::istringstream lines(page.out);
  std::vector<std::string> places;
  for (std::string line; std::getline(lines, line);) {
    const json hit = json::parse(line);
    places.push_back(hit["rank"].dump() + " " + hit["left"].get<std::string>() + "|" +
                     hit["hit"].get<std::string>() + "|" + hit["right"].get<std::string>());
  }
  EXPECT_EQ(places, (std::vector<std::string>{"2 des|ports|de", "3 Le|PORT|de"}));
}

TEST_F(Hits, GroupsAreCounted) {
  EXPECT_EQ(search({"--kwic", "--group", "form", "port"}).out,
            "form   hits  articles\n"
            "port      5         3\n"
            "ports     1         1\n"
            "\n"
            "2 forms of 6 hits in 3 articles\n");
  const json groups = json::parse(search({"--kwic", "--group", "left1", "--format", "json", "port"}).out);
  EXPECT_EQ(groups["by"], "left1");
  EXPECT_EQ(groups["hits"], 6);
  EXPECT_EQ(groups["groups"][0]["form"], "le");
  EXPECT_EQ(groups["groups"][0]["hits"], 2);
}

TEST_F(Hits, WhereThereIsNoHitAConcordanceSaysWhy) {
  const Finished nothing = search({"--kwic", "introuvable"});
  EXPECT_EQ(nothing.exit_code, 1);
  EXPECT_EQ(nothing.out, "");
  const Finished no_words = search({"--kwic", "--on", "2019-02"});
  EXPECT_EQ(no_words.exit_code, 1);
  EXPECT_NE(no_words.err.find("2 articles answer date:2019-02, which asks for no words"), std::string::npos)
      << no_words.err;
  EXPECT_EQ(search({"--kwic", "--source", "agence nord"}).exit_code, 1);
}

TEST_F(Hits, ATimelineHasEveryPeriodAndPlacesNoArticleFalsely) {
  const Finished months = search({"--timeline", "month", "port OU mer", "--width", "60"});
  EXPECT_EQ(months.exit_code, 0);
  EXPECT_EQ(months.out,
            "month    articles  share (%)  hits  per 10,000 words\n"
            "2018-12         1     100.00     3           3750.00 ███▌\n"
            "2019-01         0          -     0                 -\n"
            "2019-02         2     100.00     5           2941.18 ███████\n"
            "\n"
            "undated         1     100.00     1           2500.00\n"
            "\n"
            "4 articles, 9 hits\n");
  const json days =
      json::parse(search({"--timeline", "day", "port", "--compare", "mer", "--format", "json"}).out);
  EXPECT_EQ(days["periods"].size(), 45u);
  EXPECT_EQ(days["queries"][1]["query"], "mer");
  EXPECT_EQ(days["periods"][0]["series"][0]["hits"], 2);
  EXPECT_EQ(days["apart"][2]["apart"], "imprecise");
  EXPECT_EQ(days["apart"][2]["series"][0]["articles"], 0);
  EXPECT_EQ(days["apart"][2]["series"][1]["articles"], 1) << "a month is no day";
  EXPECT_EQ(search({"--timeline", "day", "introuvable"}).exit_code, 1);
  EXPECT_EQ(search({"--timeline", "year", "port", "--compare", "(mer"}).exit_code, 2);
}

TEST_F(Hits, FiguresOfAllViewsAgree) {
  for (const char* query : {"port", "port OU mer", "\"le port\"", "=port", "mer SAUF été"}) {
    const json count = json::parse(search({"--count", "--format", "json", query}).out);
    const json kwic = json::parse(search({"--kwic", "--format", "json", "--limit", "999", query}).out);
    const json sorted = json::parse(search({"--kwic", "--format", "json", "--sort", "right", query}).out);
    const json groups = json::parse(search({"--kwic", "--format", "json", "--group", "form", query}).out);
    const json years = json::parse(search({"--timeline", "year", "--format", "json", query}).out);
    for (const json& view : {kwic, sorted, groups, years["queries"][0]}) {
      EXPECT_EQ(view["articles"], count["articles"]) << query << view;
      EXPECT_EQ(view["hits"], count["hits"]) << query << view;
    }
    EXPECT_EQ(kwic["lines"].size(), count["hits"]) << query;
  }
}

TEST_F(Hits, RecordsForASpreadsheet) {
  const Finished list = search({"--format", "csv", "--sort", "article", "port"});
  EXPECT_TRUE(list.out.starts_with(
      "rank,score,id,version,title,date,date_edtf,date_basis,date_inferred,source,snippet,hits,path\n1,"))
      << list.out;
  EXPECT_NE(list.out.find(",a,1,,2019-02-13,2019-02-13,field,false,\"Agence \"\"Nord\"\"\",\"Le vieux port "),
            std::string::npos)
      << list.out;
  EXPECT_NE(list.out.find("\n3,"), std::string::npos);

  const Finished excel = search({"--format", "csv", "--sep", ";", "--bom", "--kwic", "ports"});
  EXPECT_TRUE(excel.out.starts_with("\uFEFFrank;id;version;")) << excel.out;
  EXPECT_EQ(search({"--format", "csv", "--count", "port"}).out, "articles,hits,words\n3,6,25\n");
  EXPECT_EQ(search({"--format", "csv", "--facets", "annee", "port"}).out,
            "field,name,key,articles,deduced,mentions,forms\n"
            "year,2018,2018,1,,,\n"
            "year,2019,2019,1,,,\n");
  EXPECT_EQ(search({"--format", "csv", "--sep", "tab", "--kwic", "--group", "form", "port"}).out,
            "form\thits\tarticles\nport\t5\t3\nports\t1\t1\n");
  EXPECT_EQ(search({"--format", "csv", "--kwic", "introuvable"}).exit_code, 1);
  EXPECT_EQ(search({"--format", "csv", "--show", "a"}).exit_code, 2);
}

TEST_F(Hits, InFrench) {
  const std::vector<std::string> french{"LANG=fr_FR.UTF-8"};
  EXPECT_NE(search({"--kwic", "port"}, french).out.find("6 occurrences dans 3 articles\n"),
            std::string::npos);
  EXPECT_NE(search({"--timeline", "month", "port"}, french).out.find("mois"), std::string::npos);
}

TEST_F(Hits, APartialAnswerSaysSo) {
  for (std::vector<std::string> arguments : {std::vector<std::string>{"--kwic", "port"},
                                             {"--kwic", "--sort", "left", "port"},
                                             {"--kwic", "--group", "form", "port"},
                                             {"--timeline", "day", "\"le port\""}}) {
    arguments.insert(arguments.begin(), {"--time-limit", "0.000000001"});
    const Finished limited = search(arguments);
    EXPECT_EQ(limited.exit_code, 9) << arguments[2];
    EXPECT_NE(limited.out.find("Incomplete"), std::string::npos) << limited.out;
  }
}

}  // namespace
}  // namespace depeche
