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

    // Every year.
    {"février", "XXXX-02"},
    {"Fevrier", "XXXX-02"},
    {"XXXX-02", "XXXX-02"},
    {"14-Juillet", "14/07"},
    {"Noël", "25/12"},
    {"Noel", "25/12"},
    {"le jour de l'An", "01/01"},

    // The latest one that is not after today, a Friday.
    {"mardi", "2019-02-26"},
    {"vendredi", "2019-03-01"},
    {"samedi", "2019-02-23"},
    {"mardi 13 février", "2018-02-13"},
    {"mercredi 13 février", "2019-02-13"},
    {"le 2", "2019-02-02"},
    {"Pâques", "2018-04-01"},
    {"été", "2018-06-21..2018-09-23"},
    {"1er trimestre", "2019-01-01..2019-03-31"},
    {"début mars", "2019-03-01..2019-03-10"},
    {"fin mars", "2018-03-21..2018-03-31"},
    {"la veille de Noël", "2018-12-24"},
    {"depuis Pâques", "2018-04-01.."},
    {"mars..", "2019-03-01.."},
    {"..13/02", "..2019-02-13"},
    {"avant le 13 février", "..2019-02-12"},
    {"du 13 au 15 juillet", "2018-07-13..2018-07-15"},
    {"entre le 2 et le 5 mars", "2018-03-02..2018-03-05"},

    // Counted from today.
    {"mardi dernier", "2019-02-26"},
    {"vendredi dernier", "2019-02-22"},
    {"hier soir", "2019-02-28"},
    {"demain", "2019-03-02"},
    {"il y a 3 mois", "2018-12-01"},
    {"il y a trois jours", "2019-02-26"},
    {"la semaine dernière", "2019-02-18..2019-02-24"},
    {"La semaine derniere", "2019-02-18..2019-02-24"},
    {"cette semaine", "2019-02-25..2019-03-03"},
    {"le mois dernier", "2019-02"},
    {"l'an dernier", "2018"},
    {"depuis trois ans", "2016-03-01.."},
    {"depuis hier", "2019-02-28.."},
    {"avant hier", "2019-02-27"},
    {"il y a 3 mois..hier", "2018-12-01..2019-02-28"},
    {"entre hier et aujourd'hui", "2019-02-28..2019-03-01"},
    {"between yesterday and today", "2019-02-28..2019-03-01"},

    // Parts of years, and many of them.
    {"été 2018", "2018-06-21..2018-09-23"},
    {"2018-22", "2018-06-21..2018-09-23"},
    {"2019-02-13?", "2019-02-13"},
    {"2019-02~", "2019-02"},
    {"l'hiver 2018-2019", "2018-12-21..2019-03-20"},
    {"début mars 2018", "2018-03-01..2018-03-10"},
    {"fin 2017", "2017-10-01..2017-12-31"},
    {"1er trimestre 2019", "2019-01-01..2019-03-31"},
    {"second semestre 2018", "2018-07-01..2018-12-31"},
    {"la première quinzaine d'avril 2018", "2018-04-01..2018-04-15"},
    {"semaine 7 de 2019", "2019-02-11..2019-02-17"},
    {"années 90", "1990-01-01..1999-12-31"},
    {"199X", "1990-01-01..1999-12-31"},
    {"XIXe siècle", "1801-01-01..1900-12-31"},
    {"mai 68", "1968-05"},
    {"14-Juillet 2018", "2018-07-14"},
    {"Pâques 2019", "2019-04-21"},
    {"la veille du 13 février 2019", "2019-02-12"},

    // Open, and closed at both ends.
    {"depuis 2014", "2014-01-01.."},
    {"à partir de 2014", "2014-01-01.."},
    {"since 2014", "2014-01-01.."},
    {"2019-02/..", "2019-02-01.."},
    {"avant 2013", "..2012-12-31"},
    {"before 2013", "..2012-12-31"},
    {"before 13 February 2019", "..2019-02-12"},
    {"avant l'été 2018", "..2018-06-20"},
    {"après 2013", "2014-01-01.."},
    {"après le 13 février 2019", "2019-02-14.."},
    {"jusqu'en 2013", "..2013-12-31"},
    {"jusqu'au 15 mars 2019", "..2019-03-15"},
    {"until March 2019", "..2019-03-31"},
    {"../2013", "..2013-12-31"},
    {"2019-02-04/2019-02-10", "2019-02-04..2019-02-10"},
    {"13/02..15/02", "2019-02-13..2019-02-15"},
    {"30 décembre..2 janvier 2019", "2018-12-30..2019-01-02"},
    {"du 30 décembre au 2 janvier 2019", "2018-12-30..2019-01-02"},
    {"du 24 décembre au 2 janvier", "2018-12-24..2019-01-02"},
    {"29/02..15/03/2020", "2020-02-29..2020-03-15"},
    {"de novembre à mars 2019", "2018-11-01..2019-03-31"},
    {"d'avril à juin 2018", "2018-04-01..2018-06-30"},
    {"lundi..mercredi", "2019-02-25..2019-02-27"},
    {"entre le lundi 1er et le mercredi 10 juillet 2013", "2013-07-01..2013-07-10"},
    {"mars..mai 2019", "2019-03-01..2019-05-31"},
    {"2019..hiver", "2019-01-01..2019-03-20"},
    {"0001..9999", "0001-01-01..9999-12-31"},
    {"possible:été 2018", "possible:2018-06-21..2018-09-23"},
    {"possible:depuis 2014", "possible:2014-01-01.."},
    {"possible:hier", "possible:2019-02-28"},
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
    {"2019...2020", ".2020", "13/02/2019"},
    {"aucune..2019", "aucune", "13/02/2019"},
    {"13", "13", "13/02/2019"},
    {"0000", "0000", "13/02/2019"},
    {"99/99/2019", "99/99/2019", "13/02/2019"},
    {"2019-02-13x", "2019-02-13x", "13/02/2019"},
    {"n'importe quoi", "n'importe quoi", "13/02/2019"},
    {"13/02/2019 à 18h", "13/02/2019 à 18h", "2019-02-13"},
    {"\xFF", "\xFF", "13/02/2019"},
    {"29/02..15/03/2019", "29/02", "2019-02-28"},
    {"lundi 13 février 2019", "lundi 13 février 2019", "2019-02-13 is a Wednesday, not a Monday"},
    {"2019-02..lundi 13 février 2019", "lundi 13 février 2019", "Wednesday"},
    {"du mardi 1er au mercredi 10 juillet 2013", "du mardi 1er au mercredi 10 juillet 2013", "2013-07-01"},
    {"mercredi 29 février", "mercredi 29 février", "29/02"},
    {"hier à 18h", "hier à 18h", "2019-02-28"},
    {"mardi à 9 h", "mardi à 9 h", "2019-02-26"},
    {"2019-02-13T09:10:00Z", "2019-02-13T09:10:00Z", "2019-02-13"},
    {"ces derniers jours", "ces derniers jours", "names no days"},
    {"chaque mois", "chaque mois", "names no days"},
    {"il y a quelques années", "il y a quelques années", "names no days"},
    {"2017..ces derniers jours", "ces derniers jours", "names no days"},
    {"le lendemain", "le lendemain", "not said"},
    {"trois jours plus tard", "trois jours plus tard", "not said"},
    {"le 31 février 2019", "31 février 2019", "2019-02-28"},
    {"du 2 au 31 février 2019", "31 février 2019", "2019-02-28"},
    {"du 31 février au 2 mars 2019", "31 février", "29/02"},
    {"avant le 31/02/2019", "31/02/2019", "2019-02-28"},
    {"depuis 31/02/2019", "31/02/2019", "2019-02-28"},
    {"entre 2017 et n'importe quoi", "n'importe quoi", "13/02/2019"},
    {"depuis n'importe quand", "n'importe quand", "13/02/2019"},
    {"depuis 2014..2019", "depuis 2014", "2019-02-01..2019-03-15"},
    {"avant 0001", "0001", "no such date"},
    {"après 9999", "9999", "no such date"},
    {"2018-25", "2018-25", "2018-12"},
    {"possible:février", "février", "possible:2018"},
    {"1er", "1er", "13/02/2019"},
    {"hier et demain", "hier et demain", "13/02/2019"},
    {"attaque en mars", "attaque en mars", "13/02/2019"},
    {"bonjour 2013", "bonjour 2013", "13/02/2019"},
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

