// Dates as values and as text: common/civil_date.h, common/french_date.h.

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/civil_date.h"
#include "common/french_date.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

using std::chrono::year;

Day day_of(int y, unsigned m, unsigned d) { return Day{year{y}, std::chrono::month{m}, std::chrono::day{d}}; }

TEST(PartialDate, KnowsItsPrecisionAndRange) {
  struct Case {
    PartialDate date;
    Precision precision;
    bool possible;
    const char* first;
    const char* last;
  } const kCases[] = {
      {{2019, 2, 13}, Precision::kDay, true, "20190213", "20190213"},
      {{2019, 2, 0}, Precision::kMonth, true, "20190201", "20190228"},
      {{2020, 2, 0}, Precision::kMonth, true, "20200201", "20200229"},
      {{1900, 2, 0}, Precision::kMonth, true, "19000201", "19000228"},
      {{2000, 2, 0}, Precision::kMonth, true, "20000201", "20000229"},
      {{1798, 0, 0}, Precision::kYear, true, "17980101", "17981231"},
      {{9999, 12, 0}, Precision::kMonth, true, "99991201", "99991231"},
      {{1, 0, 0}, Precision::kYear, true, "00010101", "00011231"},
      {{2019, 2, 29}, Precision::kDay, false, "", ""},
      {{2020, 2, 29}, Precision::kDay, true, "20200229", "20200229"},
      {{2019, 2, 31}, Precision::kDay, false, "", ""},
      {{2019, 13, 0}, Precision::kMonth, false, "", ""},
      {{2019, 13, 1}, Precision::kDay, false, "", ""},
      {{0, 2, 29}, Precision::kMonthDay, true, "", ""},
      {{0, 2, 30}, Precision::kMonthDay, false, "", ""},
      {{0, 2, 31}, Precision::kMonthDay, false, "", ""},
      {{10000, 0, 0}, Precision::kYear, false, "", ""},
      {{0, 0, 0}, Precision::kNone, false, "", ""},
      {{0, 2, 0}, Precision::kMonthOnly, true, "", ""},
      {{0, 13, 0}, Precision::kMonthOnly, false, "", ""},
      {{2018, 21, 0}, Precision::kSeason, true, "20180320", "20180621"},
      {{2018, 22, 0}, Precision::kSeason, true, "20180621", "20180923"},
      {{2018, 23, 0}, Precision::kSeason, true, "20180922", "20181222"},
      {{2018, 24, 0}, Precision::kSeason, true, "20181221", "20190320"},
      {{9999, 24, 0}, Precision::kSeason, false, "", ""},
      {{2018, 25, 0}, Precision::kMonth, false, "", ""},
      {{2019, 33, 0}, Precision::kQuarter, true, "20190101", "20190331"},
      {{2020, 36, 0}, Precision::kQuarter, true, "20201001", "20201231"},
      {{2019, 40, 0}, Precision::kHalfYear, true, "20190101", "20190630"},
      {{2019, 41, 0}, Precision::kHalfYear, true, "20190701", "20191231"},
      {{2019, 21, 3}, Precision::kDay, false, "", ""},
      {{1990, 0, 0, 1}, Precision::kDecade, true, "19900101", "19991231"},
      {{1800, 0, 0, 2}, Precision::kCentury, true, "18000101", "18991231"},
      {{0, 0, 0, 2}, Precision::kCentury, true, "00010101", "00991231"},
      {{1995, 0, 0, 1}, Precision::kDecade, false, "", ""},
      {{1990, 2, 0, 1}, Precision::kNone, false, "", ""},
      {{2019, 0, 13}, Precision::kNone, false, "", ""},
  };
  const auto compact = [](std::optional<Day> day) { return day ? to_compact(*day) : ""; };
  for (const Case& c : kCases) {
    SCOPED_TRACE(testing::Message() << c.date.year << "-" << c.date.month << "-" << c.date.day);
    EXPECT_EQ(c.date.precision(), c.precision);
    EXPECT_EQ(c.date.possible(), c.possible);
    EXPECT_EQ(compact(c.date.first_day()), c.first);
    EXPECT_EQ(compact(c.date.last_day()), c.last);
    EXPECT_EQ(c.date.empty(), c.precision == Precision::kNone);
  }
}

