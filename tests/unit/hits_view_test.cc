// Concordances, timelines and records, whole: tests/golden/view_kwic*, view_timeline*, view_*.csv.
#include <sstream>

#include <gtest/gtest.h>

#include "searcher/view/renderer.h"
#include "tests/golden/golden.h"

namespace depeche {
namespace {

constexpr Terminal kNarrow{false, 80, true}, kNarrowColour{true, 80, true};
constexpr Terminal kWide{false, 200, true}, kWideColour{true, 200, true};
constexpr Terminal kPipe{};

ArticleDate published(const PartialDate& value, bool inferred = false) {
  ArticleDate date;
  date.value = value;
  date.inferred = inferred;
  return date;
}

ConcordanceLine line(const std::string& id, const std::string& left, const std::string& hit,
                     const std::string& right) {
  ConcordanceLine line;
  line.id = id;
  line.published = published({2019, 2, 13});
  line.source = "Agence";
  line.title = "Un titre; \"entre\" guillemets, et virgule";
  line.span = {TextField::kText, 10, 16};
  line.begin = 9;
  line.end = 14;
  line.left = left;
  line.keyword = hit;
  line.right = right;
  line.path = "/corpus/a.jsonl";
  return line;
}

/// Whatever has another width than it has bytes or code points, and what a terminal would obey.
Concordance concordance() {
  Concordance result;
  result.lines = {
      line("depeche-0307", "La Norvège a prié, mercredi, plusieurs capitales de ne plus invoquer le prétendu",
           "cyberespionnage", "pour ternir son image, et de renoncer aux gestes qui nuisent aux liens"),
      line("98aae13b025ef29be5aec372029e3453", "e\u0301te\u0301 a\u0300 l'e\u0301cole, le", "cyberespace",
           "e\u0301tait cale\u0301"),
      line("a", "据新华社报道，中国人民银行", "人民", "银行行长易纲周三说"),
      line("b", "❤️ 👩‍🚀 🇫🇷 le drapeau et le", "cyber 👍🏽", "❤️ de l'équipage"),
      line("c", "", "Cyberespionnage", ""),
      line("mal\x1b[2J", "un \x1b[31mrouge", "cyber\x07", "=SOMME(A1)\u202e"),
      line("d", "lu dans la presse :", "l'atmosphère de coopération qui règne depuis longtemps entre eux",
           "."),
  };
  result.lines[1].published = published({2019, 3, 7}, true);
  result.lines[2].published = published({2018, 11, 0});
  result.lines[3].published.reset();
  result.lines[3].source = "";
  result.lines[4].span.field = TextField::kTitle;
  result.lines[5].published = published({0, 2, 13}, true);
  result.offset = 20;
  for (size_t i = 0; i < result.lines.size(); ++i) result.lines[i].rank = result.offset + i + 1;
  result.articles = 312;
  result.hits = 1204;
  return result;
}

HitGroups groups() {
  return {
      HitGrouping::kLeft1, {{"le", 812, 402}, {"", 31, 31}, {"d\x1b[m", 2, 1}}, 41, 1204, 433, 433, 0, true};
}

TimelineSeries series(const std::string& query, const std::vector<PeriodCount>& periods) {
  TimelineSeries series;
  series.query = query;
  series.periods = periods;
  for (const PeriodCount& period : periods) {
    series.articles += period.articles;
    series.hits += period.hits;
  }
  return series;
}

Timeline timeline() {
  Timeline timeline;
  timeline.unit = PeriodUnit::kMonth;
  timeline.first = period_of(Day(std::chrono::year(2018) / 11 / 1), timeline.unit);
  timeline.all = {{120, 0, 40'100}, {0, 0, 0}, {98, 0, 31'000}, {143, 0, 52'345}};
  timeline.all_apart = {PeriodCount{4, 0, 300}, PeriodCount{31, 0, 8000}, PeriodCount{0, 0, 0}};
  timeline.series = {series("cyber* \x1b[1m", {{3, 7, 0}, {0, 0, 0}, {1, 1, 0}, {37, 122, 0}})};
  timeline.series[0].apart[1] = {5, 9, 0};
  timeline.series[0].articles += 5;
  timeline.series[0].hits += 9;
  return timeline;
}

Timeline compared() {
  Timeline timeline = depeche::timeline();
  timeline.series.push_back(series("un OU deux", {{11, 12, 0}, {0, 0, 0}, {9, 9, 0}, {10, 11, 0}}));
  timeline.series.push_back(
      series("titre:\"Une phrase assez longue pour ne pas tenir sur la ligne d'un terminal étroit\"",
             {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {1, 1, 0}}));
  timeline.partial = true;
  return timeline;
}

/// By date and source alone: no hits.
Timeline without_hits() {
  Timeline timeline = depeche::timeline();
  timeline.unit = PeriodUnit::kYear;
  timeline.first = 1799;
  timeline.series = {series("", {{120, 0, 0}, {0, 0, 0}, {98, 0, 0}, {143, 0, 0}})};
  return timeline;
}

NameCount name_count(const std::string& key, const std::vector<FormCount>& forms) {
  NameCount name{key, 12, 0, 1, forms};
  for (const FormCount& form : forms) name.mentions += form.mentions;
  return name;
}

FacetAnswer facets() {
  return {{Facet{find_facet_field("personne"),
                 9,
                 {name_count("kari nordmann", {{"Kari Nordmann", 9}, {"Nordmann", 4}})}},
           Facet{find_facet_field("annee"), 1, {name_count("2019", {{"2019", 12}})}}},
          12,
          false};
}

EntityAnswer entities() {
  return {{{EntityType::kPlace, name_count("pekin", {{"Pékin", 7}, {"PEKIN", 2}})}}, 1, 0, false};
}

Answer answer() {
  Answer answer;
  Match match;
  match.rank = 3;
  match.score = 7.123456;
  match.article.id = "depeche-0307";
  match.article.title = "« Non », dit-elle ; \"oui\"";
  match.article.text = "Le port, lui, est <fermé>.\nLa mer monte.";
  match.article.dates = {published({2019, 2, 0}, true)};
  match.hits = {{TextField::kText, 3, 7}};
  answer.matches = {match};
  match.article = {};
  match.article.id = "b";
  match.article.text = "=1+1";
  match.hits.clear();
  answer.matches.push_back(match);
  answer.articles = 17;
  answer.hits = 40;
  answer.words = 900;
  return answer;
}

using View = void (*)(const Renderer&, std::ostream&);
void kwic_view(const Renderer& renderer, std::ostream& out) { renderer.concordance(concordance(), out); }
void groups_view(const Renderer& renderer, std::ostream& out) { renderer.groups(groups(), out); }
void timeline_view(const Renderer& renderer, std::ostream& out) {
  renderer.timeline(timeline(), TimelineMeasure::kArticles, out);
}
void rates_view(const Renderer& renderer, std::ostream& out) {
  renderer.timeline(timeline(), TimelineMeasure::kRate, out);
}
void without_hits_view(const Renderer& renderer, std::ostream& out) {
  renderer.timeline(without_hits(), TimelineMeasure::kArticles, out);
}
void compared_view(const Renderer& renderer, std::ostream& out) {
  renderer.timeline(compared(), TimelineMeasure::kShare, out);
}
void list_view(const Renderer& renderer, std::ostream& out) { renderer.list(answer(), out); }
void count_view(const Renderer& renderer, std::ostream& out) { renderer.count(answer(), out); }
void facets_view(const Renderer& renderer, std::ostream& out) { renderer.facets(facets(), out); }
void entities_view(const Renderer& renderer, std::ostream& out) { renderer.entities(entities(), out); }

constexpr View kHitViews[] = {kwic_view,  groups_view,       timeline_view,
                              rates_view, without_hits_view, compared_view};

std::string render(View view, OutputFormat format, const Terminal& terminal, const CsvOptions& csv = {}) {
  std::ostringstream out;
  view(*make_renderer(format, terminal, csv), out);
  return out.str();
}

TEST(HitsView, Golden) {
  constexpr CsvOptions kExcel{';', true};
  const struct Case {
    const char* name;
    View view;
    OutputFormat format;
    Terminal terminal;
    CsvOptions csv = {};
  } kCases[] = {
      {"view_kwic_80.txt", kwic_view, OutputFormat::kText, kNarrow},
      {"view_kwic_80_colour.txt", kwic_view, OutputFormat::kText, kNarrowColour},
      {"view_kwic_200.txt", kwic_view, OutputFormat::kText, kWide},
      {"view_kwic_pipe.txt", kwic_view, OutputFormat::kText, kPipe},
      {"view_kwic.json", kwic_view, OutputFormat::kJson, kPipe},
      {"view_kwic.jsonl", kwic_view, OutputFormat::kJsonl, kPipe},
      {"view_kwic.csv", kwic_view, OutputFormat::kCsv, kPipe},
      {"view_kwic_excel.csv", kwic_view, OutputFormat::kCsv, kPipe, kExcel},
      {"view_groups_80.txt", groups_view, OutputFormat::kText, kNarrow},
      {"view_groups.json", groups_view, OutputFormat::kJson, kPipe},
      {"view_groups.jsonl", groups_view, OutputFormat::kJsonl, kPipe},
      {"view_groups.csv", groups_view, OutputFormat::kCsv, kPipe},
      {"view_timeline_80.txt", timeline_view, OutputFormat::kText, kNarrow},
      {"view_timeline_80_colour.txt", timeline_view, OutputFormat::kText, kNarrowColour},
      {"view_timeline_200.txt", timeline_view, OutputFormat::kText, kWide},
      {"view_timeline_pipe.txt", timeline_view, OutputFormat::kText, kPipe},
      {"view_timeline_rate_80.txt", rates_view, OutputFormat::kText, kNarrow},
      {"view_timeline_all_80.txt", without_hits_view, OutputFormat::kText, kNarrow},
      {"view_timeline_compared_80.txt", compared_view, OutputFormat::kText, kNarrow},
      {"view_timeline_compared_200.txt", compared_view, OutputFormat::kText, kWide},
      {"view_timeline.json", timeline_view, OutputFormat::kJson, kPipe},
      {"view_timeline.jsonl", timeline_view, OutputFormat::kJsonl, kPipe},
      {"view_timeline_compared.csv", compared_view, OutputFormat::kCsv, kPipe},
      {"view_list.csv", list_view, OutputFormat::kCsv, kPipe},
      {"view_count.csv", count_view, OutputFormat::kCsv, kPipe},
      {"view_facets.csv", facets_view, OutputFormat::kCsv, kPipe},
      {"view_entities.csv", entities_view, OutputFormat::kCsv, kPipe, kExcel},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.name);
    expect_golden(c.name, render(c.view, c.format, c.terminal, c.csv));
  }
}

TEST(HitsView, NoForbiddenByteInAnyFormat) {
  for (View view : kHitViews)
    for (OutputFormat format :
         {OutputFormat::kText, OutputFormat::kJson, OutputFormat::kJsonl, OutputFormat::kCsv})
      for (const Terminal& terminal : {kNarrow, kWide, kPipe}) {
        const std::string output = render(view, format, terminal);
        EXPECT_EQ(safe_text(output, true), output);
      }
}

TEST(HitsView, LinesFitTheTerminal) {
  for (View view : kHitViews)
    for (const Terminal& terminal : {kNarrow, kWide}) {
      std::istringstream lines(render(view, OutputFormat::kText, terminal));
      for (std::string line; std::getline(lines, line);)
        EXPECT_LE(display_width(line), terminal.width) << line;
    }
}

TEST(HitsView, ColourAddsNothingButColour) {
  for (View view : kHitViews)
    for (const auto& [plain, colour] : {std::pair(kNarrow, kNarrowColour), std::pair(kWide, kWideColour)}) {
      std::string coloured = render(view, OutputFormat::kText, colour), without;
      for (size_t pos = 0; pos < coloured.size(); ++pos) {
        if (coloured[pos] == '\x1b')
          pos = coloured.find('m', pos);
        else
          without += coloured[pos];
      }
      EXPECT_EQ(without, render(view, OutputFormat::kText, plain));
    }
}

/// Columns before the hit.
TEST(HitsView, HitsBeginInOneColumn) {
  for (const Terminal& terminal : {kNarrow, kWide, kPipe}) {
    Concordance shown = concordance();
    shown.lines.pop_back();  // a hit that is cut
    std::ostringstream out;
    make_renderer(OutputFormat::kText, terminal)->concordance(shown, out);
    std::istringstream lines(out.str());
    std::optional<unsigned> column;
    for (const ConcordanceLine& expected : shown.lines) {
      std::string line;
      std::getline(lines, line);
      const size_t hit = line.rfind("  " + safe_text(expected.keyword));
      ASSERT_NE(hit, std::string::npos) << line;
      const unsigned width = display_width(line.substr(0, hit));
      EXPECT_EQ(width, column.value_or(width)) << line;
      column = width;
    }
  }
}

TEST(HitsView, ClosingLines) {
  const auto closing = [](uint64_t offset, size_t shown, std::optional<uint64_t> hits, bool partial) {
    Concordance answer = concordance();
    answer.offset = offset;
    answer.lines.resize(shown);
    answer.hits = hits;
    answer.partial = partial;
    std::ostringstream out;
    make_renderer(OutputFormat::kText, kPipe)->concordance(answer, out);
    const std::string text = out.str();
    const size_t blank = text.find("\n\n");
    return text.substr(blank == std::string::npos ? 0 : blank + 2);
  };
  EXPECT_EQ(closing(0, 3, 3, false), "3 hits in 312 articles\n");
  EXPECT_EQ(closing(0, 3, 9, false), "9 hits in 312 articles, 1 to 3 shown; next: --offset 3\n");
  EXPECT_EQ(closing(6, 3, 9, false), "9 hits in 312 articles, 7 to 9 shown\n");
  EXPECT_EQ(closing(9, 0, 9, false), "9 hits in 312 articles, none shown\n");
  EXPECT_EQ(closing(0, 3, std::nullopt, false), "Hits in 312 articles, 1 to 3 shown; next: --offset 3\n");
  EXPECT_EQ(closing(0, 3, 9, true),
            "At least 9 hits in at least 312 articles, 1 to 3 shown; next: --offset 3\n"
            "Incomplete: the time limit was reached before every article was looked at.\n");
  EXPECT_EQ(closing(0, 0, 0, false), "");
}

}  // namespace
}  // namespace depeche
