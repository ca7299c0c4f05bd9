// Variants and related terms, whole: tests/golden/view_variants*, view_related*.
#include <sstream>

#include <gtest/gtest.h>

#include "searcher/view/renderer.h"
#include "tests/golden/golden.h"

namespace depeche {
namespace {

constexpr Terminal kNarrow{false, 80, true}, kNarrowColour{true, 80, true}, kWide{false, 200, true}, kPipe{};

Variants variants() {
  return {"cyber-espionnage",
          {{"cyber-espionnage", VariantKind::kSame, 412, 230},
           {"cyberespionnage", VariantKind::kJoining, 98, 71},
           {"cyber‑espionnage \x1b[31m", VariantKind::kJoining, 3, 2},
           {"cyber-espionnages", VariantKind::kForm, 1, 1},
           {"réseau e\u0301tendu 人民", VariantKind::kAccents, 1, 1}},
          5,
          61201,
          3000,
          0,
          false};
}

RelatedTerms related() {
  using Kind = RelatedTerm::Kind;
  return {{{Kind::kWord, "attaque", "attaque", 14, 120, 31.25},
           {Kind::kWord, "WannaCry", "WannaCry", 3, 9, 12.5},
           {Kind::kName, "Hua Chunying", "personne:\"Hua Chunying\"", 4, 57, 20.125},
           {Kind::kName, "mal\x1b[2J",
            "autre:\"mal\x1b[2J et un nom bien trop long pour tenir sur une ligne de terminal\"", 2, 2, 8},
           {Kind::kDemonym, "chinois", "chinois", 9, 310, 0},
           {Kind::kPlace, "Chine", "lieu:Chine", 0, 0, 0}},
          20,
          312,
          false};
}

std::string in(OutputFormat format, const Terminal& terminal, void (*print)(const Renderer&, std::ostream&)) {
  std::ostringstream out;
  print(*make_renderer(format, terminal), out);
  return out.str();
}

TEST(RelatedView, Golden) {
  const struct Case {
    const char* name;
    OutputFormat format;
    Terminal terminal;
  } kCases[] = {
      {"80.txt", OutputFormat::kText, kNarrow}, {"80_colour.txt", OutputFormat::kText, kNarrowColour},
      {"200.txt", OutputFormat::kText, kWide},  {"pipe.txt", OutputFormat::kText, kPipe},
      {".json", OutputFormat::kJson, kPipe},    {".jsonl", OutputFormat::kJsonl, kPipe},
      {".csv", OutputFormat::kCsv, kPipe}};
  for (const Case& c : kCases) {
    const std::string end = c.name[0] == '.' ? c.name : std::string("_") + c.name;
    expect_golden("view_variants" + end,
                  in(c.format, c.terminal, [](const Renderer& renderer, std::ostream& out) {
                    renderer.variants(variants(), out);
                  }));
    expect_golden("view_related" + end,
                  in(c.format, c.terminal,
                     [](const Renderer& renderer, std::ostream& out) { renderer.related(related(), out); }));
  }
}

TEST(RelatedView, ClosingLines) {
  Variants few = variants();
  few.articles = few.read = 3;
  few.offset = 2;
  few.found = 9;
  std::ostringstream out;
  make_renderer(OutputFormat::kText, kPipe)->variants(few, out);
  EXPECT_TRUE(out.str().ends_with("\n9 forms in 3 articles, 3 to 7 shown; next: --offset 7\n")) << out.str();
  out.str("");
  make_renderer(OutputFormat::kText, kPipe)->variants({}, out);
  make_renderer(OutputFormat::kText, kPipe)->related({}, out);
  EXPECT_EQ(out.str(), "") << "nothing found is said elsewhere";
}

}  // namespace
}  // namespace depeche