TEST(Edtf, PrintsAndReadsBack) {
  struct Case {
    PartialDate date;
    const char* text;
  } const kCases[] = {
      {{2019, 2, 13}, "2019-02-13"},  {{2019, 2, 0}, "2019-02"},  {{2019, 0, 0}, "2019"},
      {{0, 2, 13}, "XXXX-02-13"},     {{0, 2, 29}, "XXXX-02-29"}, {{1798, 12, 31}, "1798-12-31"},
      {{9999, 12, 31}, "9999-12-31"}, {{7, 1, 1}, "0007-01-01"},  {{2000, 2, 29}, "2000-02-29"},
      {{0, 2, 0}, "XXXX-02"},         {{2018, 22, 0}, "2018-22"}, {{2019, 33, 0}, "2019-33"},
      {{2019, 41, 0}, "2019-41"},     {{1990, 0, 0, 1}, "199X"},  {{1800, 0, 0, 2}, "18XX"},
      {{0, 0, 0, 2}, "00XX"},         {{0, 0, 0, 1}, "000X"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(to_edtf(c.date), c.text);
    EXPECT_EQ(to_edtf(c.date, true), std::string(c.text) + "?");
    for (const char* end : {"", "?", "~"})
      EXPECT_EQ(parse_edtf(std::string(c.text) + end), c.date) << c.text << end;
  }
  EXPECT_EQ(to_edtf(PartialDate{}), "");
  EXPECT_EQ(to_edtf(PartialDate{}, true), "");
}

TEST(Edtf, RefusesAnythingElse) {
  for (const char* text : {"",
                           "?",
                           "19",
                           "2019-",
                           "2019-2",
                           "2019-02-",
                           "2019-02-1",
                           "2019-02-13x",
                           "2019-02-13T09:10",
                           "2019-02-31",
                           "2019-13",
                           "2019-00",
                           "2019-02-00",
                           "0000",
                           "XXXX",
                           "2018-25",
                           "XXXX-22",
                           "XXXX-02-30",
                           "XXXX-13-01",
                           "2019/02/13",
                           "20190213",
                           "2019-02-13??",
                           " 2019",
                           "+2019",
                           "-2019",
                           "1XXX",
                           "201X-02",
                           "2018-22-01",
                           "X018"})
    EXPECT_EQ(parse_edtf(text), std::nullopt) << text;
}

TEST(Edtf, IntervalsPrintAndReadBack) {
  struct Case {
    DateSpan span;
    const char* text;
    const char *first, *last;  // "" where open
  } const kCases[] = {
      {{{2019, 2, 13}, {}}, "2019-02-13", "2019-02-13", "2019-02-13"},
      {{{2019, 2, 4}, PartialDate{2019, 2, 10}}, "2019-02-04/2019-02-10", "2019-02-04", "2019-02-10"},
      {{{1801}, PartialDate{1900}}, "1801/1900", "1801-01-01", "1900-12-31"},
      {{{2019, 2}, PartialDate{}}, "2019-02/..", "2019-02-01", ""},
      {{{}, PartialDate{2013}}, "../2013", "", "2013-12-31"},
      {{{2017, 24}, PartialDate{2018, 22}}, "2017-24/2018-22", "2017-12-21", "2018-09-23"},
  };
  const auto text_of = [](std::optional<Day> day) { return day ? to_edtf(PartialDate::of(*day)) : ""; };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(to_edtf(c.span), c.text);
    EXPECT_EQ(parse_edtf_span(c.text), c.span);
    EXPECT_TRUE(c.span.possible());
    EXPECT_EQ(text_of(c.span.first_day()), c.first);
    EXPECT_EQ(text_of(c.span.last_day()), c.last);
  }
  EXPECT_EQ(to_edtf(DateSpan{{2019, 2}, PartialDate{2019, 3}}, true), "2019-02?/2019-03?");
  for (const char* text :
       {"../..", "2019/", "/2019", "2019-03/2019-02", "2019/2018", "2019/2020/2021", "2019-02-30/..", ""})
    EXPECT_EQ(parse_edtf_span(text), std::nullopt) << text;
}

