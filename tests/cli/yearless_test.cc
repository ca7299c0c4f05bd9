#include <nlohmann/json.hpp>

#include "tests/cli/index_fixture.h"

namespace depeche {
namespace {

using Yearless = IndexFixture;
using nlohmann::json;

constexpr const char* kDispatch =
    "Mise à jour à 09h10 le 13/02\n"
    "La porte-parole du ministère, Mme Ingrid Halvorsen, a parlé mardi à Oslo du virus BergaCrypt.\n";

/// A record that states its day and names the same person.
std::string dated(const std::string& id, const std::string& date) {
  return json{{"id", id}, {"date", date}, {"text", "Mme Ingrid Halvorsen a parlé du virus BergaCrypt."}}
             .dump() +
         "\n";
}

TEST_F(Yearless, AnOnlyUpdateIsFoundAsPublicationAndAsUpdate) {
  ASSERT_EQ(index({write("a.txt", kDispatch), "--now", "2026-11-22"}).exit_code, 0);
  struct Case {
    const char* query;
    size_t found;
  } const kCases[] = {
      {"date:13/02", 1},         {"maj:13/02", 1},          {"date:incertaine", 1},
      {"date:certaine", 0},      {"date:possible:2018", 1}, {"date:possible:2019", 1},
      {"date:possible:2024", 1}, {"date:possible:2022", 1}, {"date:14/02", 0},
      {"maj:14/02", 0},          {"date:aucune", 0},
  };
  for (const Case& c : kCases) EXPECT_EQ(found(c.query), c.found) << c.query;
}

TEST_F(Yearless, ShowTellsWhichDateIsWhichAndWhy) {
  const std::string path = write("a.txt", kDispatch);
  ASSERT_EQ(index({path, "--now", "2026-11-22", "--reference-date", "2019-03-01"}).exit_code, 0);
  const std::string id = search({"--format", "ids", "BergaCrypt"}).out;
  const std::string shown = search({"--show", id.substr(0, id.size() - 1)}, {"LC_ALL=C"}).out;
  for (const char* words :
       {"published   2019-02-13? 09:10 · from the reference date · inferred, confidence 0.4",
        "the weekday of the text is the day before: mardi, 09h10; not after the reference date: 2019-03-01",
        "or 2018-02-13, weight 0.", "updated     2019-02-13?", "as the date of publication"})
    EXPECT_NE(shown.find(words), std::string::npos) << words << "\n" << shown;

  const json match = json::parse(search({"--format", "jsonl", "BergaCrypt"}).out);
  EXPECT_EQ(match["date"], "2019-02-13");
  EXPECT_EQ(match["date_edtf"], "2019-02-13?");
  EXPECT_EQ(match["date_stated"], "XXXX-02-13");
}

TEST_F(Yearless, RedateMakesANewVersionWhereEvidenceHasCome) {
  const std::string first = write("a/a.txt", kDispatch);
  ASSERT_EQ(index({first, "--now", "2026-11-22"}).exit_code, 0);
  std::string lines;
  for (const char* id : {"b", "c", "d", "e"}) lines += dated(id, "2018-03-01");
  const std::string evidence = write("b/b.jsonl", lines);
  ASSERT_EQ(index({evidence, "--now", "2026-11-22"}).exit_code, 0);
  EXPECT_EQ(found("date:possible:2013"), 1U) << "an open year may be any";

  const std::string report = (directory / "report.json").string();
  ASSERT_EQ(index({"--redate", "--now", "2026-11-22", "--report", report}).exit_code, 0);
  std::ifstream in(report);
  const json told = json::parse(in);
  EXPECT_EQ(told["dates"]["redated"], 1);
  EXPECT_EQ(told["index"]["documents"], 5);
  EXPECT_EQ(found("date:2019-02-13"), 1U);
  EXPECT_EQ(found("date:2024-02-13"), 0U) << "only the best reading";
  EXPECT_EQ(found("date:possible:2024"), 1U);
  EXPECT_EQ(found("date:possible:2013"), 0U) << "before the first article that shares its names";
  EXPECT_EQ(found("date:incertaine"), 1U);
  EXPECT_EQ(json::parse(search({"--format", "jsonl", "date:2019-02-13"}).out)["version"], 2);
}

TEST_F(Yearless, RedateIsRefusedWhereItCanDoNothing) {
  const std::string path = write("a.txt", kDispatch);
  for (const char* other : {"--dry-run", "--no-dates"}) {
    const Finished refused = index({"--redate", other, path});
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_NE(refused.err.find(other), std::string::npos) << refused.err;
  }
  EXPECT_EQ(index({"--redate"}).exit_code, 4) << "no index yet";
}

std::vector<json> lines_of(const std::string& out) {
  std::vector<json> lines;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

TEST_F(Yearless, ADryRunPrintsInOrderAndUsesTheWholeCorpus) {
  const auto yearless = [](const std::string& id) {
    return json{{"id", id}, {"text", kDispatch}}.dump() + "\n";
  };
  const std::string path =
      write("a.jsonl", dated("1", "2018-03-01") + yearless("2") + dated("3", "2018-03-02") + yearless("4") +
                           dated("5", "2019-02-14"));
  for (const char* threads : {"1", "4"}) {
    const Finished dry =
        run({{DEPECHE_INDEXER, "--dry-run", path, "--now", "2026-11-22", "--threads", threads}, {}, -1});
    ASSERT_EQ(dry.exit_code, 0) << dry.err;
    const std::vector<json> lines = lines_of(dry.out);
    ASSERT_EQ(lines.size(), 5U);
    for (size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(lines[i]["id"], std::to_string(i + 1));
    EXPECT_EQ(lines[3]["dates"][0]["value"], "2019-02-13") << "near the record behind it";
    EXPECT_EQ(lines[3]["dates"][0]["stated"], "XXXX-02-13");
    EXPECT_NE(lines[3]["dates"][0]["why"], nullptr);
  }
}

TEST_F(Yearless, ADryRunLooksIntoAnIndexOnlyWhereOneIsNamed) {
  std::string lines;
  for (const char* id : {"b", "c", "d", "e"}) lines += dated(id, "2018-03-01");
  ASSERT_EQ(index({write("b/b.jsonl", lines)}).exit_code, 0);
  const std::string path = write("a/a.txt", kDispatch), named = (directory / "index").string();
  const std::vector<std::string> dry{DEPECHE_INDEXER, "--dry-run", path, "--now", "2026-11-22"};
  std::vector<std::string> with_index = dry;
  with_index.insert(with_index.end(), {"--index", named});
  EXPECT_EQ(lines_of(run({dry, {"DEPECHE_INDEX=" + named}, -1}).out)[0]["dates"][0]["value"], "XXXX-02-13");
  EXPECT_EQ(lines_of(run({with_index, {}, -1}).out)[0]["dates"][0]["value"], "2019-02-13");
}

}  // namespace
}  // namespace depeche
