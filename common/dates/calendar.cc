#include "common/dates/calendar.h"

namespace depeche {

using std::chrono::sys_days;

Day add_days(Day day, int days) { return Day{sys_days{day} + std::chrono::days{days}}; }

long days_between(Day first, Day last) { return (sys_days{last} - sys_days{first}).count(); }

Day monday_of(Day day) { return add_days(day, 1 - int(iso_weekday(day))); }

PartialDate add_months(PartialDate month, int months) {
  const int index = month.year * 12 + int(month.month) - 1 + months;
  const int of_year = ((index % 12) + 12) % 12;
  return {(index - of_year) / 12, unsigned(of_year) + 1};
}

std::optional<DateSpan> iso_week(int year, int week) {
  if (year < 1 || year > kLastYear || week < 1 || week > 53) return std::nullopt;
  // Week 1 holds 4 January.
  const Day january{std::chrono::year{year}, std::chrono::month{1}, std::chrono::day{4}};
  const Day monday = add_days(monday_of(january), 7 * (week - 1));
  if (int(add_days(monday, 3).year()) != year) return std::nullopt;
  return DateSpan{PartialDate::of(monday), PartialDate::of(add_days(monday, 6))};
}

DateSpan century(int ordinal) { return {{100 * (ordinal - 1) + 1}, PartialDate{100 * ordinal}}; }

}  // namespace depeche