TEST(Compact, PrintsAndReadsBack) {
  for (const Day day :
       {day_of(2019, 2, 13), day_of(1798, 1, 1), day_of(9999, 12, 31), day_of(1, 1, 1), day_of(2020, 2, 29)})
    EXPECT_EQ(parse_compact(to_compact(day)), day);
  EXPECT_EQ(to_compact(day_of(2019, 2, 3)), "20190203");
  for (const char* text : {"", "2019021", "201902133", "20190231", "20190200", "20191301", "00000101",
                           "2019-2-3", "2019021x", " 2019021"})
    EXPECT_EQ(parse_compact(text), std::nullopt) << text;
}

TEST(CivilDate, WeekdaysAreIso) {
  EXPECT_EQ(iso_weekday(day_of(2019, 2, 11)), 1u);
  EXPECT_EQ(iso_weekday(day_of(2019, 2, 13)), 3u);
  EXPECT_EQ(iso_weekday(day_of(2019, 2, 17)), 7u);
  EXPECT_EQ(iso_weekday(day_of(1798, 7, 1)), 7u);
  EXPECT_TRUE(today().ok());
  EXPECT_GE(int(today().year()), 2024);
}

/// What find_dates() makes of a text: "words=EDTF[!][@hh:mm][/weekday]" joined by "; ", "!" where impossible.
std::string described(std::string_view text) {
  std::string out;
  for (const DateExpression& date : find_dates(text)) {
    if (!out.empty()) out += "; ";
    out += std::string(text.substr(date.begin, date.end - date.begin)) + "=" + to_edtf(date.value);
    if (!date.value.possible()) out += "!";
    if (date.minute) {
      char time[8];
      std::snprintf(time, sizeof time, "@%02u:%02u", unsigned(*date.minute / 60) % 24, *date.minute % 60u);
      out += time;
    }
    if (date.weekday) out += "/" + std::to_string(*date.weekday);
  }
  return out;
}

struct TextCase {
  const char* text;
  const char* dates;
};

