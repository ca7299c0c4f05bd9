#pragma once

#include <cstdint>
#include <optional>

#include "common/date_scan.h"

namespace depeche {

/// Times of day as French and ISO write them, in minutes since midnight (0..1439). Each function moves `scan`
/// behind what it read, only when it succeeds; nothing may be glued behind a time.

/// 09h10, 18 h, 18 h 03, 9:10, 09:10:00; `spelled` also allows « 9 heures 10 », « midi » and « minuit ».
/// Behind a colon form, seconds, fractions and a zone (Z, +01:00) are read and dropped: a civil day stays as
/// written.
std::optional<uint16_t> read_clock_time(DateScan& scan, bool spelled);

/// The part of ISO 8601 behind the day: T09:10, T09:10:00.000+01:00, T0910, T091000Z.
std::optional<uint16_t> read_iso_time(DateScan& scan);

/// What follows a date: « à 18h03 », « , 18:03 », « - 18h03 », « 18:03 ».
std::optional<uint16_t> read_time_behind(DateScan& scan);

}  // namespace depeche
