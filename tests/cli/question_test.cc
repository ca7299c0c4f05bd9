// Questions in plain French from the command line: understood aloud, and answered.
#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

using nlohmann::json;

class Questions : public IndexFixture {
 protected:
  void SetUp() override {
    const auto record = [](const char* id, const char* date, const char* section, const char* author,
                           const char* title, const char* text) {
      return json{{"id", id},         {"date", date},   {"section", section},
                  {"author", author}, {"title", title}, {"text", text}}
                 .dump() +
             "\n";
    };
    const std::string path = write(
        "a.jsonl",
        record("a", "2013-03-10", "Focus", "Jean Dupont", "La chimie verte",
               "Les États-Unis investissent dans la chimie.") +
            record("b", "2013-06-01", "Focus", "Marie Durand", "Chimie et biologie",
                   "Un vaccin aux États-Unis.") +
            record("c", "2014-02-03", "Au coeur des régions", "Jean Dupont", "Un laser breton",
                   "Le laser de Brest intéresse la santé.") +
            record("d", "2014-11-20", "Focus", "Jean Dupont", "Santé publique", "La santé des enfants."));
    ASSERT_EQ(index({path}).exit_code, 0);
  }

  std::string ids(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--format", "ids", "--sort", "date"});
    std::string ids = search(arguments).out;
    std::replace(ids.begin(), ids.end(), '\n', ' ');
    return ids;
  }
};

TEST_F(Questions, AreAnswered) {
  const struct Case {
    const char *question, *ids;
  } kCases[] = {
      {"Quels sont les articles parus entre le 3 mars 2013 et le 4 mai 2013 évoquant les Etats-Unis ?", "a "},
      {"articles de 2014 de la rubrique Focus parlant de santé", "d "},
      {"Articles dont le titre contient chimie mais pas biologie", "a "},
      {"je voudrais les articles écrits par Jean Dupont", "a c d "},
      {"articles de la rubrique Au coeur des régions", "c "},
      {"Quels articles n'ont pas été écrits par Jean Dupont ?", "b "},
      {"combien d'articles sur la santé en 2014 ?", "c d "},
      {"Je veux tous les articles", "a b c d "},
  };
  for (const Case& c : kCases) EXPECT_EQ(ids({c.question}), c.ids) << c.question;
}

TEST_F(Questions, WordsTypedWithoutQuotesAreOne) {
  EXPECT_EQ(ids({"articles", "de", "la", "rubrique", "Focus", "parlant", "de", "santé"}), "d ");
}

TEST_F(Questions, TheQueryThatAnswersStandsOnTheFirstLine) {
  const Finished counted = search({"combien d'articles sur la santé en 2014 ?"});
  EXPECT_EQ(counted.exit_code, 0);
  EXPECT_EQ(counted.out,
            "Understood: santé ET date:2014\nOptions: --count\n\narticles 2\nhits 3\nwords 16\n");
  EXPECT_EQ(search({"--count", "santé ET date:2014"}).out, "articles 2\nhits 3\nwords 16\n");

  const Finished valued = search({"Quels auteurs ont écrit dans la rubrique Focus ?"});
  EXPECT_TRUE(valued.out.starts_with("Understood: rubrique:Focus\nOptions: --facets auteur\n\nauteur "))
      << valued.out;

  const Finished nothing = search({"articles de 2013 sur la santé, avec une image"});
  EXPECT_EQ(nothing.exit_code, 1);
  EXPECT_EQ(nothing.out,
            "Understood: date:2013 ET santé\nNot taken into account: «\u00a0avec une image\u00a0»\n\n");
  EXPECT_EQ(nothing.err,
            "depeche-searcher: nothing found for date:2013 ET santé\n"
            "depeche-searcher: without date:2013 there are 2 articles\n"
            "depeche-searcher: without santé there are 2 articles\n");
}

TEST_F(Questions, FiltersBelongToWhatIsUnderstood) {
  const Finished filtered = search({"--section", "Focus", "quels articles parlent de santé ?"});
  EXPECT_TRUE(filtered.out.starts_with("Understood: santé ET rubrique:Focus\n\n1. 2014-11-20"))
      << filtered.out;
}

TEST_F(Questions, OptionsSayMoreThanTheQuestion) {
  EXPECT_TRUE(search({"--facets", "annee", "combien d'articles sur la santé ?"}).out.find("annee ") !=
              std::string::npos);
  EXPECT_EQ(
      search({"--format", "ids", "--limit", "1", "--sort", "date", "les 3 derniers articles sur la santé"})
          .out,
      "c\n");
  EXPECT_EQ(search({"--format", "ids", "le dernier article sur la santé"}).out, "d\n");
}

TEST_F(Questions, AreForcedAndForbidden) {
  EXPECT_TRUE(search({"--ask", "la santé en 2014"}).out.starts_with("Understood: santé ET date:2014\n"));
  EXPECT_EQ(search({"santé", "laser"}).out.find("Understood"), std::string::npos);
  const Finished query = search({"--no-ask", "--format", "ids", "quels articles parlent de santé"});
  EXPECT_EQ(query.out, "d\nc\n") << "words, of which most are enough";
  EXPECT_NE(query.err.find("no article has all of these words"), std::string::npos) << query.err;
  EXPECT_EQ(search({"--ask", "--no-ask", "santé"}).exit_code, 2);
  EXPECT_EQ(search({"--ask"}).exit_code, 2);
}

TEST_F(Questions, JsonHasThemAsAMember) {
  const std::string question = "articles sur la santé, avec une image";
  const json whole = json::parse(search({"--format", "json", question}).out);
  EXPECT_EQ(whole["question"]["text"], question);
  EXPECT_EQ(whole["question"]["query"], "santé");
  EXPECT_EQ(whole["question"]["unread"][0]["text"], "avec une image");
  EXPECT_FALSE(json::parse(search({"--format", "json", "santé"}).out).contains("question"));

  const Finished lines = search({"--format", "jsonl", question});
  EXPECT_EQ(json::parse(lines.out.substr(0, lines.out.find('\n')))["question"], whole["question"]);
  EXPECT_NE(lines.err.find("avec une image"), std::string::npos) << lines.err;
  EXPECT_NE(search({"--format", "ids", question}).err.find("avec une image"), std::string::npos);
}

TEST_F(Questions, AnImpossibleDateIsAMistake) {
  const Finished mistake = search({"articles parus le 31 février 2013"});
  EXPECT_EQ(mistake.exit_code, 2);
  EXPECT_NE(mistake.err.find("                    ^^^^^^^^^^^^^^^\n"), std::string::npos) << mistake.err;
}

TEST_F(Questions, SpeakFrenchInAFrenchLocale) {
  const Finished french = search({"combien d'articles de 2013 avec une image ?"}, {"LANG=fr_FR.UTF-8"});
  EXPECT_TRUE(
      french.out.starts_with("Compris\u00a0: date:2013\nOptions\u00a0: --count\n"
                             "Non pris en compte\u00a0: «\u00a0avec une image\u00a0»\n"))
      << french.out;
}

}  // namespace
}  // namespace depeche