constexpr TextCase kSpellings[] = {
    // figures
    {"13/02/2019", "13/02/2019=2019-02-13"},
    {"1/3/2013", "1/3/2013=2013-03-01"},
    {"le 20/2/2014", "20/2/2014=2014-02-20"},
    {"13 / 02 / 2019", "13 / 02 / 2019=2019-02-13"},
    {"13.02.2019", "13.02.2019=2019-02-13"},
    {"13.2.2019.", "13.2.2019=2019-02-13"},
    {"Mis à jour le 29. 12. 2020", "29. 12. 2020=2020-12-29"},
    {"RFI Publié le 12-02-2019", "12-02-2019=2019-02-12"},
    {"13/02/19", "13/02/19=2019-02-13"},
    {"13-02-19", "13-02-19=2019-02-13"},
    {"13.02.19", "13.02.19=2019-02-13"},
    {"1/3/19", "1/3/19=2019-03-01"},
    {"13 mai 58", "13 mai 58=1958-05-13"},
    {"le 12 mars 30 personnes", "12 mars=XXXX-03-12"},
    {"45-13-99", ""},
    {"1° mars 2019", "1° mars 2019=2019-03-01"},
    {"12 Février, 2019", "12 Février, 2019=2019-02-12"},
    {"Février 12, 2019", "Février 12, 2019=2019-02-12"},
    {"Fév 12, 2019 18:03", "Fév 12, 2019 18:03=2019-02-12@18:03"},
    {"Tue, 12 Feb 2019 18:03:00 +0100", "Tue, 12 Feb 2019 18:03:00=2019-02-12@18:03/2"},
    {"31/10/74", "31/10/74=1974-10-31"},
    {"01/01/69, 31/12/68", "01/01/69=1969-01-01; 31/12/68=2068-12-31"},
    {"13/02", "13/02=XXXX-02-13"},
    {"le 1/02", "1/02=XXXX-02-01"},
    {"(13/02)", "13/02=XXXX-02-13"},
    {"29/02", "29/02=XXXX-02-29"},
    {"le 8/10", "8/10=XXXX-10-08"},
    {"sam. 8/10", "sam. 8/10=XXXX-10-08/6"},
    {"du 12/02 au 15/02", "12/02=XXXX-02-12; 15/02=XXXX-02-15"},
    {"13/02/2019-15/02/2019", "13/02/2019=2019-02-13; 15/02/2019=2019-02-15"},
    {"13/02/2019,14/02/2019", "13/02/2019=2019-02-13; 14/02/2019=2019-02-14"},
    // ISO
    {"2019-02-13", "2019-02-13=2019-02-13"},
    {"2019/02/13", "2019/02/13=2019-02-13"},
    {"2019-02-13T09:10:00Z", "2019-02-13T09:10:00Z=2019-02-13@09:10"},
    {"2019-02-13T23:59:59.999+01:00 x", "2019-02-13T23:59:59.999+01:00=2019-02-13@23:59"},
    {"2019-02-13T09:10-0500", "2019-02-13T09:10-0500=2019-02-13@09:10"},
    {"20190213T091000Z", "20190213T091000Z=2019-02-13@09:10"},
    {"20190213T0910", "20190213T0910=2019-02-13@09:10"},
    {"2019-02-13 09:10:00", "2019-02-13 09:10:00=2019-02-13@09:10"},
    {"Publié le 2020-12-28 à 23:03", "2020-12-28 à 23:03=2020-12-28@23:03"},
    // names of months
    {"13 février 2019", "13 février 2019=2019-02-13"},
    {"13 fevrier 2019", "13 fevrier 2019=2019-02-13"},
    {"13 FÉVRIER 2019", "13 FÉVRIER 2019=2019-02-13"},
    {"13 Fevrier 2019", "13 Fevrier 2019=2019-02-13"},
    {"13 fe\u0301vrier 2019", "13 fe\u0301vrier 2019=2019-02-13"},
    {"13\u00a0février\u202f2019", "13\u00a0février\u202f2019=2019-02-13"},
    {"13  février\t2019", "13  février\t2019=2019-02-13"},
    {"2 févr. 2019", "2 févr. 2019=2019-02-02"},
    {"2 févr 2019", "2 févr 2019=2019-02-02"},
    {"2 fév. 2019", "2 fév. 2019=2019-02-02"},
    {"2 févr.2019", "2 févr.2019=2019-02-02"},
    {"13-févr-2019", "13-févr-2019=2019-02-13"},
    {"5 janv. 1798", "5 janv. 1798=1798-01-05"},
    {"1er mars 2019", "1er mars 2019=2019-03-01"},
    {"1ER MARS 2019", "1ER MARS 2019=2019-03-01"},
    {"1ᵉʳ mars 2019", "1ᵉʳ mars 2019=2019-03-01"},
    {"1 er mars 2019", "1 er mars 2019=2019-03-01"},
    {"le premier mars 2019", "premier mars 2019=2019-03-01"},
    {"12 mar. 2019", "12 mar. 2019=2019-03-12"},
    {"4 avr. 2019", "4 avr. 2019=2019-04-04"},
    {"8 mai 1945", "8 mai 1945=1945-05-08"},
    {"6 juin 1944", "6 juin 1944=1944-06-06"},
    {"5 juil. 2019", "5 juil. 2019=2019-07-05"},
    {"14 juillet", "14 juillet=XXXX-07-14"},
    {"15 août 2019", "15 août 2019=2019-08-15"},
    {"15 AOÛT", "15 AOÛT=XXXX-08-15"},
    {"15 aout", "15 aout=XXXX-08-15"},
    {"11 sept. 2001", "11 sept. 2001=2001-09-11"},
    {"2 oct. 2019", "2 oct. 2019=2019-10-02"},
    {"11 novembre 1918", "11 novembre 1918=1918-11-11"},
    {"25 décembre", "25 décembre=XXXX-12-25"},
    {"25 decembre", "25 decembre=XXXX-12-25"},
    {"2 déc. 1805", "2 déc. 1805=1805-12-02"},
    {"31 décembre 9999", "31 décembre 9999=9999-12-31"},
    {"février 2019", "février 2019=2019-02"},
    {"en août 1914,", "août 1914=1914-08"},
    {"l'avril 2019 et d’octobre 2018", "avril 2019=2019-04; octobre 2018=2018-10"},
    {"mi-février 2019", "février 2019=2019-02"},
    {"fév. 2019", "fév. 2019=2019-02"},
    {"PEKIN, 13 février (Xinhua) --", "13 février=XXXX-02-13"},
    {"PARIS,13 février (AFP)", "13 février=XXXX-02-13"},
    {"du 13 au 15 juillet 2019", "15 juillet 2019=2019-07-15"},
    // weekdays
    {"mardi 12 février 2019", "mardi 12 février 2019=2019-02-12/2"},
    {"Mardi, 12 février", "Mardi, 12 février=XXXX-02-12/2"},
    {"MERCREDI LE 13 FÉVRIER", "MERCREDI LE 13 FÉVRIER=XXXX-02-13/3"},
    {"dim. 17/02/2019", "dim. 17/02/2019=2019-02-17/7"},
    {"jeudi 2019-02-14", "jeudi 2019-02-14=2019-02-14/4"},
    {"mar. 12 mar. 2019", "mar. 12 mar. 2019=2019-03-12/2"},
    {"mar. 12 févr. 2019 18:03", "mar. 12 févr. 2019 18:03=2019-02-12@18:03/2"},
    {"lundi, mardi 12 février", "mardi 12 février=XXXX-02-12/2"},
    // time of day
    {"1er mars 2019 à 18h03", "1er mars 2019 à 18h03=2019-03-01@18:03"},
    {"1er mars 2019 A 18H03", "1er mars 2019 A 18H03=2019-03-01@18:03"},
    {"13 février 2019, 18 h 03", "13 février 2019, 18 h 03=2019-02-13@18:03"},
    {"13 février 2019 - 18h", "13 février 2019 - 18h=2019-02-13@18:00"},
    {"13 février 2019 à 9 heures", "13 février 2019 à 9 heures=2019-02-13@09:00"},
    {"13 février à 9 heures 30,", "13 février à 9 heures 30=XXXX-02-13@09:30"},
    {"13 février 2019 vers 9h", "13 février 2019 vers 9h=2019-02-13@09:00"},
    {"Mise à jour 05.09.2012 08h32", "05.09.2012 08h32=2012-09-05@08:32"},
    {"13/02 - 09h10", "13/02 - 09h10=XXXX-02-13@09:10"},
    {"13/02-09h10", "13/02-09h10=XXXX-02-13@09:10"},
    {"à 09h10 le 13/02", "09h10 le 13/02=XXXX-02-13@09:10"},
    {"Dernière mise à jour à 09h10 le 13/02", "09h10 le 13/02=XXXX-02-13@09:10"},
    {"09:10 13/02/2019", "09:10 13/02/2019=2019-02-13@09:10"},
    {"18h30, mardi 12 février", "18h30, mardi 12 février=XXXX-02-12@18:30/2"},
    {"13/02/2019 à 18:03-19:00", "13/02/2019 à 18:03=2019-02-13@18:03"},
    {"13/02/2019 à 25h03", "13/02/2019=2019-02-13"},
    {"13/02/2019 à 18h75", "13/02/2019=2019-02-13"},
    {"13/02/2019 23:59 et 14/02/2019 0h00",
     "13/02/2019 23:59=2019-02-13@23:59; 14/02/2019 0h00=2019-02-14@00:00"},
    // impossible dates are told, for the caller to refuse
    {"31/02", "31/02=XXXX-02-31!"},
    {"31 février 2019", "31 février 2019=2019-02-31!"},
    {"29/02/2019", "29/02/2019=2019-02-29!"},
    {"29/02/2020", "29/02/2020=2020-02-29"},
    {"29 février 1900 et 29 février 2000", "29 février 1900=1900-02-29!; 29 février 2000=2000-02-29"},
    {"02/13/2019", "02/13/2019=2019-13-02!"},
    {"32/01/2019", "32/01/2019=2019-01-32!"},
    {"2019-02-31", "2019-02-31=2019-02-31!"},
    {"2019-13-01", "2019-13-01=2019-13-01!"},
    {"31.11.2019", "31.11.2019=2019-11-31!"},
};
TEST(FindDates, KnowsTheSpellings) {
  for (const TextCase& c : kSpellings) {
    EXPECT_EQ(described(c.text), c.dates);
    const std::string in_text = std::string("Voici « ") + c.text + " » : rien d’autre.";
    EXPECT_EQ(described(in_text), c.dates) << in_text;
  }
}

