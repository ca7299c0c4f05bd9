// The recogniser of time expressions and what it takes them to mean: common/dates/.

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "common/dates/calendar.h"
#include "common/dates/recognise.h"
#include "common/dates/resolve.h"
#include "common/dates/rules.h"

namespace depeche {
namespace {

Day day(std::string_view compact) { return *parse_compact(compact); }

/// A Wednesday.
constexpr std::string_view kPublished = "20190213";

std::string described(const std::optional<DateSpan>& span, const TimeExpression& expression) {
  std::string text = expression.type == TimeExpression::Type::kVague ? "vague" : span ? to_edtf(*span) : "-";
  if (expression.minute)
    text += fmt::format(" {:02}:{:02}", *expression.minute / 60, *expression.minute % 60);
  return text;
}

/// "mardi=2019-02-12 | hier soir=2019-02-12".
std::string described(std::string_view text, const TimeAnchor& anchor) {
  std::string out;
  TimeResolver resolver(anchor);
  for (const TimeExpression& found : find_times(text)) {
    if (!out.empty()) out += " | ";
    out += std::string(text.substr(found.begin, found.end - found.begin)) + "=" +
           described(resolver.resolve(found), found);
  }
  return out;
}

struct Row {
  const char* text;
  const char* found;
};

template <size_t N>
void expect(const Row (&rows)[N]) {
  for (const Row& row : rows) EXPECT_EQ(described(row.text, {day(kPublished)}), row.found) << row.text;
}

TEST(FindTimes, AbsoluteDates) {
  constexpr Row kRows[] = {
      {"le 13 février 2019", "le 13 février 2019=2019-02-13"},
      {"le 1er mars", "le 1er mars=2019-03-01"},
      {"au 1er Mai 2018", "1er Mai 2018=2018-05-01"},
      {"le 2 fevr. 2019, le 3 aout 2018 et le 4 decembre 2017",
       "le 2 fevr. 2019=2019-02-02 | le 3 aout 2018=2018-08-03 | le 4 decembre 2017=2017-12-04"},
      {"13.02.2019, 13/02, 2019-02-13", "13.02.2019=2019-02-13 | 13/02=2019-02-13 | 2019-02-13=2019-02-13"},
      {"mar. 12 févr. 2019 18:03", "mar. 12 févr. 2019 18:03=2019-02-12 18:03"},
      {"le 12 mar. 2018", "le 12 mar. 2018=2018-03-12"},
      {"le quinze juillet, le dix juillet 2013",
       "le quinze juillet=2019-07-15 | le dix juillet 2013=2013-07-10"},
      {"en février 2019, au mois de mars", "février 2019=2019-02 | mois de mars=2019-03"},
      {"en mars, la planète Mars, mars attaque", "mars=2019-03"},
      {"mai 68", "mai 68=1968-05"},
      {"mars 10 personnes", ""},
      {"l'été 2018, l’hiver 2017-2018", "l'été 2018=2018-22 | l’hiver 2017-2018=2017-24"},
      {"cet été, l'été dernier, au printemps prochain",
       "cet été=2019-22 | l'été dernier=2018-22 | printemps prochain=2019-21"},
      {"il a été 2018 fois arrêté, il a été élu", ""},
      {"au premier trimestre 2019, au 2e semestre de 2018, au T3 2017",
       "premier trimestre 2019=2019-33 | 2e semestre de 2018=2018-41 | T3 2017=2017-35"},
      {"le quatrième trimestre", "le quatrième trimestre=2018-36"},
      {"la semaine 7 de 2019", "la semaine 7 de 2019=2019-02-11/2019-02-17"},
      {"en 1952, (1997), de 1969, depuis 1798", "1952=1952 | 1997=1997 | 1969=1969 | depuis 1798=1798/.."},
      {"les amendements nos 1638, 1693 et 1721, en 2012, 2013 et 2014", "2012=2012 | 2013=2013 | 2014=2014"},
      {"2000 habitants, 1500 euros, n° 1984, article 2010, 1 500, 2019 %", ""},
      {"l'an 2000, l'année 1998", "l'an 2000=2000 | l'année 1998=1998"},
      {"les années 90, les années trente, les années 2000",
       "les années 90=199X | les années trente=193X | les années 2000=200X"},
      {"au XIXe siècle, au XVII e siècle, au 17e siècle",
       "XIXe siècle=1801/1900 | XVII e siècle=1601/1700 | 17e siècle=1601/1700"},
      {"au premier siècle, au siècle dernier", "premier siècle=0001/0100 | siècle dernier=1901/2000"},
      {"31/02/2019, le 30 février", ""},
  };
  expect(kRows);
}

TEST(FindTimes, RelativeDates) {
  constexpr Row kRows[] = {
      {"hier, avant-hier, aujourd’hui, demain, après-demain",
       "hier=2019-02-12 | avant-hier=2019-02-11 | aujourd’hui=2019-02-13 | demain=2019-02-14 | "
       "après-demain=2019-02-15"},
      {"ce matin, hier soir, cette nuit, cet après-midi",
       "ce matin=2019-02-13 | hier soir=2019-02-12 | cette nuit=2019-02-13 | cet après-midi=2019-02-13"},
      {"mardi dernier, jeudi prochain, ce lundi",
       "mardi dernier=2019-02-12 | jeudi prochain=2019-02-14 | ce lundi=2019-02-11"},
      {"mercredi dernier, mercredi prochain", "mercredi dernier=2019-02-06 | mercredi prochain=2019-02-20"},
      {"mardi soir, jeudi à 18 heures, vendredi vers 9h30",
       "mardi soir=2019-02-12 | jeudi à 18 heures=2019-02-14 18:00 | vendredi vers 9h30=2019-02-15 09:30"},
      {"lundi 3 personnes, mardi 12 à Paris, jeudi 14, mercredi 13 au soir",
       "lundi=2019-02-11 | mardi 12=2019-02-12 | jeudi 14=2019-02-14 | mercredi 13 au soir=2019-02-13"},
      {"dans la nuit de lundi à mardi", "dans la nuit de lundi à mardi=2019-02-11/2019-02-12"},
      {"la semaine dernière, le mois dernier, l'an dernier",
       "la semaine dernière=2019-02-04/2019-02-10 | le mois dernier=2019-01 | l'an dernier=2018"},
      {"la semaine prochaine, le mois prochain, l'année prochaine",
       "la semaine prochaine=2019-02-18/2019-02-24 | le mois prochain=2019-03 | l'année prochaine=2020"},
      {"cette semaine, ce mois, cette année, ce siècle",
       "cette semaine=2019-02-11/2019-02-17 | ce mois=2019-02 | cette année=2019 | ce siècle=2001/2100"},
      {"le week-end dernier, ce week-end",
       "le week-end dernier=2019-02-09/2019-02-10 | ce week-end=2019-02-16/2019-02-17"},
      {"mars dernier, le 2 novembre dernier, le 13 décembre prochain",
       "mars dernier=2018-03 | le 2 novembre dernier=2018-11-02 | le 13 décembre prochain=2019-12-13"},
      {"il y a trois jours, il y a 2 semaines, il y a deux mois, il y a plus de dix ans",
       "il y a trois jours=2019-02-10 | il y a 2 semaines=2019-01-28/2019-02-03 | il y a deux mois=2018-12 | "
       "il y a plus de dix ans=2009"},
      {"voilà vingt et un ans, il y a une dizaine d'années",
       "voilà vingt et un ans=1998 | il y a une dizaine d'années=2009"},
      {"dans huit jours, dans quinze jours, il y a 15 jours",
       "dans huit jours=2019-02-20 | dans quinze jours=2019-02-27 | il y a 15 jours=2019-01-29"},
      {"dans dix-huit mois, dans un an", "dans dix-huit mois=2020-08 | dans un an=2020"},
      {"depuis trois ans, d'ici deux mois", "depuis trois ans=2016/.. | d'ici deux mois=../2019-04"},
      {"ces trois dernières années, les 48 dernières heures, les deux prochains mois",
       "trois dernières années=2016/2018 | les 48 dernières heures=2019-02-11/2019-02-13 | les deux "
       "prochains mois=2019-03/2019-04"},
      {"lundi en huit, jeudi en quinze", "lundi en huit=2019-02-25 | jeudi en quinze=2019-02-28"},
      {"ces derniers jours, chaque mois, il y a quelques années, les années à venir",
       "derniers jours=vague | chaque mois=vague | il y a quelques années=vague | les années à venir=vague"},
      {"dans la matinée, en semaine", "dans la matinée=2019-02-13 | en semaine=2019-02-11/2019-02-15"},
  };
  expect(kRows);
}

TEST(FindTimes, CountsFromTheDaySpokenOf) {
  constexpr Row kRows[] = {
      {"Le 12 mars 2018, il part ; la veille, il dormait ; le surlendemain aussi",
       "Le 12 mars 2018=2018-03-12 | la veille=2018-03-11 | le surlendemain=2018-03-13"},
      {"le lendemain, la veille", "le lendemain=2019-02-14 | la veille=2019-02-13"},
      {"En 1952, il fonde sa maison. Deux ans plus tard, il vend. L'année suivante, il part.",
       "1952=1952 | Deux ans plus tard=1954 | L'année suivante=1955"},
      {"le 5 mai 2017, trois jours plus tôt, le mois suivant",
       "le 5 mai 2017=2017-05-05 | trois jours plus tôt=2017-05-02 | le mois suivant=2017-06"},
      {"en 2016 ; en novembre de la même année", "2016=2016 | novembre de la même année=2016-11"},
      {"mardi ; ce jour-là", "mardi=2019-02-12 | ce jour-là=2019-02-12"},
      {"la veille de Noël, le lendemain du 13 février, deux jours avant le 1er mars",
       "la veille de Noël=2018-12-24 | le lendemain du 13 février=2019-02-14 | deux jours avant le 1er "
       "mars=2019-02-27"},
      {"En 2010, deux ans après la vague, puis trois ans après, au cours de l'année 2015",
       "2010=2010 | deux ans après=vague | trois ans après=2013 | au cours de l'année 2015=2015"},
      // An article once belonged to two expressions.
      {"ce mardi la 9999-12-31", "ce mardi la=vague | 9999-12-31=9999-12-31"},
      {"trois mois après Noël, deux ans avant 2015",
       "trois mois après Noël=2019-03 | deux ans avant 2015=2013"},
  };
  expect(kRows);
}

TEST(FindTimes, PartsIntervalsAndLists) {
  constexpr Row kRows[] = {
      {"début mars, mi-décembre 2018, fin 2017, à la fin de l'année",
       "début mars=2019-03-01/2019-03-10 | mi-décembre 2018=2018-12-11/2018-12-20 | fin 2017=2017-10/2017-12 "
       "| la fin de l'année=2019-10/2019-12"},
      {"au début des années 2000, à la fin du XIXe siècle",
       "début des années 2000=2000/2002 | la fin du XIXe siècle=1868/1900"},
      {"la première quinzaine d'avril, la seconde moitié de 2018",
       "la première quinzaine d'avril=2019-04-01/2019-04-15 | la seconde moitié de 2018=2018-41"},
      {"le premier mercredi du mois prochain, le dernier jour d'octobre 2015",
       "le premier mercredi du mois prochain=2019-03-06 | le dernier jour d'octobre 2015=2015-10-31"},
      {"la première semaine d'octobre 2014, la semaine du 8 octobre 2013",
       "la première semaine d'octobre 2014=2014-10-06/2014-10-12 | la semaine du 8 octobre "
       "2013=2013-10-07/2013-10-13"},
      {"lundi de la semaine prochaine, le dernier vendredi de novembre 2018",
       "lundi de la semaine prochaine=2019-02-18 | le dernier vendredi de novembre 2018=2018-11-30"},
      {"entre 2017 et 2019, de 1930 à 1942, 1979-1980",
       "entre 2017 et 2019=2017/2019 | de 1930 à 1942=1930/1942 | 1979-1980=1979/1980"},
      {"du 13 au 15 juillet, du 30 décembre au 2 janvier 2019",
       "du 13 au 15 juillet=2019-07-13/2019-07-15 | du 30 décembre au 2 janvier 2019=2018-12-30/2019-01-02"},
      {"14 - 20 sept. 2014, 13-15 juillet, du lundi 1er au mercredi 10 juillet 2013",
       "14 - 20 sept. 2014=2014-09-14/2014-09-20 | 13-15 juillet=2019-07-13/2019-07-15 | du lundi 1er au "
       "mercredi 10 juillet 2013=2013-07-01/2013-07-10"},
      {"de janvier à mars 2019, entre le 10 juin et le 1er juillet",
       "de janvier à mars 2019=2019-01/2019-03 | entre le 10 juin et le 1er juillet=2019-06-10/2019-07-01"},
      {"depuis mardi, dès lundi, à partir du 8 mars, à compter du 1er janvier 2020",
       "depuis mardi=2019-02-12/.. | dès lundi=2019-02-11/.. | à partir du 8 mars=2019-03-08/.. | à compter "
       "du 1er janvier 2020=2020-01-01/.."},
      {"d'ici 2030, jusqu'au 31 décembre, avant la fin de l'année",
       "d'ici 2030=../2030 | jusqu'au 31 décembre=../2018-12-31 | avant la fin de l'année=../2019-12"},
      {"le lundi 20, mardi 21 et dimanche 26 avril 2020",
       "le lundi 20=2020-04-20 | mardi 21=2020-04-21 | dimanche 26 avril 2020=2020-04-26"},
      {"les 12, 13 et 14 mars 2018", "les 12=2018-03-12 | 13=2018-03-13 | 14 mars 2018=2018-03-14"},
      {"Le 3, 4 et 5 mars 2018", "Le 3=2018-03-03 | 4=2018-03-04 | 5 mars 2018=2018-03-05"},
      {"les six premiers mois de 2018, les deux dernières semaines de mars 2018, les premiers mois de 2018",
       "les six premiers mois de 2018=2018-01/2018-06 | "
       "les deux dernières semaines de mars 2018=2018-03-12/2018-03-25 | les premiers mois de 2018=vague"},
      {"le dernier trimestre 2018, il y a un an et demi, depuis deux mois et demi",
       "le dernier trimestre 2018=2018-36 | il y a un an et demi=2017-08 | depuis deux mois et "
       "demi=2018-11-30/.."},
      {"en janvier et février 2018", "janvier=2018-01 | février 2018=2018-02"},
      {"des trois prochains mois", "trois prochains mois=2019-03/2019-05"},
  };
  expect(kRows);
}

TEST(FindTimes, Holidays) {
  constexpr Row kRows[] = {
      {"Noël, à Noël 2017, le jour de l'An, la Toussaint",
       "Noël=2018-12-25 | Noël 2017=2017-12-25 | le jour de l'An=2019-01-01 | la Toussaint=2018-11-01"},
      {"le 14-Juillet, le 11-Novembre 2018, le 1er Mai",
       "le 14-Juillet=2019-07-14 | le 11-Novembre 2018=2018-11-11 | le 1er Mai=2019-05-01"},
      {"Pâques, lundi de Pâques 2018, l'Ascension 2018, mardi gras",
       "Pâques=2019-04-21 | lundi de Pâques 2018=2018-04-02 | l'Ascension 2018=2018-05-10 | mardi "
       "gras=2019-03-05"},
      {"Noël Mamère et Toussaint Louverture", ""},
  };
  expect(kRows);
}

TEST(FindTimes, LeavesOtherWordsAlone) {
  for (const char* text :
       {"Jean-Mars Dupont", "Ouest-Mardi", "le mandat de la semaine-type", "anne, annees-lumiere",
        "il mardit", "Mer calme, la mer, le sept et le huit", "12 345,67", "un jour", "deux fois par an",
        "page 12", "49.3", "le premier ministre", "une seconde fois", "la dernière séance", "Les deux hommes",
        "10h", "à 9 heures"})
    EXPECT_EQ(described(text, {day(kPublished)}), "") << text;
}

TEST(ReadTime, WholeExpressions) {
  constexpr Row kRows[] = {
      {"mars", "2019-03"},
      {"le 2", "2019-02-02"},
      {"2019", "2019"},
      {"2019-02", "2019-02"},
      {"2019-02-13?", "2019-02-13"},
      {"2019-02?/2019-03~", "2019-02/2019-03"},
      {"2018-22", "2018-22"},
      {"199X", "199X"},
      {"18XX", "18XX"},
      {"2019-02-04/2019-02-10", "2019-02-04/2019-02-10"},
      {"2019-02/..", "2019-02/.."},
      {"../2013", "../2013"},
      {"  hier ", "2019-02-12"},
      {"en 2018", "2018"},
      {"lun.", "2019-02-11"},
      {"le 13/02", "2019-02-13"},
      {"l'été", "2019-22"},
      {"au XIXe siècle", "1801/1900"},
      {"Noël", "2018-12-25"},
      {"3/2", "2019-02-03"},
      {"XXXX-02-13", "2019-02-13"},
      {"XXXX-02", "2019-02"},
  };
  for (const Row& row : kRows) {
    const auto expression = read_time(row.text);
    ASSERT_TRUE(expression) << row.text;
    EXPECT_EQ(described(TimeResolver(TimeAnchor{day(kPublished)}).resolve(*expression), *expression),
              row.found)
        << row.text;
  }
  for (const char* text : {"", "  ", "mars attaque", "31/02/2019", "bonjour", "hier et demain", "le", "de",
                           "13", "2019-13", "1er"})
    EXPECT_FALSE(read_time(text)) << text;
}

TEST(Resolve, WeekdaysByConvention) {
  struct Case {
    const char* published;
    const char *nearest, *past, *future;  // of « mardi »
  } const kCases[] = {
      {"20190209", "2019-02-12", "2019-02-05", "2019-02-12"},  // Saturday: three days on
      {"20190210", "2019-02-12", "2019-02-05", "2019-02-12"},
      {"20190211", "2019-02-12", "2019-02-05", "2019-02-12"},
      {"20190212", "2019-02-12", "2019-02-12", "2019-02-19"},  // the same day
      {"20190213", "2019-02-12", "2019-02-12", "2019-02-19"},
      {"20190214", "2019-02-12", "2019-02-12", "2019-02-19"},
      {"20190215", "2019-02-12", "2019-02-12", "2019-02-19"},  // Friday: three days back
      {"20190101", "2019-01-01", "2019-01-01", "2019-01-08"},
      {"20190104", "2019-01-01", "2019-01-01", "2019-01-08"},
      {"20181229", "2019-01-01", "2018-12-25", "2019-01-01"},  // into the next year
      {"20200227", "2020-02-25", "2020-02-25", "2020-03-03"},  // over a 29 February
      {"17980101", "1798-01-02", "1797-12-26", "1798-01-02"},
      {"99991231", "9999-12-28", "9999-12-28", "-"},  // the calendar ends
  };
  const TimeExpression expression = *read_time("mardi");
  for (const Case& c : kCases) {
    const auto resolved = [&](Convention convention) {
      return described(TimeResolver(TimeAnchor{day(c.published), convention}).resolve(expression),
                       expression);
    };
    EXPECT_EQ(resolved(Convention::kArchive), c.nearest) << c.published;
    EXPECT_EQ(resolved(Convention::kPast), c.past) << c.published;
    EXPECT_EQ(resolved(Convention::kFuture), c.future) << c.published;
  }
}

TEST(Resolve, YearsByConvention) {
  struct Case {
    const char *published, *text;
    const char *nearest, *past, *future;
  } const kCases[] = {
      {"20190213", "13 février", "2019-02-13", "2019-02-13", "2019-02-13"},
      {"20190213", "14 février", "2019-02-14", "2018-02-14", "2019-02-14"},
      {"20190105", "28 décembre", "2018-12-28", "2018-12-28", "2019-12-28"},
      {"20181228", "5 janvier", "2019-01-05", "2018-01-05", "2019-01-05"},
      {"20190101", "31 décembre", "2018-12-31", "2018-12-31", "2019-12-31"},
      {"20190301", "29 février", "2020-02-29", "2016-02-29", "2020-02-29"},
      {"20180101", "29 février", "2016-02-29", "2016-02-29", "2020-02-29"},
      {"18970301", "29 février", "1896-02-29", "1896-02-29", "1904-02-29"},
      {"20190213", "mardi 12 février", "2019-02-12", "2019-02-12", "2020-02-12"},
      {"20190213", "mercredi 14 février", "2018-02-14", "2018-02-14",
       "2019-02-14"},  // that Wednesday was in 2018
      {"20190213", "jeudi 15", "2018-11-15", "2018-11-15", "2019-08-15"},
      {"20190213", "mars", "2019-03", "2018-03", "2019-03"},
      {"20190213", "février", "2019-02", "2019-02", "2019-02"},
      {"20190213", "hiver dernier", "2017-24", "2017-24", "2017-24"},
      {"17980101", "31 décembre", "1797-12-31", "1797-12-31", "1798-12-31"},
      {"99991231", "1er janvier", "9999-01-01", "9999-01-01", "-"},
      {"00010101", "31 décembre", "0001-12-31", "-", "0001-12-31"},
  };
  for (const Case& c : kCases) {
    const auto expression = read_time(c.text);
    ASSERT_TRUE(expression) << c.text;
    const auto resolved = [&](Convention convention) {
      return described(TimeResolver(TimeAnchor{day(c.published), convention}).resolve(*expression),
                       *expression);
    };
    EXPECT_EQ(resolved(Convention::kArchive), c.nearest) << c.text << " " << c.published;
    EXPECT_EQ(resolved(Convention::kPast), c.past) << c.text << " " << c.published;
    EXPECT_EQ(resolved(Convention::kFuture), c.future) << c.text << " " << c.published;
  }
}

TEST(Resolve, NothingIsAfterTheLimitUnlessTheWordsSaySo) {
  struct Case {
    const char *text, *value;
  } const kCases[] = {
      {"vendredi", "2019-02-08"}, {"le 15 février", "2018-02-15"},      {"vendredi prochain", "2019-02-15"},
      {"demain", "2019-02-14"},   {"le 15 février 2019", "2019-02-15"}, {"mardi", "2019-02-12"},
  };
  for (const Case& c : kCases) {
    const TimeAnchor anchor{day("20190213"), Convention::kArchive, day("20190213")};
    EXPECT_EQ(described(TimeResolver(anchor).resolve(*read_time(c.text)), *read_time(c.text)), c.value)
        << c.text;
  }
}

TEST(Resolve, WithoutAnAnchorOnlyWhatStatesItsYear) {
  for (const auto& [text, value] : {std::pair{"mardi", "-"},
                                    {"13 février", "-"},
                                    {"13 février 2019", "2019-02-13"},
                                    {"Pâques 2019", "2019-04-21"},
                                    {"Noël", "-"},
                                    {"XIXe siècle", "1801/1900"},
                                    {"années 90", "-"},
                                    {"années 1990", "199X"},
                                    {"fin 2018", "2018-10/2018-12"},
                                    {"depuis 2014", "2014/.."},
                                    {"hier", "-"},
                                    {"la veille", "-"}}) {
    const auto expression = read_time(text);
    ASSERT_TRUE(expression) << text;
    EXPECT_EQ(described(TimeResolver(std::nullopt).resolve(*expression), *expression), value) << text;
  }
}

TEST(Holidays, EasterByTheGregorianRule) {
  // Dates of Easter Sunday as the churches publish them; 1818 and 2285 are the earliest that can be, 1943 and
  // 2038 the latest.
  struct Case {
    int year;
    const char* easter;
  } const kCases[] = {{1818, "18180322"}, {2285, "22850322"}, {1943, "19430425"}, {2038, "20380425"},
                      {2000, "20000423"}, {2018, "20180401"}, {2019, "20190421"}, {2020, "20200412"},
                      {2024, "20240331"}, {2025, "20250420"}};
  unsigned easter = 0;
  while (holidays()[easter].pattern != "paques") ++easter;
  for (const Case& c : kCases) EXPECT_EQ(to_compact(holiday_day(easter, c.year)), c.easter);
}

TEST(Calendar, IsoWeeks) {
  struct Case {
    int year, week;
    const char* span;
  } const kCases[] = {{2019, 1, "2018-12-31/2019-01-06"},
                      {2020, 53, "2020-12-28/2021-01-03"},
                      {2019, 7, "2019-02-11/2019-02-17"},
                      {2021, 1, "2021-01-04/2021-01-10"}};
  for (const Case& c : kCases) EXPECT_EQ(to_edtf(*iso_week(c.year, c.week)), c.span);
  EXPECT_FALSE(iso_week(2019, 53));
  EXPECT_FALSE(iso_week(2019, 0));
}

}  // namespace
}  // namespace depeche
