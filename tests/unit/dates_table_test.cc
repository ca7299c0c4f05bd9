#include "indexer/dates_table.h"

#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include "common/json.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

using namespace std::chrono_literals;

const TimeAnchor kAnchor{2019y / 2 / 13, Convention::kArchive, 2019y / 2 / 13};

constexpr std::string_view kText =
    "À Pékin, le 12 février 2019 à 9h10, mardi dernier ; depuis trois ans, ces derniers jours, d'ici 2030, "
    "entre le 1er mars 2017 et le 12 avril 2019.";

TEST(DatesTable, WholeWhereNoTerminalIs) {
  EXPECT_EQ("\n" + dates_table(dates_of(kText, kAnchor), {}), R"(
begin  end  text                                        type      value                  first day   last day
9      34   le 12 février 2019 à 9h10                   date      2019-02-12             2019-02-12  2019-02-12
36     49   mardi dernier                               date      2019-02-12             2019-02-12  2019-02-12
52     68   depuis trois ans                            since     2016/..                2016-01-01  ..
74     88   derniers jours                              vague     -                      -           -
90     100  d'ici 2030                                  until     ../2030                ..          2030-12-31
102    144  entre le 1er mars 2017 et le 12 avril 2019  interval  2017-03-01/2019-04-12  2017-03-01  2019-04-12
)");
}

TEST(DatesTable, LinesFitATerminalAndFiguresStayWhole) {
  const auto rows = dates_of(kText, kAnchor);
  for (const unsigned width : {80u, 100u, 200u}) {
    const std::string table = dates_table(rows, {.width = width, .interactive = true});
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), width) << line;
    for (const DatesRow& row : rows)
      EXPECT_TRUE(!row.value || table.find(to_edtf(*row.value)) != std::string::npos) << table;
    EXPECT_EQ(table.find("…") == std::string::npos, width > 100) << table;
  }
}

TEST(DatesTable, ControlCharactersAreShown) {
  const auto rows = dates_of("\x1b[31mle 12\n février 2019", kAnchor);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(dates_table(rows, {}).find('\x1b'), std::string::npos);
  EXPECT_EQ(std::ranges::count(dates_table(rows, {}), '\n'), 2);
}

TEST(DatesOf, AWholeTextMayBeShorterThanWhatIsFoundInOne) {
  struct Case {
    const char *text, *value;
  } const kCases[] = {{"février", "2019-02"},         {"le 2", "2019-02-02"},    {"2018-22", "2018-22"},
                      {"../2013", "../2013"},         {"  hier ", "2019-02-12"}, {"13/02", "2019-02-13"},
                      {"le 2019-02-12", "2019-02-12"}};
  for (const Case& c : kCases) {
    const auto rows = dates_of(c.text, kAnchor);
    ASSERT_EQ(rows.size(), 1u) << c.text;
    ASSERT_TRUE(rows.front().value) << c.text;
    EXPECT_EQ(to_edtf(*rows.front().value), c.value) << c.text;
  }
  EXPECT_TRUE(dates_of("", kAnchor).empty());
  EXPECT_TRUE(dates_of("rien du tout", kAnchor).empty());
  EXPECT_EQ(dates_of("attaque en mars", kAnchor).front().text, "mars");
}

TEST(DatesJson, OffsetsAreCodePointsAndUnknownIsNull) {
  const Json dates = Json::parse(dates_json(dates_of(kText, kAnchor)));
  ASSERT_EQ(dates.size(), 6u);
  EXPECT_EQ(
      dates[0].dump(),
      "{\"schema\":1,\"begin\":9,\"end\":34,\"text\":\"le 12 février 2019 à 9h10\",\"type\":\"date\","
      "\"value\":\"2019-02-12\",\"start_day\":\"2019-02-12\",\"end_day\":\"2019-02-12\",\"minute\":550}");
  EXPECT_EQ(dates[2]["value"], "2016/..");
  EXPECT_EQ(dates[2]["start_day"], "2016-01-01");
  EXPECT_TRUE(dates[2]["end_day"].is_null());
  EXPECT_TRUE(dates[3]["value"].is_null());
  EXPECT_EQ(dates_json({}), "[]\n");
}

}  // namespace
}  // namespace depeche
