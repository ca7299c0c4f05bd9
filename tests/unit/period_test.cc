#include "searcher/period.h"

#include <gtest/gtest.h>

namespace depeche {
namespace {

Day day(int year, unsigned month, unsigned day) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
}

TEST(Period, LabelsAreThoseOfIso8601) {
  const struct Case {
    Day day;
    const char *week, *month, *year;
  } kCases[] = {
      // The year of a week is that of its Thursday.
      {day(2019, 2, 13), "2019-W07", "2019-02", "2019"},  {day(2018, 12, 30), "2018-W52", "2018-12", "2018"},
      {day(2018, 12, 31), "2019-W01", "2018-12", "2018"}, {day(2021, 1, 3), "2020-W53", "2021-01", "2021"},
      {day(2021, 1, 4), "2021-W01", "2021-01", "2021"},   {day(1970, 1, 1), "1970-W01", "1970-01", "1970"},
      {day(1969, 12, 28), "1969-W52", "1969-12", "1969"}, {day(1798, 1, 1), "1798-W01", "1798-01", "1798"},
      {day(2020, 2, 29), "2020-W09", "2020-02", "2020"},  {day(1, 1, 1), "0001-W01", "0001-01", "0001"},
  };
  for (const Case& c : kCases) {
    const auto label = [&](PeriodUnit unit) { return period_label(period_of(c.day, unit), unit); };
    EXPECT_EQ(label(PeriodUnit::kDay), to_edtf(PartialDate::of(c.day)));
    EXPECT_EQ(label(PeriodUnit::kWeek), c.week);
    EXPECT_EQ(label(PeriodUnit::kMonth), c.month);
    EXPECT_EQ(label(PeriodUnit::kYear), c.year);
  }
}

TEST(Period, EachDayIsInOnePeriodAndPeriodsFollowEachOther) {
  for (const PeriodUnit unit : {PeriodUnit::kDay, PeriodUnit::kWeek, PeriodUnit::kMonth, PeriodUnit::kYear}) {
    PeriodNumber before = period_of(day(1967, 12, 1), unit);
    for (auto at = std::chrono::sys_days(day(1967, 12, 1)); at < std::chrono::sys_days(day(1972, 4, 1));
         at += std::chrono::days(1)) {
      const PeriodNumber period = period_of(Day(at), unit);
      EXPECT_TRUE(period == before || period == before + 1);
      EXPECT_LE(first_day_of(period, unit), Day(at));
      EXPECT_GE(last_day_of(period, unit), Day(at));
      if (period != before) {
        EXPECT_EQ(first_day_of(period, unit), Day(at));
      }
      before = period;
    }
  }
}

}  // namespace
}  // namespace depeche
