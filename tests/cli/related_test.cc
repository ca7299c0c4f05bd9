// Words as they are written, and what is related to them: with the real programs.
#include <sstream>

#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

using nlohmann::json;

class AsWritten : public IndexFixture {
 protected:
  void SetUp() override {
    write("corpus/a.jsonl", R"({"id":"5g","date":"2019-01-01","text":"La 5G arrive. Le débit est bon."}
{"id":"g7","date":"2019-01-02","text":"Le G7 se réunit à Biarritz. La 4G reste."}
{"id":"g-7","date":"2019-01-02","text":"Le G-7 de jadis."}
{"id":"c++","date":"2019-01-03","text":"Un programme en C++ ou en C# est rapide."}
{"id":"c","date":"2019-01-03","text":"La vitamine C est bonne."}
{"id":"49.3","date":"2019-01-04","text":"Le gouvernement recourt à l'article 49.3 de la Constitution."}
{"id":"49","date":"2019-01-04","text":"L'article 49 compte 3 alinéas."}
{"id":"7,5","date":"2019-01-05","text":"Le chômage baisse à 7,5 %. Il touche 2 millions de personnes."}
{"id":"par","date":"2019-01-06","text":"La Chine proteste. Le tarif monte.\n\nLe Japon attend un tarif. La Corée aussi."}
)");
    ASSERT_EQ(index({(directory / "corpus").string()}).exit_code, 0);
  }
  std::string ids(const std::string& query) {
    std::istringstream lines(search({"--format", "ids", "--sort", "article", query}).out);
    std::string joined;
    for (std::string id; lines >> id;) joined += (joined.empty() ? "" : " ") + id;
    return joined;
  }
};

TEST_F(AsWritten, NumbersAndSigns) {
  const struct Row {
    const char *query, *ids;
  } rows[] = {
      {"5G", "5g"},
      {"4G", "g7"},
      {"G7", "g-7 g7"},
      {"G-7", "g-7 g7"},
      {"C++", "c++"},
      {"=C++", "c++"},
      {"C#", "c++"},
      {"article 49.3", "49.3"},
      {"\"article 49.3\"", "49.3"},
      {"49", "49"},
      {"7,5", "7,5"},
  };
  for (const Row& row : rows) EXPECT_EQ(ids(row.query), row.ids) << row.query;
}

TEST_F(AsWritten, WildcardsSentencesAndParagraphs) {
  const struct Row {
    const char *query, *ids;
  } rows[] = {
      {"goUv*", "49.3"},
      {"chom*", "7,5"},
      {"gouvernements*", ""},  // of forms, not of stems
      {"Chine MEMEPHRASE proteste", "par"},
      {"Chine MEMEPHRASE tarif", ""},
      {"Chine MEMEPARAGRAPHE tarif", "par"},
      {"Chine MEMEPARAGRAPHE Japon", ""},
      {"Chine ET Japon", "par"},
  };
  for (const Row& row : rows) EXPECT_EQ(ids(row.query), row.ids) << row.query;
}

class RelatedTo : public IndexFixture {
 protected:
  void SetUp() override {
    write(
        "corpus/a.jsonl",
        R"({"id":"a","date":"2019-01-01","title":"Cyber-espionnage","text":"Le cyber-espionnage inquiète la Chine. La Chine nie le cyberespionnage."}
{"id":"b","date":"2019-01-02","text":"Le cyber espionnage est nié par les autorités chinoises et par la Chine."}
{"id":"c","date":"2019-01-03","text":"Il pleut sur la ville."}
)");
    ASSERT_EQ(index({(directory / "corpus").string()}).exit_code, 0);
  }
};

TEST_F(RelatedTo, VariantsOfAWord) {
  const Finished text = search({"--variants", "cyberespionnage"});
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_EQ(text.out,
            "form              differs in       hits  articles\n"
            "cyber-espionnage  hyphens, blanks     2         1\n"
            "cyber espionnage  hyphens, blanks     1         1\n"
            "cyberespionnage                       1         1\n"
            "\n"
            "3 forms in 2 articles\n");
  EXPECT_EQ(json::parse(search({"--variants", "cyberespionnage", "--format", "json"}).out)["found"], 3);
  const Finished near = search({"--variants", "cyberespionage"});
  EXPECT_EQ(near.exit_code, 1);
  EXPECT_NE(near.err.find("did you mean cyberespionnage?"), std::string::npos) << near.err;
  EXPECT_EQ(search({"--variants", "..."}).exit_code, 2);
  EXPECT_EQ(search({"--variants", "a", "b"}).exit_code, 2);
  EXPECT_EQ(search({"--variants", "a", "--format", "ids"}).exit_code, 2);
}