constexpr const char* kNoDates[] = {
    "",
    "2019",
    "en 2019",
    "2019-02",
    "02/2019",
    "20190213",
    "13",
    "mardi",
    "février",
    "mardi 13",
    "à 18h03",
    "45/99",
    "32/01",
    "12/13",
    "article 12/13",
    "article 12/12",
    "Art. 10/12",
    "page 10/12",
    "n° 10/12",
    "n°10/12",
    "§ 10/12",
    "3/4 des voix",
    "1/2 finale",
    "24/7",
    "8/10",
    "10/10",
    "une note de 9/10",
    "49.3",
    "l'article 49.3",
    "13.02",
    "13-02",
    "00/02/2019",
    "13/00/2019",
    "13/02/0000",
    "45/67/2019",
    "13/02/20195",
    "113/02/2019",
    "a13/02/2019",
    "é13/02/2019",
    "13/02/2019é",
    "_13/02/2019",
    "7/13/02/2019",
    "13/02/2019/7",
    "http://exemple.fr/2019/02/13/titre",
    "depeche-2019-02-13-pekin",
    "01 42 34 56 78",
    "01.42.34.56.78",
    "06/12/34/56/78",
    "+33/02",
    "10.12.2019.1",
    "0,13/02",
    "13/02.5",
    "13/02%",
    "13/02e",
    "13/02-4",
    "1/3/2",
    "CAS 1163-19-5",
    "2019-02-13Tx",
    "20190213T99",
    "123 mars",
    "13 marsouins",
    "13 maisons",
    "13 mètres",
    "3 sépales",
    "0 mars",
    "13\nfévrier",
    "13 févriers",
};
TEST(FindDates, LeavesOtherNumbersAlone) {
  for (const char* text : kNoDates) EXPECT_EQ(described(text), "") << text;
}

