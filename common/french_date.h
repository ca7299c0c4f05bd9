#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/civil_date.h"

namespace depeche {

/// A date read in French or ISO text.
struct DateExpression {
  size_t begin = 0, end = 0;        // bytes of the text given, on code-point boundaries
  PartialDate value;                // never empty; may be !possible() (« 31 février 2019 »)
  std::optional<uint16_t> minute;   // time of day that belongs to it, minutes since midnight as written
  std::optional<unsigned> weekday;  // ISO weekday written beside it (« mardi 12 février »)
};

/// The dates written in a text, by offset, never overlapping: 13/02/2019, 13.02.2019, 13-02-2019, 13/02,
/// 2019-02-13, 2019-02-13T09:10:00Z, 20190213T091000Z, « 13 février 2019 », « 1er mars 2019 à 18h03 », « 13
/// février », « février 2019 »; month names abbreviated or without accents; the time of day and weekday
/// beside them. A bare number or year is no date; 13/02 is none where it may be a fraction or a number of a
/// list; years of two figures are read in 13/02/19, 13.02.19 and 13-02-19 as POSIX %y does, if there is such
/// a day, and beside a month's name, where they are the 20th century's (« 13 mai 58 »). Impossible dates are
/// told: the caller refuses or ignores them. Well-formed UTF-8; thread-safe; no locale; linear (tens of
/// MB/s).
std::vector<DateExpression> find_dates(std::string_view text);

/// The date of find_dates() that begins at `pos`, where a number or word begins; nullopt if none does.
std::optional<DateExpression> read_date_at(std::string_view text, size_t pos);

/// The whole of `text` (spaces aside) as one date, also "2019", "2019-02", "02/2019", "20190213", "3/2": the
/// value of a metadata field or an option. nullopt if it is anything else. May be !possible().
std::optional<DateExpression> read_date(std::string_view text);

}  // namespace depeche
