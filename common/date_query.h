#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/civil_date.h"

namespace depeche {

/// What `date:VALUE` asks for.
struct DateQuery {
  enum class Kind {
    kRange,      // any day from first to last; nullopt is open
    kMonthDay,   // this day in every year, or this month where day is 0
    kNone,       // date:aucune     no date at all
    kUncertain,  // date:incertaine inferred, or without its year
    kCertain,    // date:certaine
    kPossible,   // date:possible:D any reading, not only the best, in the range
  };
  Kind kind = Kind::kRange;
  std::optional<Day> first, last;  // kRange, kPossible: inclusive; not both open
  unsigned month = 0, day = 0;     // kMonthDay

  friend bool operator==(const DateQuery&, const DateQuery&) = default;
};

/// What is wrong with a date, and where.
struct DateQueryError {
  size_t begin = 0, end = 0;  // bytes of the value
  std::string message;        // translated, one line, with what to write instead
};

/// Reads a date as a researcher types it, with or without accents and capitals:
/// - every time expression of read_time(): 13/02/2019, "13 février 2019", 2019-02, 2019, "été 2018", "1er
///   trimestre 2019", "années 90", "XIXe siècle", "début mars 2018", hier, "mardi dernier", "la semaine
///   dernière", "il y a 3 mois", "Pâques 2019", EDTF ("2018-22", "199X", "2019-02/..", "XXXX-02-13");
/// - ranges: 2019-02-01..2019-03-15, ..2013, 2019-02.., "du 1er février au 15 mars 2019", "entre 2017 et
///   2019", "depuis 2014", "jusqu'en 2013"; "avant 2013" and "après 2013" without 2013 itself. A month or
///   year at an end is the whole of it;
/// - aucune, incertaine, certaine, and possible:D with any of these that has a year;
/// - the English of none, uncertain, certain, today, yesterday, since, before, after, until, from … to,
///   between … and, and dates such as 13 February 2019.
/// Relative expressions count from `today`. What comes back every year and has a fixed day or month asks for
/// every year: "13 février", 13/02, février, Noël. Anything else without a year (mardi, "le 2", Pâques,
/// "début mars", été) is the latest one that is not after today. At an end of a range what lacks its year
/// takes the latest one not after today, or not after the other end where that one states its year; an end on
/// the right the first one behind the left end. A part of a day (« hier soir ») is its day; a distance (« il
/// y a 3 mois ») the day at that distance. Impossible, unreadable, inverted, vague, with a time of day or a
/// weekday that does not fit: an error, never everything or nothing.
std::variant<DateQuery, DateQueryError> parse_date_query(std::string_view value, Day today);

/// The same for a period: always kRange; of what comes back every year the latest one. An option such as
/// --since takes its first day, --until its last.
std::variant<DateQuery, DateQueryError> parse_period(std::string_view value, Day today);
/// The same for one day.
std::variant<Day, DateQueryError> parse_day(std::string_view value, Day today);

/// Canonical form, which parse_date_query() reads back to an equal value on any day.
std::string to_text(const DateQuery& query);

}  // namespace depeche