TEST(ReadDate, TakesTheWholeTextAsOneDate) {
  const TextCase kCases[] = {
      {"2019", "2019"},
      {"2019-02", "2019-02"},
      {"02/2019", "2019-02"},
      {"2019-3-1", "2019-03-01"},
      {"20190213", "2019-02-13"},
      {" 2019-02-13\u00a0\r\n", "2019-02-13"},
      {"2019-02-13T09:10:00.000+01:00", "2019-02-13"},
      {"2019-02-13 00:00:00", "2019-02-13"},
      {"20190213T091000Z", "2019-02-13"},
      {"13/02/2019", "2019-02-13"},
      {"3/2", "XXXX-02-03"},
      {"8/10", "XXXX-10-08"},
      {"13 février", "XXXX-02-13"},
      {"mercredi 13 février 2019 à 9h", "2019-02-13"},
      {"09h10 le 13/02", "XXXX-02-13"},
      {"2019-13", "2019-13"},
      {"20190231", "2019-02-31"},
  };
  for (const TextCase& c : kCases) {
    const auto date = read_date(c.text);
    ASSERT_TRUE(date) << c.text;
    EXPECT_EQ(to_edtf(date->value), c.dates) << c.text;
  }
  for (const char* text : {"",
                           " ",
                           "x",
                           "13",
                           "19",
                           "201",
                           "20191",
                           "0000",
                           "2019-",
                           "2019-00",
                           "le",
                           "mardi",
                           "13/02/2019 x",
                           "x 13/02/2019",
                           "13/02/2019 14/02/2019",
                           "12345678",
                           "février",
                           "18h03",
                           "2019-02-13-",
                           "99/99/2019"})
    EXPECT_FALSE(read_date(text)) << text;
}

