#include "common/date_query.h"

#include <gtest/gtest.h>

namespace depeche {
namespace {

Day day_of(int y, unsigned m, unsigned d) {
  return Day{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

const Day kToday = day_of(2019, 3, 1);

struct Case {
  const char* value;
  const char* text;  // canonical
};

constexpr Case kGood[] = {
    {"13/02/2019", "2019-02-13"},
    {"13.02.2019", "2019-02-13"},
    {"13-02-2019", "2019-02-13"},
    {"13/02/19", "2019-02-13"},
    {"2019-02-13", "2019-02-13"},
    {"20190213", "2019-02-13"},
    {"13 février 2019", "2019-02-13"},
    {"le 13 fevrier 2019", "2019-02-13"},
    {"LE 13 FÉVRIER 2019", "2019-02-13"},
    {"mercredi 13 février 2019", "2019-02-13"},
    {" 2019-02-13 ", "2019-02-13"},
    {"2019-02", "2019-02"},
    {"02/2019", "2019-02"},
    {"février 2019", "2019-02"},
    {"en février 2019", "2019-02"},
    {"2019", "2019"},
    {"1798", "1798"},
    {"9999", "9999"},
    {"13/02", "13/02"},
    {"3/2", "03/02"},
    {"13 février", "13/02"},
    {"1er mars", "01/03"},
    {"XXXX-02-13", "13/02"},
    {"29/02", "29/02"},
    {"29 février 2020", "2020-02-29"},
    {"hier", "2019-02-28"},
    {"Hier", "2019-02-28"},
    {"aujourd'hui", "2019-03-01"},
    {"aujourd’hui", "2019-03-01"},
    {"avant-hier", "2019-02-27"},
    {"today", "2019-03-01"},
    {"yesterday", "2019-02-28"},
    {"aucune", "aucune"},
    {"AUCUNE", "aucune"},
    {"none", "aucune"},
    {"incertaine", "incertaine"},
    {"uncertain", "incertaine"},
    {"certaine", "certaine"},
    {"certain", "certaine"},
    {"possible:2018", "possible:2018"},
    {"Possible: 2018-02", "possible:2018-02"},
    {"possible:13/02/2018", "possible:2018-02-13"},
    {"possible:2017..2019", "possible:2017-01-01..2019-12-31"},
    {"possible:..2019", "possible:..2019-12-31"},
    {"2019-02-01..2019-03-15", "2019-02-01..2019-03-15"},
    {"2019-02..2019-03", "2019-02-01..2019-03-31"},
    {"2019..2020-02", "2019-01-01..2020-02-29"},
    {"2019-02..2019-02", "2019-02"},
    {"2019-01..2019-12", "2019"},
    {"2019-02-13..2019-02-13", "2019-02-13"},
    {"..2013", "..2013-12-31"},
    {"2019-02..", "2019-02-01.."},
    {"hier..", "2019-02-28.."},
    {"avant-hier..aujourd'hui", "2019-02-27..2019-03-01"},
    {"13/02/2019 .. 15/03/2019", "2019-02-13..2019-03-15"},
    {"13 février 2019..mars 2019", "2019-02-13..2019-03-31"},
    {"13 février..15 mars 2019", "2019-02-13..2019-03-15"},
    {"du 1er février 2019 au 15 mars 2019", "2019-02-01..2019-03-15"},
    {"du 1er février au 15 mars 2019", "2019-02-01..2019-03-15"},
    {"de février 2019 à mars 2019", "2019-02-01..2019-03-31"},
    {"entre 2017 et 2019", "2017-01-01..2019-12-31"},
    {"Entre le 1er mars 2017 et le 2 mars 2017", "2017-03-01..2017-03-02"},
    {"between 2017 and 2019", "2017-01-01..2019-12-31"},
    {"from 2017 to 2019", "2017-01-01..2019-12-31"},
};

TEST(DateQuery, ReadsAndPrintsBack) {
  for (const Case& c : kGood) {
    SCOPED_TRACE(c.value);
    const auto read = parse_date_query(c.value, kToday);
    ASSERT_TRUE(std::holds_alternative<DateQuery>(read)) << std::get<DateQueryError>(read).message;
    const auto& query = std::get<DateQuery>(read);
    EXPECT_EQ(to_text(query), c.text);
    const auto again = parse_date_query(to_text(query), day_of(1900, 1, 1));
    ASSERT_TRUE(std::holds_alternative<DateQuery>(again));
    EXPECT_EQ(std::get<DateQuery>(again), query);
  }
}

TEST(DateQuery, IsExactAboutItsRange) {
  using Kind = DateQuery::Kind;
  const auto read = [](const char* value) { return std::get<DateQuery>(parse_date_query(value, kToday)); };
  EXPECT_EQ(read("2020-02").first, day_of(2020, 2, 1));
  EXPECT_EQ(read("2020-02").last, day_of(2020, 2, 29));
  EXPECT_EQ(read("..2013").first, std::nullopt);
  EXPECT_EQ(read("..2013").last, day_of(2013, 12, 31));
  EXPECT_EQ(read("2013..").last, std::nullopt);
  EXPECT_EQ(read("13 février").kind, Kind::kMonthDay);
  EXPECT_EQ(read("13 février").month, 2u);
  EXPECT_EQ(read("13 février").day, 13u);
  EXPECT_EQ(read("possible:2018").kind, Kind::kPossible);
  EXPECT_EQ(read("possible:2018").first, day_of(2018, 1, 1));
}

struct BadCase {
  const char* value;
  const char* place;   // the part of the value that is wrong
  const char* remedy;  // a part of the message
};

constexpr BadCase kBad[] = {
    {"31/02/2019", "31/02/2019", "2019-02-28"},
    {"29/02/2019", "29/02/2019", "2019-02-28"},
    {"31 novembre 2019", "31 novembre 2019", "2019-11-30"},
    {"02/13/2019", "02/13/2019", "2019-02-13"},
    {"32/01/2019", "32/01/2019", "2019-01-31"},
    {"31/02", "31/02", "29/02"},
    {"2019-13", "2019-13", "2019-12"},
    {"2019-02-31", "2019-02-31", "2019-02-28"},
    {"  31/02/2019 ", "31/02/2019", "2019-02-28"},
    {"2019-01..31/02/2019", "31/02/2019", "2019-02-28"},
    {"31/02/2019..2019-04", "31/02/2019", "2019-02-28"},
    {"possible:31/02/2019", "31/02/2019", "2019-02-28"},
    {"29/02..15/03/2019", "29/02", "2019-02-28"},
    {"du 31 février 2019 au 15 mars 2019", "31 février 2019", "2019-02-28"},
    {"2019..2017", "2019..2017", "2017..2019"},
    {"2019-03-15..2019-02-01", "2019-03-15..2019-02-01", "2019-02-01..2019-03-15"},
    {"entre 2019 et 2017", "entre 2019 et 2017", "2017..2019"},
    {"", "", "13/02/2019"},
    {"   ", "   ", "13/02/2019"},
    {"..", "..", "2019-02.."},
    {"possible:", "possible:", "possible:2018"},
    {"possible:..", "..", "2019-02.."},
    {"possible:13/02", "13/02", "possible:2018"},
    {"possible:aucune", "aucune", "13/02/2019"},
    {"2019..hiver", "hiver", "13/02/2019"},
    {"2019...2020", ".2020", "13/02/2019"},
    {"aucune..2019", "aucune", "13/02/2019"},
    {"13/02..15/02", "13/02", "2019-02-01..2019-03-15"},
    {"..13/02", "13/02", "2019-02-01..2019-03-15"},
    {"13", "13", "13/02/2019"},
    {"février", "février", "13/02/2019"},
    {"0000", "0000", "13/02/2019"},
    {"99/99/2019", "99/99/2019", "13/02/2019"},
    {"2019-02-13x", "2019-02-13x", "13/02/2019"},
    {"n'importe quoi", "n'importe quoi", "13/02/2019"},
    {"13/02/2019 à 18h", "13/02/2019 à 18h", "2019-02-13"},
    {"lundi 13 février 2019", "lundi 13 février 2019", "2019-02-13"},
    {"mardi 13 février", "mardi 13 février", "13/02"},
    {"\xFF", "\xFF", "13/02/2019"},
};

TEST(DateQuery, ToldMistakesHavePlaceAndRemedy) {
  for (const BadCase& c : kBad) {
    SCOPED_TRACE(c.value);
    const auto read = parse_date_query(c.value, kToday);
    ASSERT_TRUE(std::holds_alternative<DateQueryError>(read)) << to_text(std::get<DateQuery>(read));
    const auto& error = std::get<DateQueryError>(read);
    const std::string_view value = c.value;
    ASSERT_LE(error.begin, error.end);
    ASSERT_LE(error.end, value.size());
    EXPECT_EQ(value.substr(error.begin, error.end - error.begin), c.place);
    EXPECT_NE(error.message.find(c.remedy), std::string::npos) << error.message;
    EXPECT_EQ(error.message.find('\n'), std::string::npos);
  }
}

}  // namespace
}  // namespace depeche
