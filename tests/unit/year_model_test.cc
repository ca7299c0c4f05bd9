#include "indexer/year_model.h"

#include <cmath>

#include <gtest/gtest.h>

namespace depeche {
namespace {

Day day(const char* edtf) { return *parse_edtf(edtf)->first_day(); }

/// 13/02 at 09h10 in a dispatch that says « mardi », read in late 2026.
YearClues tuesday() {
  return {.date = {0, 2, 13},
          .stated_basis = DateBasis::kHeader,
          .minute = 9 * 60 + 10,
          .bound = {day("2026-11-22"), DateBasis::kText},
          .date_weekday = {},
          .text_weekday = TextWeekday{2, "mardi", {}},
          .path = {},
          .neighbours = {},
          .names = {}};
}

/// The years of at least `weight`, the likeliest first.
std::string leading(const YearClues& clues, double weight) {
  std::string years;
  for (const RankedYear& year : rank_years(clues))
    if (year.weight >= weight) years += (years.empty() ? "" : " ") + std::to_string(year.value.year);
  return years;
}

double weight_of(const YearClues& clues, int year) {
  for (const RankedYear& ranked : rank_years(clues))
    if (ranked.value.year == year) return ranked.weight;
  return 0;
}

TEST(FirstWeekday, TellsADayNearPublication) {
  struct Case {
    const char* text;
    unsigned weekday;  // 0: none
    const char* word;
  } const kCases[] = {
      {"Le ministre a parlé mardi à Oslo.", 2, "mardi"},
      {"Mardi, le ministre a parlé.", 2, "Mardi"},
      {"« Vendredi », a-t-il dit", 5, "Vendredi"},
      {"Il viendra mardi prochain, puis jeudi.", 4, "jeudi"},
      {"Il est venu mardi dernier.", 0, ""},
      {"Chaque lundi, il parle ; dimanche non.", 7, "dimanche"},
      {"Le mardi gras et le vendredi saint.", 0, ""},
      {"Le lundi 12 février 2018, puis mardi.", 2, "mardi"},
      {"Le mardi 12 février, à Oslo.", 2, "mardi 12 février"},
      {"Jeudi 32 ou mercredi", 3, "mercredi"},
      {"Les mardis et les samedis", 0, ""},
      {"En mars, mar. et dim.", 0, ""},
      {"xmardi mardix mardi_", 0, ""},
      {"", 0, ""},
  };
  for (const Case& c : kCases) {
    const auto found = first_weekday(c.text);
    EXPECT_EQ(found ? found->weekday : 0, c.weekday) << c.text;
    EXPECT_EQ(found ? found->word : "", c.word) << c.text;
  }
}

TEST(WeekdayOfDate, StandsBesideIt) {
  EXPECT_EQ(weekday_of_date("Publié le mardi 12 février à 9h")->weekday, 2u);
  EXPECT_EQ(weekday_of_date("Publié le mardi 12 février à 9h")->word, "mardi");
  EXPECT_FALSE(weekday_of_date("Publié le 12 février, mardi"));
  EXPECT_FALSE(weekday_of_date(""));
}

TEST(YearModel, AWeekdayAloneLeavesManyYears) {
  const YearClues clues = tuesday();
  const std::vector<RankedYear> years = rank_years(clues);
  EXPECT_EQ(years.size(), 100u);
  EXPECT_EQ(leading(clues, 0.07), "2024 2019 2018 2013");
  EXPECT_LT(years.front().weight, 0.15);
  double sum = 0;
  for (const RankedYear& year : years) sum += year.weight;
  EXPECT_NEAR(sum, 1, 1e-9);
  EXPECT_EQ(years[0].why, "the weekday of the text is that day: mardi, 09h10");
  EXPECT_EQ(years[1].why, "the weekday of the text is the day before: mardi, 09h10");
}

// By hour of publication: in the morning a weekday is rather the day before than that day.
TEST(YearModel, TheHourDecidesBetweenThatDayAndTheDayBefore) {
  struct Case {
    std::optional<uint16_t> minute;
    bool day_before_first;  // 2019 before 2018, two years of nearly the same age
  } const kCases[] = {
      {6 * 60, true},   {11 * 60 + 59, true}, {12 * 60, false}, {18 * 60, false},
      {23 * 60, false}, {0, false},           {5 * 60, false},  {{}, false},
  };
  for (const Case& c : kCases) {
    YearClues clues = tuesday();
    clues.minute = c.minute;
    EXPECT_EQ(weight_of(clues, 2019) > weight_of(clues, 2018), c.day_before_first)
        << (c.minute ? *c.minute : -1);
  }
}

TEST(YearModel, CluesLeadToAYear) {
  struct Case {
    const char* what;
    void (*change)(YearClues&);
    const char* best;
    double least, most;  // its weight
    DateBasis basis;
  };
  const Case kCases[] = {
      {"reference date",
       [](YearClues& c) {
         c.bound = {day("2019-03-01"), DateBasis::kReference};
       },
       "2019", 0.3, 0.5, DateBasis::kReference},
      {"earlier reference date",
       [](YearClues& c) {
         c.bound = {day("2018-12-31"), DateBasis::kReference};
       },
       "2018", 0.3, 0.6, DateBasis::kReference},
      {"time of the file",
       [](YearClues& c) {
         c.bound = {day("2019-02-12"), DateBasis::kMtime};
       },
       "2018", 0.3, 0.6, DateBasis::kMtime},
      {"year of the path",
       [](YearClues& c) {
         c.path = {{{2013}, "2013"}};
       },
       "2013", 0.9, 1, DateBasis::kPath},
      {"nearest agreement of the path wins",
       [](YearClues& c) {
         c.path = {{{2016}, "2016"}, {{2013, 2}, "2013-02"}};
       },
       "2013", 0.8, 1, DateBasis::kPath},
      {"a path behind the bound says nothing",
       [](YearClues& c) {
         c.path = {{{2030}, "2030"}};
       },
       "2024", 0, 0.15, DateBasis::kText},
      {"neighbours in the file",
       [](YearClues& c) {
         c.neighbours = {day("2013-02-10"), day("2013-02-20"), true, 0.9};
       },
       "2013", 0.8, 1, DateBasis::kNeighbours},
      {"neighbours in the directory, one side",
       [](YearClues& c) {
         c.neighbours = {{}, day("2013-03-20"), false, 0.6};
       },
       "2013", 0.4, 1, DateBasis::kNeighbours},
      {"neighbours in falling order",
       [](YearClues& c) {
         c.neighbours = {day("2013-02-20"), day("2013-02-10"), true, 0.9};
       },
       "2013", 0.8, 1, DateBasis::kNeighbours},
      {"names",
       [](YearClues& c) {
         c.names = {{"wannacry", day("2017-05-12"), day("2019-03-01"), 20}};
       },
       "2019", 0.2, 0.5, DateBasis::kNeighbours},
      {"weekday of the date",
       [](YearClues& c) {
         c.date_weekday = TextWeekday{4, "jeudi", {}};  // 2025, 2020
         c.text_weekday.reset();
       },
       "2025", 0.15, 0.4, DateBasis::kHeader},
      {"weekday and date in the text",
       [](YearClues& c) {
         c.text_weekday = TextWeekday{2, "mardi 31 décembre", {0, 12, 31}};  // 2019: before 13/02/2020
       },
       "2025", 0, 0.4, DateBasis::kText},
  };
  for (const Case& c : kCases) {
    YearClues clues = tuesday();
    c.change(clues);
    const std::vector<RankedYear> years = rank_years(clues);
    EXPECT_EQ(std::to_string(years.front().value.year), c.best) << c.what << ": " << years.front().why;
    EXPECT_GE(years.front().weight, c.least) << c.what;
    EXPECT_LE(years.front().weight, c.most) << c.what;
    EXPECT_EQ(name_of(years.front().basis), name_of(c.basis)) << c.what;
    EXPECT_FALSE(years.front().why.empty()) << c.what;
  }
}

TEST(YearModel, NeverBeforeTheFirstArticleThatSharesARareName) {
  YearClues clues = tuesday();
  clues.names = {{"equation", day("2018-06-01"), day("2018-06-01"), 1},
                 {"wannacry", day("2017-05-12"), day("2017-06-01"), 3}};
  for (const RankedYear& year : rank_years(clues)) EXPECT_GE(year.value.year, 2018);
  double sum = 0;
  for (const RankedYear& year : rank_years(clues)) sum += year.weight;
  EXPECT_NEAR(sum, 0.75, 1e-9) << "three articles leave one chance in four that an older one exists";

  clues.bound.day = day("2017-03-01");
  const std::vector<RankedYear> years = rank_years(clues);
  ASSERT_FALSE(years.empty());
  EXPECT_NE(years.front().why.find("older than all dated articles"), std::string::npos);
}

TEST(YearModel, NeighboursCountAsFarAsTheirFileIsInOrder) {
  double before = 0;
  for (const double agreement : {0.05, 0.5, 0.95}) {
    YearClues clues = tuesday();
    clues.neighbours = {day("2015-02-10"), day("2015-02-20"), true, agreement};
    EXPECT_GT(weight_of(clues, 2015), before);
    before = weight_of(clues, 2015);
  }
}

TEST(YearModel, TheOnlyYearsOf29FebruaryAreLeapYears) {
  YearClues clues = tuesday();
  clues.date = {0, 2, 29};
  clues.text_weekday.reset();
  const std::vector<RankedYear> years = rank_years(clues);
  EXPECT_EQ(years.size(), 25u);
  for (const RankedYear& year : years) EXPECT_EQ(year.value.year % 4, 0);
  clues.bound.day = day("1903-01-01");
  EXPECT_EQ(rank_years(clues).front().value.year, 1896);
}

TEST(YearModel, KnowsNoYearOfItsOwn) {
  for (const int shift : {-28, 28, 400}) {  // weekdays come back after 28 and after 400 years
    YearClues clues = tuesday();
    const std::vector<RankedYear> now = rank_years(clues);
    clues.bound.day += std::chrono::years(shift);
    const std::vector<RankedYear> then = rank_years(clues);
    for (size_t i = 0; i < 4; ++i) EXPECT_EQ(then[i].value.year, now[i].value.year + shift);
  }
}

TEST(YearModel, EndsAtTheFirstYear) {
  YearClues clues = tuesday();
  clues.bound.day = day("0001-01-01");
  EXPECT_TRUE(rank_years(clues).empty());
  clues.bound.day = day("0002-12-31");
  EXPECT_EQ(rank_years(clues).size(), 2u);
}

TEST(NearestSuchDay, MayLieInTheYearBesideAndInALeapYear) {
  struct Case {
    PartialDate date;
    const char* near;
    const char* nearest;
  } const kCases[] = {
      {{0, 12, 31}, "2019-01-02", "2018-12-31"}, {{0, 1, 1}, "2018-12-31", "2019-01-01"},
      {{0, 2, 13}, "2019-02-13", "2019-02-13"},  {{0, 2, 29}, "2018-03-01", "2020-02-29"},
      {{0, 2, 29}, "1900-03-01", "1904-02-29"},  {{0, 12, 31}, "0001-01-01", "0001-12-31"},
      {{0, 1, 1}, "9999-12-31", "9999-01-01"},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(to_edtf(PartialDate::of(*nearest_such_day(c.date, day(c.near)))), c.nearest);
}

}  // namespace
}  // namespace depeche