TEST(ReadDate, ReadsWhatIsPrinted) {
  for (int y : {1, 1798, 1900, 2000, 2019, 2020, 9999})
    for (unsigned m = 1; m <= 12; ++m)
      for (unsigned d = 1; d <= 31; ++d) {
        const PartialDate date{y, m, d};
        const auto read = read_date(to_edtf(date));
        ASSERT_TRUE(read);
        EXPECT_EQ(read->value, date);
        const auto found = find_dates(to_edtf(date));
        ASSERT_EQ(found.size(), 1u);
        EXPECT_EQ(found[0].value, date);
        EXPECT_EQ(parse_edtf(to_edtf(date)).has_value(), date.possible());
        if (!date.possible()) continue;
        EXPECT_EQ(read_date(to_compact(*date.first_day()))->value, date);
      }
}

TEST(FindDates, KeepsOffsetsOnCodePoints) {
  const char* const kParts[] = {
      "13/02/2019", "13 février", "2019-02-13", "mardi 12/02 ", "13",         "1er",   "/",     "-",
      ".",          " ",          "\u00a0",     "\u202f",       "février",    "févr.", "AOÛT",  "mar.",
      "2019",       "02",         "à",          "18h03",        "T09:10:00Z", "é",     "œ",     "’",
      "—",          "“",          "𝒳",          "e\u0301",      ",",          "le",    "mardi", "n°",
      "20190213",   ":",          "\n",         "ᵉʳ",           "premier",    "x"};
  std::mt19937 random(20190213);
  const auto below = [&](size_t n) { return size_t(random() % n); };
  size_t found = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (size_t n = 1 + below(12); n > 0; --n) text += kParts[below(std::size(kParts))];
    size_t end = 0;
    for (const DateExpression& date : find_dates(text)) {
      ++found;
      ASSERT_LE(end, date.begin) << text;
      ASSERT_LT(date.begin, date.end) << text;
      ASSERT_LE(date.end, text.size()) << text;
      for (const size_t edge : {date.begin, date.end})
        ASSERT_TRUE(edge == text.size() || (static_cast<unsigned char>(text[edge]) & 0xC0) != 0x80) << text;
      ASSERT_FALSE(date.value.empty()) << text;
      ASSERT_LT(date.minute.value_or(0), 24 * 60) << text;
      ASSERT_LE(date.weekday.value_or(7), 7u) << text;
      end = date.end;
    }
    const auto whole = read_date(text);
    ASSERT_FALSE(whole && whole->value.empty()) << text;
  }
  EXPECT_GT(found, 1000u);
}

TEST(FindDates, SurvivesIllFormedBytes) {
  for (const char* text :
       {"\x80"
        "13/02/2019",
        "13/02/2019\xC3", "13 f\xC3", "13 f\xE9vrier 2019", "\xFF\xFE", "mar\xC3", "d\xCC", "13 \xE2\x80"})
    for (const DateExpression& date : find_dates(text)) EXPECT_LE(date.end, std::string_view(text).size());
}

TEST(FindDates, IsLinearInBlanksAndFigures) {
  const std::string figures(1 << 20, '1');
  EXPECT_TRUE(find_dates(figures).empty());
  std::string blanks = "13" + std::string(1 << 20, ' ') + "février";
  EXPECT_EQ(find_dates(blanks).size(), 1u);
  std::string many;
  for (int i = 0; i < 50000; ++i) many += "mardi ";
  EXPECT_TRUE(find_dates(many).empty());
}

}  // namespace
}  // namespace depeche