TEST_F(RelatedTo, ArticlesLikeOne) {
  const Finished like = search({"--like", "a"});
  EXPECT_EQ(like.exit_code, 0);
  EXPECT_TRUE(like.out.starts_with("Understood: (")) << like.out;
  EXPECT_NE(like.out.find(" SAUF id:a\n"), std::string::npos) << like.out;
  EXPECT_EQ(search({"--like", "a", "--format", "ids"}).out, "b\n");
  EXPECT_EQ(search({"--like", "a@1", "--format", "ids"}).out, "b\n");
  EXPECT_EQ(json::parse(search({"--like", "a", "--format", "json"}).out)["question"]["text"], "--like a");
  const Finished other_day = search({"--like", "a", "--since", "2019-01-03"});
  EXPECT_EQ(other_day.exit_code, 1);
  EXPECT_EQ(other_day.err, "depeche-searcher: no article is like a\n");
  EXPECT_NE(search({"--like", "c"}).err.find("no word of the article c tells it apart"), std::string::npos);
  EXPECT_EQ(search({"--like", "absent"}).exit_code, 1);
  EXPECT_EQ(search({"--like", "a@7"}).exit_code, 1);
  EXPECT_EQ(search({"--like", "a@1..2"}).exit_code, 2);
}

TEST_F(RelatedTo, TermsOfAQuery) {
  const json whole = json::parse(search({"--expand", "Chine", "--format", "json"}).out);
  EXPECT_EQ(whole["articles_read"], 2);
  EXPECT_EQ(whole["related"].back()["kind"], "demonym");
  EXPECT_EQ(whole["related"].back()["query"], "chinois");
  EXPECT_EQ(whole["related"].back()["articles"], 1) << "chinoises";
  EXPECT_TRUE(search({"--explain", "lieu:Chine"}).out.ends_with("Related, not searched for: chinois\n"));
  EXPECT_EQ(search({"--format", "ids", "lieu:Chine", "--sort", "article"}).out, "a\nb\n");
  EXPECT_EQ(search({"--expand", "absent"}).exit_code, 1);
  EXPECT_EQ(search({"--expand"}).exit_code, 2);
}

TEST_F(RelatedTo, NamesAndWordsThatStandTogether) {
  const json whole =
      json::parse(search({"--cooccur", "mots", "Chine", "--scope", "sentence", "--format", "json"}).out);
  EXPECT_EQ(whole["scope"], "sentence");
  EXPECT_EQ(whole["articles"], 2);
  EXPECT_EQ(whole["compared"], 4) << "a title and three sentences";
  EXPECT_EQ(search({"--cooccur", "mots", "absent"}).exit_code, 1);
  EXPECT_EQ(search({"--cooccur", "titre", "Chine"}).exit_code, 2);
  EXPECT_EQ(search({"--cooccur", "mots"}).exit_code, 2);
  EXPECT_EQ(search({"--scope", "sentence", "Chine"}).exit_code, 2);
}

TEST_F(RelatedTo, TheNetworkOfNames) {
  const Finished few = search({"--network"});
  EXPECT_EQ(few.exit_code, 1) << "one place only";
  EXPECT_NE(few.err.find("no two names stand together in 2 articles"), std::string::npos) << few.err;
  EXPECT_EQ(json::parse(search({"--network", "--format", "json"}).out)["nodes"][0]["id"], "place:chine");
  EXPECT_TRUE(search({"--network", "--format", "gexf"}).out.ends_with("</gexf>\n"));
  EXPECT_EQ(search({"--format", "gexf", "Chine"}).exit_code, 2);
  EXPECT_EQ(search({"--nodes", "5", "Chine"}).exit_code, 2);
}

}  // namespace
}  // namespace depeche
