// Exports from the command line: files, manifests beside them, and whether the answer is still the same.
#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string record(const std::string& id, const std::string& date, const std::string& text) {
  json article{{"id", id}, {"title", "Titre " + id}, {"text", text}, {"source", "Agence"}};
  if (!date.empty()) article["date"] = date;
  return article.dump() + "\n";
}

class Export : public IndexFixture {
 protected:
  void SetUp() override {
    corpus_ = write("a.jsonl", record("a", "2019-02-13", "Le vieux port est fermé.") +
                                   record("b", "2018-12-31", "Un port de pêche.") +
                                   record("c", "", "Le port de Brest.") + record("d", "2019-02", "La mer."));
    ASSERT_EQ(index({corpus_}).exit_code, 0);
  }

  std::string at(const std::string& name) const { return (directory / name).string(); }

  std::string bytes_of(const std::string& name) const {
    std::ifstream file(directory / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  json manifest_of(const std::string& name) const { return json::parse(bytes_of(name + ".manifest.json")); }

  Finished replay(const std::string& name, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"--replay", at(name + ".manifest.json")});
    return search(std::move(more));
  }

  std::string corpus_;
};

TEST_F(Export, AFileHasItsManifestBesideIt) {
  const Finished done = search({"--format", "bibtex", "--output", at("a.bib"), "--since", "2018", "--source",
                                "Agence", "--sort", "article", "port", "OU", "mer", "--now", "2019-03-01"});
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(done.out, "");
  EXPECT_EQ(done.err, "depeche-searcher: 3 articles written to " + at("a.bib") + "\n");
  const std::string bib = bytes_of("a.bib");
  EXPECT_NE(bib.find("date = {2019-02-13}"), std::string::npos) << bib;

  const json manifest = manifest_of("a.bib");
  EXPECT_EQ(manifest["schema"], 1);
  EXPECT_EQ(manifest["kind"], "depeche-export");
  EXPECT_EQ(manifest["format"], "bibtex");
  EXPECT_EQ(manifest["query"]["typed"], "port OU mer");
  EXPECT_EQ(manifest["query"]["filters"],
            json::parse(R"([{"option":"since","value":"2018"},{"option":"source","value":"Agence"}])"));
  EXPECT_EQ(manifest["query"]["understood"], "(port OU mer) ET source:Agence ET date:2018-01-01..");
  EXPECT_EQ(manifest["query"]["sort"], "article");
  EXPECT_EQ(manifest["index"]["manifest"], 1);
  EXPECT_EQ(manifest["index"]["directory"], at("index"));
  EXPECT_EQ(manifest["program"], manifest["index"]["versions"]);
  EXPECT_EQ(manifest["bytes"], bib.size());
  EXPECT_EQ(manifest["count"], 3);
  EXPECT_EQ(manifest["articles"][0]["id"], "a");
  EXPECT_TRUE(
      manifest["articles"][0]["citation"].get<std::string>().starts_with("Agence, «\u00A0Titre a\u00A0»"));
  EXPECT_EQ(manifest["exported"].get<std::string>().size(), std::string("2019-03-01T03:12:09Z").size());
}

TEST_F(Export, RelativeDatesAreCountedOutInTheManifest) {
  ASSERT_EQ(
      search({"--format", "ris", "--output", at("a.ris"), "date:hier", "--now", "2019-02-14"}).exit_code, 0);
  EXPECT_EQ(manifest_of("a.ris")["query"]["understood"], "date:2019-02-13");
  EXPECT_EQ(replay("a.ris").exit_code, 0);
}

