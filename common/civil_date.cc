#include "common/civil_date.h"

#include <algorithm>
#include <ctime>
#include <utility>

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

/// A part of the year that has a number beyond the months in EDTF.
struct YearPart {
  Precision precision;
  unsigned first_code, last_code;
};
constexpr YearPart kYearParts[] = {
    {Precision::kSeason, 21, 24}, {Precision::kQuarter, 33, 36}, {Precision::kHalfYear, 40, 41}};

/// Equinoxes fall on 19 to 21 March and 21 to 23 September, solstices on 20 to 22 June and December.
struct Season {
  unsigned first_month, first_day, last_month, last_day;
};
constexpr Season kSeasons[] = {{3, 20, 6, 21}, {6, 21, 9, 23}, {9, 22, 12, 22}, {12, 21, 3, 20}};

const YearPart* year_part(unsigned month) {
  for (const YearPart& part : kYearParts)
    if (month >= part.first_code && month <= part.last_code) return &part;
  return nullptr;
}

constexpr int kTenTo[] = {1, 10, 100};

Day make_day(int year, unsigned month, unsigned day) {
  return Day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

/// The months of a quarter or half-year, of a month, or of the whole year (0).
std::pair<unsigned, unsigned> months_of(unsigned month) {
  const YearPart* part = year_part(month);
  if (!part) return month ? std::pair{month, month} : std::pair{1u, 12u};
  const unsigned length = part->precision == Precision::kQuarter ? 3 : 6;
  const unsigned first = (month - part->first_code) * length + 1;
  return {first, first + length - 1};
}

}  // namespace

PartialDate PartialDate::of(Day date) {
  return {int(date.year()), unsigned(date.month()), unsigned(date.day())};
}

Precision PartialDate::precision() const {
  if (unknown_figures)
    return month || day ? Precision::kNone : unknown_figures == 1 ? Precision::kDecade : Precision::kCentury;
  if (const YearPart* part = year_part(month); part && year && !day) return part->precision;
  if (year && month && day) return Precision::kDay;
  if (year && month) return Precision::kMonth;
  if (year && !day) return Precision::kYear;
  if (!year && month) return day ? Precision::kMonthDay : Precision::kMonthOnly;
  return Precision::kNone;
}

bool PartialDate::possible() const {
  switch (precision()) {
    case Precision::kDay:
      return possible_year(year) && make_day(year, month, day).ok();
    case Precision::kMonth:
      return possible_year(year) && month <= 12;
    case Precision::kYear:
    case Precision::kQuarter:
    case Precision::kHalfYear:
      return possible_year(year);
    case Precision::kSeason:
      return possible_year(year) && possible_year(year + (month == 24));
    case Precision::kDecade:
    case Precision::kCentury:
      return unknown_figures <= 2 && year >= 0 && year <= kLastYear && year % kTenTo[unknown_figures] == 0;
    case Precision::kMonthDay:
      return month_day{std::chrono::month{month}, std::chrono::day{day}}.ok();
    case Precision::kMonthOnly:
      return month <= 12;
    case Precision::kNone:
      break;
  }
  return false;
}

std::optional<Day> PartialDate::first_day() const {
  if ((!year && !unknown_figures) || !possible()) return std::nullopt;
  if (unknown_figures) return make_day(std::max(year, 1), 1, 1);
  if (precision() == Precision::kSeason) {
    const Season& season = kSeasons[month - 21];
    return make_day(year, season.first_month, season.first_day);
  }
  return make_day(year, months_of(month).first, day ? day : 1);
}

std::optional<Day> PartialDate::last_day() const {
  if ((!year && !unknown_figures) || !possible()) return std::nullopt;
  if (unknown_figures) return make_day(year + kTenTo[unknown_figures] - 1, 12, 31);
  if (precision() == Precision::kSeason) {
    const Season& season = kSeasons[month - 21];
    return make_day(year + (season.last_month < season.first_month), season.last_month, season.last_day);
  }
  return day ? first_day() : last_of_month(year, months_of(month).second);
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
    case Precision::kMonthOnly:
      return "month_only";
    case Precision::kSeason:
      return "season";
    case Precision::kQuarter:
      return "quarter";
    case Precision::kHalfYear:
      return "half_year";
    case Precision::kDecade:
      return "decade";
    case Precision::kCentury:
      return "century";
    case Precision::kNone:
      break;
  }
  return "none";
}

bool DateSpan::possible() const {
  if (!until) return from.possible();
  if (empty() || (!from.empty() && !from.possible()) || (!until->empty() && !until->possible())) return false;
  const auto first = first_day(), last = last_day();
  return !first || !last || *first <= *last;
}

std::string to_edtf(const PartialDate& date, bool uncertain) {
  if (date.empty()) return {};
  std::string text = date.year || date.unknown_figures ? fmt::format("{:04}", date.year) : "XXXX";
  text.replace(text.size() - date.unknown_figures, date.unknown_figures, date.unknown_figures, 'X');
  if (date.month) text += fmt::format("-{:02}", date.month);
  if (date.day) text += fmt::format("-{:02}", date.day);
  if (uncertain) text += '?';
  return text;
}

std::string to_edtf(const DateSpan& span, bool uncertain) {
  if (!span.until) return to_edtf(span.from, uncertain);
  if (span.empty()) return {};
  const auto end = [uncertain](const PartialDate& date) {
    return date.empty() ? std::string("..") : to_edtf(date, uncertain);
  };
  return end(span.from) + '/' + end(*span.until);
}

std::optional<PartialDate> parse_edtf(std::string_view text) {
  if (text.ends_with('?') || text.ends_with('~')) text.remove_suffix(1);
  constexpr size_t kLengths[] = {4, 7, 10};  // YYYY, YYYY-MM, YYYY-MM-DD
  PartialDate date;
  for (const size_t length : kLengths) {
    if (text.size() < length) break;
    if (length > 4 && text[length - 3] != '-') return std::nullopt;
    std::string_view part = length == 4 ? text.substr(0, 4) : text.substr(length - 2, 2);
    if (length == 4) {
      const size_t known = std::min(part.find('X'), part.size());
      if (part.find_first_not_of('X', known) != std::string_view::npos || known == 1) return std::nullopt;
      if (known == 0) continue;
      date.unknown_figures = unsigned(part.size() - known);
      part = part.substr(0, known);
    }
    const auto number = decimal(part);
    if (!number || (*number == 0 && !date.unknown_figures)) return std::nullopt;
    if (length == 4) date.year = *number * kTenTo[date.unknown_figures];
    if (length == 7) date.month = unsigned(*number);
    if (length == 10) date.day = unsigned(*number);
  }
  // The printed form of what was read decides: anything longer, shorter or impossible differs.
  if (!date.possible() || to_edtf(date) != text) return std::nullopt;
  return date;
}

std::optional<DateSpan> parse_edtf_span(std::string_view text) {
  const size_t slash = text.find('/');
  const auto read_end = [](std::string_view part) {
    return part == ".." ? std::optional(PartialDate{}) : parse_edtf(part);
  };
  DateSpan span;
  if (slash == std::string_view::npos) {
    const auto date = parse_edtf(text);
    if (!date) return std::nullopt;
    span.from = *date;
  } else {
    const auto from = read_end(text.substr(0, slash)), until = read_end(text.substr(slash + 1));
    if (!from || !until) return std::nullopt;
    span = {*from, *until};
  }
  return span.possible() ? std::optional(span) : std::nullopt;
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
