// Names from the command line: found, counted, listed and explained.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

using nlohmann::json;

class Names : public IndexFixture {
 protected:
  void SetUp() override {
    const auto record = [](const char* id, const char* date, const char* source, const char* text) {
      return json{{"id", id}, {"date", date}, {"source", source}, {"text", text}}.dump() + "\n";
    };
    const std::string path = write(
        "a.jsonl",
        record(
            "a", "2019-02-13", "Agence Nord",
            "M. Étienne Delorme, porte-parole de l'Organisation des Nations unies (ONU), est arrivé à Pékin. "
            "M. Delorme a ajouté que l'ONU enverrait une mission. M. Delorme part jeudi.") +
            record("b", "2019-03-02", "Agence Nord",
                   "Le président Étienne Delorme a quitté Pékin pour Lyon, a annoncé l'ONU.") +
            record("c", "2018-05-01", "Autre", "Un bateau a quitté Lyon. Le port est calme."));
    ASSERT_EQ(index({path}).exit_code, 0);
  }

  std::vector<std::string> ids(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--format", "ids"});
    std::istringstream lines(search(arguments).out);
    std::vector<std::string> ids;
    for (std::string id; std::getline(lines, id);) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    return ids;
  }
};

TEST_F(Names, EveryWayToNameAnEntityFindsIt) {
  using Ids = std::vector<std::string>;
  const struct Case {
    const char* query;
    Ids ids;
  } kCases[] = {
      {"personne:\"Étienne Delorme\"", {"a", "b"}},
      {"personne:\"etienne delorme\"", {"a", "b"}},
      {"personne:ÉTIENNE", {"a", "b"}},
      {"personne:delorme", {"a", "b"}},
      {"personne:\"M. Delorme\"", {"a", "b"}},
      {"personne:\"Delorme Étienne\"", {}},
      {"entite:delorme", {"a", "b"}},
      {"lieu:delorme", {}},
      {"org:ONU", {"a", "b"}},
      {"org:onu", {"a", "b"}},
      {"org:\"l'ONU\"", {"a", "b"}},
      {"org:\"Nations unies\"", {"a", "b"}},
      {"entite:onu", {"a", "b"}},
      {"personne:onu", {}},
      {"lieu:pekin", {"a", "b"}},
      {"lieu:PÉKIN", {"a", "b"}},
      {"lieu:Beijing", {"a", "b"}},
      {"entite:Peking", {"a", "b"}},
      {"org:Beijing", {}},
      {"lieu:Lyon", {"b", "c"}},
      {"entite:lyon SAUF lieu:beijing", {"c"}},
  };
  for (const Case& c : kCases) EXPECT_EQ(ids({c.query}), c.ids) << c.query;
}

TEST_F(Names, FacetsCountAllArticlesFound) {
  const Finished counted =
      search({"--facets", "personne,lieu,source,annee", "--format", "json", "--limit", "1", "lieu:Lyon"});
  EXPECT_EQ(counted.exit_code, 0);
  const json answer = json::parse(counted.out);
  EXPECT_EQ(answer["articles"], 2);
  EXPECT_EQ(answer["partial"], false);
  ASSERT_EQ(answer["facets"].size(), 4u);
  EXPECT_EQ(answer["facets"][0]["top"][0]["name"], "Étienne Delorme");
  EXPECT_EQ(answer["facets"][0]["top"][0]["articles"], 1);
  EXPECT_EQ(answer["facets"][1]["field"], "place");
  EXPECT_EQ(answer["facets"][1]["values"], 2);
  EXPECT_EQ(answer["facets"][1]["top"][0]["key"], "lyon");
  EXPECT_EQ(answer["facets"][1]["top"][0]["mentions"], 2);
  EXPECT_EQ(answer["facets"][2]["top"].size(), 2u);
  EXPECT_EQ(answer["facets"][2]["top"][0]["mentions"], nullptr);

  EXPECT_EQ(search({"--facets", "lieu"}).out,
            "lieu   articles  mentions\n"
            "Lyon          2         2\n"
            "Pékin         2         2\n"
            "\n"
            "3 articles\n");
  EXPECT_EQ(search({"--facets", "lieu", "--facet-limit", "1", "bateau"}).out,
            "lieu  articles  mentions\n"
            "Lyon         1         1\n"
            "\n"
            "1 article\n");
  const Finished nothing = search({"--facets", "lieu", "introuvable"});
  EXPECT_EQ(nothing.exit_code, 1);
  EXPECT_EQ(nothing.out, "");
}

