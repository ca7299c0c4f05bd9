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
    kMonthDay,   // this day in every year
    kNone,       // date:aucune     no date at all
    kUncertain,  // date:incertaine inferred, or without its year
    kCertain,    // date:certaine
    kPossible,   // date:possible:D any reading, not only the best, in the range
  };
  Kind kind = Kind::kRange;
  std::optional<Day> first, last;  // kRange, kPossible: inclusive
  unsigned month = 0, day = 0;     // kMonthDay

  friend bool operator==(const DateQuery&, const DateQuery&) = default;
};

/// What is wrong with a date, and where.
struct DateQueryError {
  size_t begin = 0, end = 0;  // bytes of the value
  std::string message;        // translated, one line, with what to write instead
};

/// Reads 13/02/2019, 2019-02, 2019, 2019-02-01..2019-03-15, ..2013, 2019-02.., hier, aujourd'hui, avant-hier,
/// "13 février", "février 2019", 13/02, "du 1er février au 15 mars 2019", "entre 2017 et 2019", aucune/none,
/// incertaine/uncertain, certaine/certain, possible:D, with or without accents and capitals; today,
/// yesterday. Relative words count from `today`. A month or year at an end of a range is the whole of it.
/// Impossible, unreadable or inverted: an error, never everything or nothing.
std::variant<DateQuery, DateQueryError> parse_date_query(std::string_view value, Day today);

/// Canonical form, which parse_date_query() reads back to an equal value.
std::string to_text(const DateQuery& query);

}  // namespace depeche
