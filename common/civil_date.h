#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace depeche {

/// A day of the proleptic Gregorian calendar, without time zone: never time_t, never a locale.
using Day = std::chrono::year_month_day;

/// How much of a date is known.
enum class Precision {
  kNone,
  kDay,
  kMonth,
  kYear,
  kMonthDay,   // 13 February of an unknown year
  kMonthOnly,  // February of an unknown year
  kSeason,
  kQuarter,
  kHalfYear,
  kDecade,
  kCentury,  // the hundred years that share their first two figures, as EDTF has it
};

/// A civil date of which parts may be unknown; 0 means unknown.
/// Known together: year+month+day, year+month, year, month+day (a date whose year is missing), or month.
/// As in EDTF (ISO 8601-2) month may also be a part of the year: 21..24 spring, summer, autumn,
/// winter; 33..36 quarters; 40, 41 half-years; and the last figures of the year may be unknown: 199X, 18XX.
struct PartialDate {
  int year = 0;  // 1..9999; of a decade or century the first one, which for 00XX and 000X is 0
  unsigned month = 0;
  unsigned day = 0;
  unsigned unknown_figures = 0;  // of the year: 1 for a decade, 2 for a century; then month and day are 0

  static PartialDate of(Day day);

  Precision precision() const;
  bool empty() const { return precision() == Precision::kNone; }
  /// Whether the known parts can be a date: 31/02 never is, 29/02 without a year is, nothing is none.
  bool possible() const;
  /// First and last day it may mean; nullopt without a year, or when !possible(). A season ends and begins
  /// on the first and last days on which equinox and solstice can fall, so that neighbours overlap; winter
  /// ends in the year that follows its own.
  std::optional<Day> first_day() const;
  std::optional<Day> last_day() const;

  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

/// Name of a precision in JSON: "day", "month", "year", "month_day", "season", "decade"..., "none".
std::string_view precision_name(Precision precision);

/// A date, or the interval from one to another.
struct DateSpan {
  PartialDate from;                  // the date itself where there is no `until`; empty: an open begin
  std::optional<PartialDate> until;  // of an interval; empty: an open end

  bool empty() const { return from.empty() && (!until || until->empty()); }
  /// Both ends can be, and the last day is not before the first where both are known. Nothing is not.
  bool possible() const;
  /// The first and last day; nullopt where open or without a year.
  std::optional<Day> first_day() const { return from.first_day(); }
  std::optional<Day> last_day() const { return until ? until->last_day() : from.last_day(); }

  friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

/// ISO 8601-2 / EDTF: "2019-02-13", "2019-02", "2019", "XXXX-02-13", "XXXX-02", "2018-22" (summer), "2019-33"
/// (first quarter), "2019-40" (first half), "199X", "18XX"; "" when empty. `uncertain` adds EDTF's "?".
std::string to_edtf(const PartialDate& date, bool uncertain = false);
/// The same, or an interval: "2019-02-04/2019-02-10", "2019-02/..", "../2013".
std::string to_edtf(const DateSpan& span, bool uncertain = false);

/// Reads what to_edtf() prints (a trailing "?" or "~" is accepted and dropped). nullopt if `text` is anything
/// else or an impossible date.
std::optional<PartialDate> parse_edtf(std::string_view text);
std::optional<DateSpan> parse_edtf_span(std::string_view text);

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
