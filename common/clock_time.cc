#include "common/clock_time.h"

namespace depeche {
namespace {

std::optional<uint16_t> minute_of_day(unsigned hour, unsigned minute) {
  if (hour > 23 || minute > 59) return std::nullopt;
  return static_cast<uint16_t>(hour * 60 + minute);
}

bool ends_here(const DateScan& scan) { return !is_word_character(code_point_at(scan.text(), scan.pos())); }

/// « :45 » with its fraction; whether there were any.
bool skip_seconds(DateScan& scan) {
  DateScan behind = scan;
  if (!behind.literal(':') || !behind.number(2, 2)) return false;
  scan = behind;
  if ((behind.literal('.') || behind.literal(',')) && behind.number(1, 9)) scan = behind;
  return true;
}

/// Z, +0100, +01:00, +01. Not every hyphen begins a zone: « 18:03-19:00 » is a range.
void skip_zone(DateScan& scan, bool may_be_west) {
  DateScan behind = scan;
  if (behind.literal('Z')) {
    scan = behind;
  } else if (behind.literal('+') || (may_be_west && behind.literal('-'))) {
    if (behind.number(4, 4) || (behind.number(2, 2) && (!behind.literal(':') || behind.number(2, 2))))
      scan = behind;
  }
}

/// « midi », « minuit ».
std::optional<uint16_t> read_named_time(DateScan& scan) {
  for (const auto& [word, minute] : {std::pair("midi", uint16_t{12 * 60}), std::pair("minuit", uint16_t{0})})
    if (scan.word(word) && ends_here(scan)) return minute;
  return std::nullopt;
}

/// The minutes behind « 18h » or « 18 h »; none is no failure.
unsigned optional_minutes(DateScan& scan) {
  DateScan behind = scan;
  behind.blanks();
  const auto minute = behind.number(2, 2);
  if (!minute || *minute > 59 || !ends_here(behind)) return 0;
  scan = behind;
  return *minute;
}

}  // namespace

std::optional<uint16_t> read_clock_time(DateScan& scan, bool spelled) {
  DateScan reading = scan;
  const auto hour = reading.number(1, 2);
  if (!hour) {
    const auto named = spelled ? read_named_time(reading) : std::nullopt;
    if (named) scan = reading;
    return named;
  }
  unsigned minute = 0;
  if (reading.literal(':')) {
    const auto minutes = reading.number(2, 2);
    if (!minutes) return std::nullopt;
    minute = *minutes;
    const bool seconds = skip_seconds(reading);
    skip_zone(reading, seconds);
  } else {
    reading.blanks();
    if (!reading.word("h") && !(spelled && (reading.word("heures") || reading.word("heure"))))
      return std::nullopt;
    minute = optional_minutes(reading);
  }
  if (!ends_here(reading)) return std::nullopt;
  const auto time = minute_of_day(*hour, minute);
  if (time) scan = reading;
  return time;
}

std::optional<uint16_t> read_iso_time(DateScan& scan) {
  DateScan reading = scan;
  if (!reading.literal('T')) return std::nullopt;
  unsigned hour = 0, minute = 0;
  if (const auto hhmmss = reading.number(6, 6)) {
    hour = *hhmmss / 10000;
    minute = *hhmmss / 100 % 100;
  } else if (const auto hhmm = reading.number(4, 4)) {
    hour = *hhmm / 100;
    minute = *hhmm % 100;
  } else {
    const auto hours = reading.number(2, 2);
    const auto minutes = hours && reading.literal(':') ? reading.number(2, 2) : std::nullopt;
    if (!minutes) return std::nullopt;
    hour = *hours;
    minute = *minutes;
    skip_seconds(reading);
  }
  skip_zone(reading, true);
  if (!ends_here(reading)) return std::nullopt;
  const auto time = minute_of_day(hour, minute);
  if (time) scan = reading;
  return time;
}

std::optional<uint16_t> read_time_behind(DateScan& scan) {
  DateScan reading = scan;
  if (!reading.separator()) return std::nullopt;
  const bool at = reading.word("a") || reading.word("vers");
  if (at && !reading.blanks()) return std::nullopt;
  const auto time = read_clock_time(reading, at);
  if (time) scan = reading;
  return time;
}

}  // namespace depeche
