// Co-occurrences and networks, whole: tests/golden/view_cooccur*, view_network*. GEXF is read by xmllint too.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <stdlib.h>

#include "searcher/view/renderer.h"
#include "tests/cli/public_program.h"
#include "tests/golden/golden.h"

namespace depeche {
namespace {

constexpr Terminal kNarrow{false, 80, true}, kNarrowColour{true, 80, true}, kWide{false, 200, true}, kPipe{};

Cooccurrences cooccurrences() {
  Cooccurrences found;
  found.asked = {FieldId::kEntity, CooccurrenceScope::kSentence};
  found.top = {
      {FieldId::kPlace, "pekin", "Pékin", 30, 33, 0.33, 148.5},
      {FieldId::kPerson, "hua chunying", "Hua Chunying", 12, 13, 1.5, 50.25},
      {FieldId::kOrganisation, "mal", "mal\x1b[2J de e\u0301te\u0301 人民", 2, 2, 0.25, 4.125},
      {FieldId::kOther, "long", "un nom bien trop long pour tenir à côté de ses chiffres sur une ligne", 2, 2,
       0.25, 4},
  };
  found.found = 9;
  found.matching = 40;
  found.compared = 5200;
  found.articles = 61201;
  found.read = 1500;
  return found;
}

Day day(int year, unsigned month, unsigned day) {
  return Day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
}

Network network() {
  Network network;
  network.asked.rows = 2;
  network.query = "Chine ET <\"été\"> & co\x07";
  network.nodes = {
      {FieldId::kPlace,
       "chine",
       "Chine",
       5,
       {{day(2018, 12, 31), day(2018, 12, 31)}, {day(2019, 2, 13), day(2019, 2, 15)}}},
      {FieldId::kPerson, "o <b>", "O'<b>\x1b[31m & \"fils\"", 3, {{day(2019, 2, 13), day(2019, 2, 13)}}},
      {FieldId::kOrganisation, "onu", "ONU", 2, {}},
  };
  network.edges = {{0, 1, 3, {{day(2019, 2, 13), day(2019, 2, 14)}}}, {0, 2, 2, {}}, {1, 2, 2, {}}};
  network.names = 41;
  network.articles = 6;
  network.undated = 1;
  return network;
}

std::string in(OutputFormat format, const Terminal& terminal, void (*print)(const Renderer&, std::ostream&)) {
  std::ostringstream out;
  print(*make_renderer(format, terminal), out);
  return out.str();
}

void print_cooccurrences(const Renderer& renderer, std::ostream& out) {
  renderer.cooccurrents(cooccurrences(), out);
}
void print_edges(const Renderer& renderer, std::ostream& out) { renderer.network(network(), out); }

TEST(NetworkView, Golden) {
  const struct Case {
    const char* name;
    OutputFormat format;
    Terminal terminal;
  } kCases[] = {
      {"_80.txt", OutputFormat::kText, kNarrow}, {"_80_colour.txt", OutputFormat::kText, kNarrowColour},
      {"_200.txt", OutputFormat::kText, kWide},  {"_pipe.txt", OutputFormat::kText, kPipe},
      {".json", OutputFormat::kJson, kPipe},     {".jsonl", OutputFormat::kJsonl, kPipe},
      {".csv", OutputFormat::kCsv, kPipe}};
  for (const Case& c : kCases) {
    expect_golden(std::string("view_cooccur") + c.name, in(c.format, c.terminal, print_cooccurrences));
    expect_golden(std::string("view_network") + c.name, in(c.format, c.terminal, print_edges));
  }
  expect_golden("view_network.gexf", in(OutputFormat::kGexf, kPipe, print_edges));
}

TEST(NetworkView, GexfIsValid) {
  if (run_program({"sh", "-c", "command -v xmllint"}).exit_code != 0)
    GTEST_SKIP() << "xmllint is not installed";
  std::string name = (std::filesystem::temp_directory_path() / "depeche-gexf-XXXXXX").string();
  ASSERT_NE(mkdtemp(name.data()), nullptr);
  const std::string path = name + "/network.gexf";
  std::ofstream(path, std::ios::binary) << in(OutputFormat::kGexf, kPipe, print_edges);
  const Finished read =
      run_program({"xmllint", "--noout", "--relaxng", DEPECHE_SCHEMA_DIR "/depeche-gexf.rng", path});
  EXPECT_EQ(read.exit_code, 0) << read.err;
  EXPECT_EQ(run_program({"xmllint", "--xpath", "string(//*[local-name()='node'][2]/@label)", path}).out,
            "O'<b> [31m & \"fils\"\n");
  std::filesystem::remove_all(name);
}

TEST(NetworkView, NothingFoundIsSaidElsewhere) {
  std::ostringstream out;
  make_renderer(OutputFormat::kText, kPipe)->cooccurrents({}, out);
  make_renderer(OutputFormat::kText, kPipe)->network({}, out);
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace depeche