TEST_F(Names, APartialCountSaysSo) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--facets", "lieu", "Lyon"}, std::vector<std::string>{"--entities", "*"}}) {
    std::vector<std::string> limited{"--time-limit", "0.000000001"};
    limited.insert(limited.end(), arguments.begin(), arguments.end());
    const Finished text = search(limited);
    EXPECT_EQ(text.exit_code, 9);
    EXPECT_NE(text.out.find("Incomplete"), std::string::npos) << text.out;
    EXPECT_NE(text.err.find("--time-limit"), std::string::npos) << text.err;
    limited.insert(limited.begin(), {"--format", "json"});
    EXPECT_EQ(json::parse(search(limited).out)["partial"], true);
  }
}

TEST_F(Names, EntitiesAreListedByAPartOfTheirName) {
  const std::string text = search({"--entities", "LORM"}).out;
  EXPECT_TRUE(text.starts_with(
      "key              field     articles  mentions  forms\netienne delorme  personne         2  "))
      << text;
  EXPECT_NE(text.find("  Étienne Delorme ×2, Delorme ×2\n\n1 entity\n"), std::string::npos) << text;
  const json answer = json::parse(search({"--entities", "p?k*", "--format", "json"}).out);
  EXPECT_EQ(answer["found"], 1);
  EXPECT_EQ(answer["entities"][0]["type"], "LOC");
  EXPECT_EQ(answer["entities"][0]["name"], "Pékin");
  EXPECT_EQ(answer["entities"][0]["articles"], 2);
  const Finished nothing = search({"--entities", "introuvable"});
  EXPECT_EQ(nothing.exit_code, 1);
  EXPECT_NE(nothing.err.find("introuvable"), std::string::npos);
}

TEST_F(Names, WhyAShortNameStandsForALongerOne) {
  const Finished why = search({"--why", "a"});
  EXPECT_EQ(why.exit_code, 0);
  const std::string line = "M. Delorme → Étienne Delorme: only full name ending so in this article\n";
  const size_t first = why.out.find(line);
  ASSERT_NE(first, std::string::npos) << why.out;
  EXPECT_NE(why.out.find(line, first + line.size()), std::string::npos) << "each linked mention: " << why.out;
  EXPECT_NE(why.out.find("ONU → Organisation des Nations unies: "), std::string::npos) << why.out;
  for (const json& link : json::parse(search({"--why", "a", "--format", "json"}).out)["links"]) {
    EXPECT_EQ(link["end"].get<int>() - link["begin"].get<int>(), link["text"] == "ONU" ? 3 : 7) << link;
    EXPECT_EQ(link["chain"].size(), 1u) << link;
  }
  EXPECT_EQ(search({"--why", "c"}).exit_code, 1);
  EXPECT_EQ(search({"--why", "absent"}).exit_code, 1);
}

TEST_F(Names, TheUsersAliasesWin) {
  const std::string own = write("own.tsv", "# mine\nLyon\tLugdunum\nBeijing\tCapitale du Nord\n");
  EXPECT_EQ(found("lieu:Lugdunum"), 0u);
  EXPECT_EQ(ids({"--aliases", own, "lieu:Lugdunum"}), (std::vector<std::string>{"b", "c"}));
  EXPECT_EQ(ids({"--aliases", own, "lieu:Beijing"}), std::vector<std::string>{}) << "no longer Pékin";
  EXPECT_EQ(ids({"--aliases", own, "org:\"Nations unies\""}), (std::vector<std::string>{"a", "b"}));
  EXPECT_NE(search({"--aliases", own, "--explain", "lieu:lugdunum"}).out.find("Aliases: Lyon = Lugdunum\n"),
            std::string::npos);

  const std::string bad = write("bad.tsv", "Lyon\tLugdunum\nPékin Beijing\n");
  const Finished refused = search({"--aliases", bad, "lieu:Lyon"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.err.find(bad + ", line 2: "), std::string::npos) << refused.err;
}

}  // namespace
}  // namespace depeche
