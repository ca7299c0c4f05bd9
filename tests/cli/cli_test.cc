#include <nlohmann/json.hpp>
#include <unistd.h>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

using Cli = IndexFixture;

std::string record(const std::string& id, const std::string& date, const std::string& text) {
  return nlohmann::json{{"id", id}, {"date", date}, {"title", "Titre " + id}, {"text", text}}.dump() + "\n";
}

TEST_F(Cli, ASecondRunOverTheSameFilesIndexesNothingNew) {
  const std::string path =
      write("a.jsonl", record("a", "2019-02-13", "Un bateau.") + record("b", "2019-02-14", "Un train."));
  ASSERT_EQ(index({path}).exit_code, 0);
  const std::string report = (directory / "report.json").string();
  ASSERT_EQ(index({path, "--report", report}).exit_code, 0);
  std::ifstream in(report);
  const auto records = nlohmann::json::parse(in)["records"];
  EXPECT_EQ(records["indexed"], 0);
  EXPECT_EQ(records["updated"], 0);
  EXPECT_EQ(records["unchanged"], 2);
}

TEST_F(Cli, AChangedArticleReplacesItsOldVersion) {
  ASSERT_EQ(index({write("a.jsonl", record("a", "2019-02-13", "Un bateau a coulé."))}).exit_code, 0);
  ASSERT_EQ(index({write("a.jsonl", record("a", "2019-02-13", "Un train a déraillé."))}).exit_code, 0);
  EXPECT_EQ(found("bateau"), 0U);
  EXPECT_EQ(found("train"), 1U);
  const std::string line = search({"--format", "jsonl", "train"}).out;
  EXPECT_EQ(nlohmann::json::parse(line)["version"], 2);
}

TEST_F(Cli, TheLatestOfOneIdStandsWhateverTheOrder) {
  const std::string early = write("1.jsonl", record("a", "2019-02-13", "Premier état."));
  const std::string late = write("2.jsonl", record("a", "2019-02-14", "Dernier mot."));
  ASSERT_EQ(index({late, early}).exit_code, 0);
  EXPECT_EQ(found("premier"), 0U);
  EXPECT_EQ(found("dernier"), 1U);
}

struct ErrorCase {
  const char* query;
  int exit_code;
  const char* message;
};

TEST_F(Cli, MistakesInAQueryAreToldWithACaret) {
  ASSERT_EQ(index({write("a.txt", "Le texte d'une dépêche.\n")}).exit_code, 0);
  const ErrorCase kCases[] = {
      {"date:31/02/2019", 2, "       ^^^^^^^^^^"},
      {"inconnu:x", 2, "  ^^^^^^^"},
      {"\"abc", 2, "  ^"},
      {"((((", 2, "^"},
      {"*", 2, "  ^"},
      {"a*", 8, "^"},
      {"date:2019-03..2019-02", 2, "^"},
      {"texte PRES/101 mot", 8, "^"},
  };
  for (const ErrorCase& c : kCases) {
    const Finished answer = search({c.query});
    EXPECT_EQ(answer.exit_code, c.exit_code) << c.query;
    EXPECT_EQ(answer.out, "") << c.query;
    EXPECT_NE(answer.err.find(c.message), std::string::npos) << c.query << "\n" << answer.err;
  }
}

TEST_F(Cli, ExitCodesTellWhatHappened) {
  EXPECT_EQ(search({"mot"}).exit_code, 4) << "no index yet";
  EXPECT_EQ(index({"/nonexistent/depeches"}).exit_code, 4);
  EXPECT_EQ(index({"--no-such-option"}).exit_code, 2);
  EXPECT_EQ(search({"--no-such-option", "mot"}).exit_code, 2);
  EXPECT_EQ(search({}).exit_code, 2);
  const std::string good = write("good.jsonl", record("a", "2019-02-13", "Un bateau."));
  ASSERT_EQ(index({good}).exit_code, 0);
  EXPECT_EQ(search({"bateau"}).exit_code, 0);
  EXPECT_EQ(search({"avion"}).exit_code, 1);
}

TEST_F(Cli, OneBadRecordIsRejectedAndTheRestIndexed) {
  std::string lines = "{\"id\": \"x\", \"date\": \"2019-02-31\", \"text\": \"Jamais.\"}\n";
  for (int i = 0; i < 40; ++i) lines += record("r" + std::to_string(i), "2019-02-13", "Un bateau.");
  const std::string rejects = (directory / "rejects.jsonl").string();
  EXPECT_EQ(index({write("a.jsonl", lines), "--rejects", rejects}).exit_code, 1);
  EXPECT_EQ(found("bateau"), 40U);
  std::ifstream in(rejects);
  std::string line;
  ASSERT_TRUE(std::getline(in, line));
  const auto rejection = nlohmann::json::parse(line);
  EXPECT_EQ(rejection["code"], "E_DATE");
  EXPECT_EQ(rejection["offset"], 0);
  EXPECT_EQ(rejection["record"], 1);
}

