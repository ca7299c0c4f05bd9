#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace depeche {

/// A day of the proleptic Gregorian calendar, without time zone: never time_t, never a locale.
using Day = std::chrono::year_month_day;

/// How much of a date is known.
enum class Precision { kNone, kDay, kMonth, kYear, kMonthDay };

/// A civil date of which parts may be unknown; 0 means unknown.
/// Known together: year+month+day, year+month, year, or month+day (a date whose year is missing).
struct PartialDate {
  int year = 0;  // 1..9999
  unsigned month = 0;
  unsigned day = 0;

  static PartialDate of(Day day);

  Precision precision() const;
  bool empty() const { return precision() == Precision::kNone; }
  /// Whether the known parts can be a date: 31/02 never is, 29/02 without a year is, nothing is none.
  bool possible() const;
  /// First and last day it may mean; nullopt without a year, or when !possible().
  std::optional<Day> first_day() const;
  std::optional<Day> last_day() const;

  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

/// Name of a precision in JSON: "day", "month", "year", "month_day", "none".
std::string_view precision_name(Precision precision);

/// ISO 8601 / EDTF level 1: "2019-02-13", "2019-02", "2019", "XXXX-02-13"; "" when empty.
/// `uncertain` adds EDTF's "?".
std::string to_edtf(const PartialDate& date, bool uncertain = false);

/// Reads what to_edtf() prints (a trailing "?" or "~" is accepted and dropped). nullopt if `text` is anything
/// else or an impossible date.
std::optional<PartialDate> parse_edtf(std::string_view text);

/// "20190213", as in D terms and value slots. Precondition: day.ok(), year 1..9999.
std::string to_compact(Day day);
/// Reads to_compact(); nullopt for anything else or an impossible day.
std::optional<Day> parse_compact(std::string_view text);

/// 1 for Monday .. 7 for Sunday (ISO 8601).
unsigned iso_weekday(Day day);

/// Today as a civil day in the machine's time zone. The only clock of the programs that a date depends on;
/// tests replace it by --now.
Day today();

}  // namespace depeche
