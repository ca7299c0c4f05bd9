#include "searcher/period.h"

#include <fmt/format.h>

namespace depeche {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// 1970-01-01 was a Thursday: that week began three days before.
constexpr int kDaysBeforeEpoch = 3, kDaysOfWeek = 7, kMonthsOfYear = 12;

/// Rounded towards the past.
int64_t quotient(int64_t number, int64_t divisor) {
  return number / divisor - (number % divisor < 0 ? 1 : 0);
}

Day day_at(int64_t days_since_epoch) { return Day(sys_days(days(static_cast<days::rep>(days_since_epoch)))); }

std::string iso(Day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

/// The year of a week is that of its Thursday.
std::string week_label(PeriodNumber week) {
  const int64_t thursday = week * kDaysOfWeek;
  const Day day = day_at(thursday);
  const int64_t new_year = sys_days(day.year() / std::chrono::January / 1).time_since_epoch().count();
  return fmt::format("{:04}-W{:02}", static_cast<int>(day.year()), (thursday - new_year) / kDaysOfWeek + 1);
}

}  // namespace

PeriodNumber period_of(Day day, PeriodUnit unit) {
  const int64_t since_epoch = sys_days(day).time_since_epoch().count();
  const int year = static_cast<int>(day.year());
  switch (unit) {
    case PeriodUnit::kDay:
      return since_epoch;
    case PeriodUnit::kWeek:
      return quotient(since_epoch + kDaysBeforeEpoch, kDaysOfWeek);
    case PeriodUnit::kMonth:
      return int64_t{year} * kMonthsOfYear + static_cast<unsigned>(day.month()) - 1;
    case PeriodUnit::kYear:
      break;
  }
  return year;
}

Day first_day_of(PeriodNumber period, PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::kDay:
      return day_at(period);
    case PeriodUnit::kWeek:
      return day_at(period * kDaysOfWeek - kDaysBeforeEpoch);
    case PeriodUnit::kMonth: {
      const int64_t year = quotient(period, kMonthsOfYear);
      const auto month = static_cast<unsigned>(period - year * kMonthsOfYear + 1);
      return std::chrono::year(static_cast<int>(year)) / std::chrono::month(month) / 1;
    }
    case PeriodUnit::kYear:
      break;
  }
  return std::chrono::year(static_cast<int>(period)) / std::chrono::January / 1;
}

Day last_day_of(PeriodNumber period, PeriodUnit unit) {
  return Day(sys_days(first_day_of(period + 1, unit)) - days(1));
}

std::string period_label(PeriodNumber period, PeriodUnit unit) {
  const Day first = first_day_of(period, unit);
  switch (unit) {
    case PeriodUnit::kDay:
      return iso(first);
    case PeriodUnit::kWeek:
      return week_label(period);
    case PeriodUnit::kMonth:
      return iso(first).substr(0, std::string_view("YYYY-MM").size());
    case PeriodUnit::kYear:
      break;
  }
  return fmt::format("{:04}", period);
}

std::string_view name_of(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::kDay:
      return "day";
    case PeriodUnit::kWeek:
      return "week";
    case PeriodUnit::kMonth:
      return "month";
    case PeriodUnit::kYear:
      break;
  }
  return "year";
}

}  // namespace depeche