TEST_F(Cli, ADryRunWritesNothing) {
  const std::string path = write("a.jsonl", record("a", "2019-02-13", "Un bateau."));
  EXPECT_EQ(index({path, "--dry-run"}).exit_code, 0);
  EXPECT_FALSE(std::filesystem::exists(directory / "index"));
}

TEST_F(Cli, NoControlCharacterOfAnArticleReachesTheTerminal) {
  ASSERT_EQ(index({write("a.jsonl",
                         "{\"id\": \"a\", \"title\": \"Titre \\u001b[2J\\u202e\", \"text\": \"Un \\u0007 "
                         "bateau \\u009b31m rouge.\"}\n")})
                .exit_code,
            0);
  for (const char* format : {"text", "json", "jsonl", "ids"}) {
    const std::string out =
        search({"--format", format, "bateau"}).out + search({"--format", format, "--show", "a"}).out;
    EXPECT_EQ(out.find('\x1b'), std::string::npos) << format;
    EXPECT_EQ(out.find('\a'), std::string::npos) << format;
    EXPECT_EQ(out.find("\u202e"), std::string::npos) << format;
    EXPECT_EQ(out.find("\u009b"), std::string::npos) << format;
  }
}

TEST_F(Cli, MessagesComeInFrenchWhereTheLocaleIs) {
  ASSERT_EQ(index({write("a.jsonl", record("a", "2019-02-13", "Un bateau."))}).exit_code, 0);
  const std::string english = search({"avion"}).err, french = search({"avion"}, {"LANG=fr_FR.UTF-8"}).err;
  EXPECT_NE(english.find("nothing found"), std::string::npos) << english;
  EXPECT_EQ(french.find("nothing found"), std::string::npos) << french;
}

TEST_F(Cli, AnIndexThatWasCopiedOrDamagedIsToldApart) {
  ASSERT_EQ(index({write("a.jsonl", record("a", "2019-02-13", "Un bateau."))}).exit_code, 0);
  std::filesystem::copy(directory / "index", directory / "copy", std::filesystem::copy_options::recursive);
  const auto search_copy = [&] {
    return run({{DEPECHE_SEARCHER, "--index", (directory / "copy").string(), "bateau"}, {}, -1});
  };
  EXPECT_EQ(search_copy().exit_code, 0);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory / "copy"))
    if (entry.path().filename() == "docdata.glass") {
      std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(100);
      file.put('\x7f');
    }
  const Finished damaged = search_copy();
  EXPECT_EQ(damaged.exit_code, 6);
  EXPECT_NE(damaged.err.find("docdata.glass"), std::string::npos) << damaged.err;
}

/// One section, as sources spell it; what an article says of itself stays.
TEST_F(Cli, SpellingsOfASectionAreOne) {
  std::string lines;
  for (const std::string section :
       {"Actualité Innovation", "ACTUALITES INNOVATIONS", "Actualités-Innovations", "Actualité"})
    lines += "{\"id\":\"" + section + "\",\"section\":\"" + section + "\",\"text\":\"Un bateau.\"}\n";
  ASSERT_EQ(index({write("a.jsonl", lines)}).exit_code, 0);
  const std::string facets = search({"--facets", "rubrique", "--format", "csv", "bateau"}).out;
  EXPECT_NE(facets.find(",3,"), std::string::npos) << facets;
  for (const char* query :
       {"rubrique:\"Actualité Innovation\"", "rubrique:\"actualites & innovations\"", "rubrique:innovations"})
    EXPECT_EQ(found(query), 3u) << query;
  EXPECT_EQ(found("rubrique:\"Actualités\""), 4u);
  EXPECT_NE(search({"--show", "ACTUALITES INNOVATIONS"}).out.find("ACTUALITES INNOVATIONS"),
            std::string::npos);
}

TEST_F(Cli, TheResultDoesNotDependOnThreads) {
  std::string lines;
  for (int i = 0; i < 200; ++i)
    lines += record("r" + std::to_string(i % 150), "2019-02-" + std::to_string(10 + i % 18),
                    "Dépêche numéro " + std::to_string(i));
  const std::string path = write("a.jsonl", lines);
  std::string answers[2];
  for (int i = 0; i < 2; ++i) {
    std::filesystem::remove_all(directory / "index");
    ASSERT_EQ(index({path, "--threads", i == 0 ? "1" : "4"}).exit_code, 0);
    answers[i] = search({"--format", "jsonl", "--limit", "1000", "dépêche"}).out;
  }
  EXPECT_EQ(answers[0], answers[1]);
}

}  // namespace
}  // namespace depeche