TEST_F(Export, QuestionsAreExportedAsTheyWereUnderstood) {
  const Finished done = search(
      {"--format", "ris", "--output", at("a.ris"), "Quels articles de février 2019 parlent du port ?"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(done.out, "");
  EXPECT_TRUE(done.err.starts_with("Understood: date:2019-02 ET port\n")) << done.err;
  const json query = manifest_of("a.ris")["query"];
  EXPECT_EQ(query["typed"], "Quels articles de février 2019 parlent du port ?");
  EXPECT_EQ(query["understood"], "date:2019-02 ET port");
  EXPECT_EQ(replay("a.ris").exit_code, 0);
  const Finished piped = search({"--format", "csl", "Quels articles de février 2019 parlent du port ?"});
  EXPECT_EQ(json::parse(piped.out).size(), 1u) << piped.out;
}

TEST_F(Export, ThePageThatIsAskedForIsExportedElseEverything) {
  EXPECT_EQ(json::parse(search({"--format", "csl", "port OU mer"}).out).size(), 4u);
  const json page = json::parse(
      search({"--format", "csl", "--sort", "article", "--limit", "2", "--offset", "1", "port OU mer"}).out);
  ASSERT_EQ(page.size(), 2u);
  EXPECT_EQ(page[0]["id"], "b@1");
  ASSERT_EQ(search({"--format", "csl", "--sort", "article", "--limit", "2", "--offset", "1", "--output",
                    at("p.json"), "port OU mer"})
                .exit_code,
            0);
  EXPECT_EQ(json::parse(bytes_of("p.json")), page);
  EXPECT_EQ(replay("p.json").exit_code, 0);
}

TEST_F(Export, BytesDoNotDependOnTheLanguageOfMessages) {
  for (const char* form : {"bibtex", "ris", "csl", "iramuteq", "tei", "gargantext"})
    EXPECT_EQ(search({"--format", form, "port"}, {"LANG=fr_FR.UTF-8", "LANGUAGE=fr"}).out,
              search({"--format", form, "port"}).out)
        << form;
  const json french = json::parse(search({"--show", "c", "--format", "json"}, {"LANGUAGE=fr"}).out);
  EXPECT_EQ(french["citation"], json::parse(search({"--show", "c", "--format", "json"}).out)["citation"]);
}

TEST_F(Export, WhereNothingIsFoundNothingIsWritten) {
  const Finished file = search({"--format", "tei", "--output", at("a.xml"), "introuvable"});
  EXPECT_EQ(file.exit_code, 1);
  EXPECT_FALSE(fs::exists(at("a.xml")));
  EXPECT_FALSE(fs::exists(at("a.xml.manifest.json")));
  const Finished piped = search({"--format", "tei", "introuvable"});
  EXPECT_EQ(piped.exit_code, 1);
  EXPECT_EQ(piped.out, "");
  EXPECT_EQ(search({"--format", "txm", "--output", at("txm"), "introuvable"}).exit_code, 1);
  EXPECT_FALSE(fs::exists(at("txm")));
}

TEST_F(Export, TxmGetsADirectoryAsAWhole) {
  const Finished done = search({"--format", "txm", "--output", at("txm") + "/", "--sort", "article", "port"});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  size_t files = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(at("txm"))) ++files;
  EXPECT_EQ(files, 4u);
  std::istringstream table(bytes_of("txm/metadata.csv"));
  std::string line;
  std::getline(table, line);
  EXPECT_EQ(line, "id,textorder,article,version,title,source,section,author,date,year");
  for (const char* rest :
       {",000000001,a,1,Titre a,Agence,,,2019-02-13,2019", ",000000002,b,1,Titre b,Agence,,,2018-12-31,2018",
        ",000000003,c,1,Titre c,Agence,,,,"}) {
    ASSERT_TRUE(std::getline(table, line));
    EXPECT_TRUE(line.ends_with(rest)) << line;
    EXPECT_TRUE(fs::exists(at("txm/" + line.substr(0, line.find(',')) + ".xml"))) << line;
  }
  EXPECT_EQ(manifest_of("txm")["count"], 3);
  EXPECT_EQ(replay("txm").exit_code, 0);

  const Finished again = search({"--format", "txm", "--output", at("txm"), "port"});
  EXPECT_EQ(again.exit_code, 2);
  EXPECT_NE(again.err.find("is there already"), std::string::npos) << again.err;
  size_t left = 0;
  for (const auto& entry : fs::directory_iterator(directory))
    left += entry.path().extension() == ".tmp" ? 1 : 0;
  EXPECT_EQ(left, 0u);
}

TEST_F(Export, GargantextIsToldOfArticlesThatItWouldDateFalsely) {
  const Finished done = search({"--format", "gargantext", "port"});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_NE(done.err.find("1 article states no year: GarganText puts it in 1973"), std::string::npos)
      << done.err;
  EXPECT_EQ(search({"--format", "gargantext", "port date:certaine"}).err, "");
}

TEST_F(Export, MistakesAreTold) {
  struct Case {
    std::vector<std::string> arguments;
    int exit_code;
    std::string message;
  };
  const std::string other = write("other.json", "{\"schema\":1}");
  const Case cases[] = {
      {{"--format", "txm", "port"}, 2, "add --output DIR"},
      {{"--output", at("x"), "port"}, 2, "--output takes an export"},
      {{"--format", "json", "--output", at("x"), "port"}, 2, "--output takes an export"},
      {{"--format", "ris", "--output", "", "port"}, 2, "name a file"},
      {{"--format", "ris", "--kwic", "port"}, 2, "leave --kwic out"},
      {{"--format", "ris"}, 2, "nothing to search for"},
      {{"--format", "ris", "--output", at("none/x"), "port"}, 4, "none/x"},
      {{"--format", "txm", "--output", at("none/x"), "port"}, 4, "none/x"},
      {{"--format", "rsi", "port"}, 2, "bibtex"},
      {{"--replay", at("none.json")}, 2, "there is no such manifest"},
      {{"--replay", other}, 2, "not the manifest of an export"},
      {{"--replay", corpus_}, 2, "not the manifest of an export"},
      {{"--replay", other, "port"}, 2, "no query"},
      {{"--replay", other, "--format", "csv"}, 2, "csv"},
  };
  for (const Case& c : cases) {
    const Finished finished = search(c.arguments);
    EXPECT_EQ(finished.exit_code, c.exit_code) << c.message << finished.err;
    EXPECT_NE(finished.err.find(c.message), std::string::npos) << c.message << " / " << finished.err;
    EXPECT_EQ(finished.out, "") << c.message;
  }
}

TEST_F(Export, AReplayTellsThatNothingChanged) {
  ASSERT_EQ(search({"--format", "ris", "--output", at("a.ris"), "port"}).exit_code, 0);
  const Finished same = replay("a.ris");
  EXPECT_EQ(same.exit_code, 0) << same.err;
  EXPECT_TRUE(
      same.out.starts_with("The answer is the same: 3 articles, as they were.\nQuery: port\nExported: "))
      << same.out;
  EXPECT_NE(same.out.find("Index: the same state 1 ("), std::string::npos) << same.out;
  EXPECT_EQ(same.out.find("Changed"), std::string::npos) << same.out;
}

TEST_F(Export, AReplayTellsWhatWasAddedIsGoneAndChanged) {
  ASSERT_EQ(search({"--format", "ris", "--output", at("a.ris"), "port"}).exit_code, 0);
  write("a.jsonl", record("a", "2019-02-13", "Le vieux port est rouvert.") +
                       record("b", "2018-12-31", "Un havre de pêche.") +
                       record("c", "", "Le port de Brest.") + record("d", "2019-02", "La mer au port."));
  ASSERT_EQ(index({corpus_}).exit_code, 0);
  const Finished other = replay("a.ris");
  EXPECT_EQ(other.exit_code, 1);
  const auto has = [&](const std::string& words) {
    EXPECT_NE(other.out.find(words), std::string::npos) << words << " / " << other.out;
  };
  has("+ Agence, «\u00A0Titre d\u00A0», 2019-02, d@2, xxh3:");
  has("- Agence, «\u00A0Titre b\u00A0», 2018-12-31, b@1, xxh3:");
  has("< Agence, «\u00A0Titre a\u00A0», 2019-02-13, a@1, xxh3:");
  has("> Agence, «\u00A0Titre a\u00A0», 2019-02-13, a@2, xxh3:");
  has("The answer is another one: 3 articles then, 3 now.\nAdded (+): 1, gone (-): 1, changed (< then, > "
      "now): 1\n");
  has("Index: state 1 (");

  const Finished lines = replay("a.ris", {"--format", "jsonl"});
  EXPECT_EQ(lines.exit_code, 1);
  const json answer = json::parse(lines.out);
  EXPECT_EQ(answer["same"], false);
  EXPECT_EQ(answer["added"][0]["id"], "d");
  EXPECT_EQ(answer["gone"][0]["id"], "b");
  EXPECT_EQ(answer["changed"][0]["then"]["version"], 1);
  EXPECT_EQ(answer["changed"][0]["now"]["version"], 2);
  EXPECT_EQ(answer["index_same"], false);
  EXPECT_EQ(answer["index_now"]["manifest"], 2);
  EXPECT_EQ(answer["versions_changed"], json::array());
}

TEST_F(Export, AnIndexMadeAnewGivesTheSameAnswer) {
  write("a.jsonl", record("a", "2019-02-13", "Le port.") + record("b", "2018-12-31", "Un port."));
  ASSERT_EQ(index({corpus_}).exit_code, 0);  // a and b are versions 2
  ASSERT_EQ(
      search({"--format", "ris", "--output", at("a.ris"), "--source", "Agence", "port", "id:a", "OU", "id:b"})
          .exit_code,
      0);
  fs::remove_all(at("index"));
  ASSERT_EQ(index({corpus_}).exit_code, 0);
  const Finished same = replay("a.ris");
  EXPECT_EQ(same.exit_code, 0) << same.out;
  EXPECT_NE(same.out.find("Index: state "), std::string::npos) << same.out;
}

TEST_F(Export, AReplayTellsOfOtherPrograms) {
  ASSERT_EQ(search({"--format", "ris", "--output", at("a.ris"), "port"}).exit_code, 0);
  json manifest = manifest_of("a.ris");
  manifest["program"]["program"] = "0.0.9";
  manifest["program"]["icu"] = "70\x1b[2J";
  std::swap(manifest["articles"][0], manifest["articles"][1]);
  write("a.ris.manifest.json", manifest.dump());
  const Finished same = replay("a.ris");
  EXPECT_EQ(same.exit_code, 0) << same.err;
  EXPECT_NE(same.out.find("Changed: program, 0.0.9 then, "), std::string::npos) << same.out;
  EXPECT_NE(same.out.find("Changed: ICU, 70\\x1b[2J then, "), std::string::npos) << same.out;
  EXPECT_NE(same.out.find("The order is another one."), std::string::npos) << same.out;
}

TEST_F(Export, AReplayReadsTheAliasesOfThen) {
  const std::string aliases = write("aliases.tsv", "Brest\tPonant\n");
  ASSERT_EQ(search({"--format", "ris", "--output", at("a.ris"), "--aliases", aliases, "port"}).exit_code, 0);
  EXPECT_EQ(manifest_of("a.ris")["query"]["aliases"], aliases);
  EXPECT_EQ(replay("a.ris").exit_code, 0);
  write("aliases.tsv", "Brest\tPonant\tFinistère\n");
  const Finished changed = replay("a.ris");
  EXPECT_EQ(changed.exit_code, 0);
  EXPECT_NE(changed.out.find("Changed: checksum of the aliases"), std::string::npos) << changed.out;
}

TEST_F(Export, CitationsStandWhereAResearcherLooks) {
  const std::string cited = "Agence, «\u00A0Titre a\u00A0», 2019-02-13, a@1, xxh3:";
  EXPECT_NE(search({"--show", "a"}).out.find("citation    " + cited), std::string::npos)
      << search({"--show", "a"}).out;
  const json shown = json::parse(search({"--show", "a", "--format", "json"}).out);
  const json listed = json::parse(search({"vieux", "--format", "jsonl"}).out);
  EXPECT_TRUE(shown["citation"].get<std::string>().starts_with(cited)) << shown;
  EXPECT_EQ(listed["citation"], shown["citation"]);
  EXPECT_EQ(json::parse(search({"vieux", "--format", "csl"}).out)[0]["note"], shown["citation"]);
}

}  // namespace
}  // namespace depeche