TEST(ParsePeriod, OfWhatComesBackTheLatest) {
  constexpr Case kPeriods[] = {
      {"13 février", "2019-02-13"},
      {"14 mars", "2018-03-14"},
      {"mars", "2019-03"},
      {"avril", "2018-04"},
      {"Noël", "2018-12-25"},
      {"il y a 3 mois", "2018-12-01"},
      {"été 2018", "2018-06-21..2018-09-23"},
      {"avant 2013", "..2012-12-31"},
      {"entre 2017 et 2019", "2017-01-01..2019-12-31"},
  };
  for (const Case& c : kPeriods) {
    const auto read = parse_period(c.value, kToday);
    ASSERT_TRUE(std::holds_alternative<DateQuery>(read)) << c.value;
    EXPECT_EQ(to_text(std::get<DateQuery>(read)), c.text) << c.value;
  }
  for (const char* value : {"aucune", "incertaine", "certaine", "possible:2018", "", "31/02/2019"})
    EXPECT_TRUE(std::holds_alternative<DateQueryError>(parse_period(value, kToday))) << value;
}

TEST(ParseDay, OneDayOrAnError) {
  for (const auto& [value, day] : {std::pair{"hier", day_of(2019, 2, 28)},
                                   {"13 février", day_of(2019, 2, 13)},
                                   {"mardi dernier", day_of(2019, 2, 26)},
                                   {" 2019-02-13", day_of(2019, 2, 13)}}) {
    const auto read = parse_day(value, kToday);
    ASSERT_TRUE(std::holds_alternative<Day>(read)) << value;
    EXPECT_EQ(std::get<Day>(read), day) << value;
  }
  for (const char* value : {"2019-02", "été 2018", "depuis hier", "..2019", "aucune", "31/02/2019"})
    EXPECT_TRUE(std::holds_alternative<DateQueryError>(parse_day(value, kToday))) << value;
}

}  // namespace
}  // namespace depeche
