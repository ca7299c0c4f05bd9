#include "common/civil_date.h"

#include <ctime>

#include <fmt/format.h>

namespace depeche {

using std::chrono::month_day;
using std::chrono::year_month_day_last;

namespace {

constexpr int kLastYear = 9999;

bool possible_year(int year) { return year >= 1 && year <= kLastYear; }

Day last_of_month(int year, unsigned month) {
  return year_month_day_last{std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{month}}};
}

/// The value of digits only; nullopt if there is anything else. Precondition: at most 9 characters.
std::optional<int> decimal(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

PartialDate PartialDate::of(Day date) {
  return {int(date.year()), unsigned(date.month()), unsigned(date.day())};
}

Precision PartialDate::precision() const {
  if (year && month && day) return Precision::kDay;
  if (year && month) return Precision::kMonth;
  if (year && !day) return Precision::kYear;
  if (!year && month && day) return Precision::kMonthDay;
  return Precision::kNone;
}

bool PartialDate::possible() const {
  switch (precision()) {
    case Precision::kDay:
      return possible_year(year) &&
             Day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}.ok();
    case Precision::kMonth:
      return possible_year(year) && month <= 12;
    case Precision::kYear:
      return possible_year(year);
    case Precision::kMonthDay:
      return month_day{std::chrono::month{month}, std::chrono::day{day}}.ok();
    case Precision::kNone:
      break;
  }
  return false;
}

std::optional<Day> PartialDate::first_day() const {
  if (!year || !possible()) return std::nullopt;
  return Day{std::chrono::year{year}, std::chrono::month{month ? month : 1}, std::chrono::day{day ? day : 1}};
}

std::optional<Day> PartialDate::last_day() const {
  if (!year || !possible()) return std::nullopt;
  return day ? first_day() : last_of_month(year, month ? month : 12);
}

std::string_view precision_name(Precision precision) {
  switch (precision) {
    case Precision::kDay:
      return "day";
    case Precision::kMonth:
      return "month";
    case Precision::kYear:
      return "year";
    case Precision::kMonthDay:
      return "month_day";
    case Precision::kNone:
      break;
  }
  return "none";
}

std::string to_edtf(const PartialDate& date, bool uncertain) {
  std::string text;
  switch (date.precision()) {
    case Precision::kDay:
      text = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
      break;
    case Precision::kMonth:
      text = fmt::format("{:04}-{:02}", date.year, date.month);
      break;
    case Precision::kYear:
      text = fmt::format("{:04}", date.year);
      break;
    case Precision::kMonthDay:
      text = fmt::format("XXXX-{:02}-{:02}", date.month, date.day);
      break;
    case Precision::kNone:
      return text;
  }
  if (uncertain) text += '?';
  return text;
}

std::optional<PartialDate> parse_edtf(std::string_view text) {
  if (text.ends_with('?') || text.ends_with('~')) text.remove_suffix(1);
  constexpr std::string_view kNoYear = "XXXX";
  constexpr size_t kLengths[] = {4, 7, 10};  // YYYY, YYYY-MM, YYYY-MM-DD
  PartialDate date;
  for (const size_t length : kLengths) {
    if (text.size() < length) break;
    if (length > 4 && text[length - 3] != '-') return std::nullopt;
    if (length == 4 && text.starts_with(kNoYear)) continue;
    const auto part = decimal(length == 4 ? text.substr(0, 4) : text.substr(length - 2, 2));
    if (!part || *part == 0) return std::nullopt;
    if (length == 4) date.year = *part;
    if (length == 7) date.month = unsigned(*part);
    if (length == 10) date.day = unsigned(*part);
  }
  // The printed form of what was read decides: anything longer, shorter or impossible differs.
  if (!date.possible() || to_edtf(date) != text) return std::nullopt;
  return date;
}

std::string to_compact(Day day) {
  return fmt::format("{:04}{:02}{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

std::optional<Day> parse_compact(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  const auto number = decimal(text);
  if (!number) return std::nullopt;
  const PartialDate date{*number / 10000, unsigned(*number / 100 % 100), unsigned(*number % 100)};
  return date.precision() == Precision::kDay ? date.first_day() : std::nullopt;
}

unsigned iso_weekday(Day day) { return std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding(); }

Day today() {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  return Day{std::chrono::year{local.tm_year + 1900}, std::chrono::month{unsigned(local.tm_mon) + 1},
             std::chrono::day{unsigned(local.tm_mday)}};
}

}  // namespace depeche
