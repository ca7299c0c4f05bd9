#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/civil_date.h"

namespace depeche {

/// Calendar units that French counts time in.
enum class TimeUnit : uint8_t {
  kNone,
  kMinute,
  kHour,
  kDay,
  kWeekend,
  kWeek,
  kFortnight,
  kMonth,
  kQuarter,
  kHalfYear,
  kYear,
  kDecade,
  kCentury,
};

/// What a time expression says by its words alone, before any day is known that it counts from. A value: two
/// texts that say the same are equal.
struct TimeMeaning {
  enum class Base : uint8_t {
    kVague,          // no value can be given: « ces derniers jours », « chaque mois »
    kDate,           // `date`; where its year is missing, the one that the convention chooses
    kDecadeNumber,   // « années 90 »: date.year is the figure, without its century
    kCenturyNumber,  // « XIXe siècle »: steps is its ordinal
    kWeekNumber,     // week number `steps` of date.year (ISO 8601)
    kWeekday,        // `weekday`
    kDayOfMonth,  // day date.day of the month that the convention chooses, where it is `weekday` if that is
                  // set
    kUnit,        // the whole unit that the anchor is in, moved by `steps` of them
    kShift,       // the anchor moved by `steps` units
    kUnits,       // |steps| whole units before the anchor's (steps < 0) or behind it
    kHoliday,     // `holiday` of date.year or of the year that the convention chooses
  };
  /// Which occurrence of something that comes back; kComing may be today, kFollowing and kPreceding are
  /// narrative.
  enum class Which : uint8_t { kNearest, kThis, kLast, kNext, kComing, kFollowing, kPreceding };
  enum class Part : uint8_t {
    kWhole,
    kBegin,
    kMiddle,
    kEnd,
    kFirstHalf,
    kSecondHalf,
    kWeekdays,
    kItsWeek,
    kItsWeekend
  };
  enum class DayPart : uint8_t { kNone, kMorning, kAfternoon, kEvening, kNight };

  Base base = Base::kVague;
  Which which = Which::kNearest;
  PartialDate date = {};
  TimeUnit unit = TimeUnit::kNone;
  int steps = 0;
  unsigned weekday = 0;  // ISO, 1..7; 0: not said
  unsigned holiday = 0;  // index for holiday_day()
  /// Counts from the date that the text spoke of last (« le lendemain »), not from the anchor.
  bool narrative = false;

  Part part = Part::kWhole;
  /// A unit or weekday inside the base: « premier mercredi de », « dernier jour de ».
  TimeUnit pick_unit = TimeUnit::kNone;
  unsigned pick_weekday = 0;
  int pick = 0;        // ordinal, from 1; negative: from the end; 0: nothing is picked
  int pick_count = 1;  // so many of them: « les six premiers mois de »
  /// Moved at last: « la veille de », « trois jours après ».
  int then_steps = 0;
  TimeUnit then_unit = TimeUnit::kNone;

  DayPart day_part = DayPart::kNone;

  friend bool operator==(const TimeMeaning&, const TimeMeaning&) = default;
};

/// A time expression in a text.
struct TimeExpression {
  enum class Type : uint8_t {
    kDate,      // `meaning`
    kInterval,  // from `meaning` to `until`
    kSince,     // from `meaning` on
    kUntil,     // up to `meaning`
    kVague,     // no value: « ces derniers jours », « chaque mois »
  };

  size_t begin = 0, end = 0;  // bytes of the text, on code-point boundaries; with its article, if it has one
  Type type = Type::kDate;
  TimeMeaning meaning = {}, until = {};
  std::optional<uint16_t> minute = {};  // time of day that belongs to it, minutes since midnight as written

  /// Whether the day that it means is stated in full: year, month and day, from nothing else.
  bool stated_day() const {
    return type == Type::kDate &&
           meaning == TimeMeaning{.base = TimeMeaning::Base::kDate,
                                  .date = meaning.date,
                                  .weekday = meaning.weekday,
                                  .day_part = meaning.day_part} &&
           meaning.date.precision() == Precision::kDay;
  }
  /// A weekday and nothing else: « mardi », « ce mardi », « mardi soir ».
  bool bare_weekday() const {
    return type == Type::kDate && meaning.base == TimeMeaning::Base::kWeekday && meaning.pick == 0 &&
           meaning.then_steps == 0 && !meaning.narrative &&
           (meaning.which == TimeMeaning::Which::kNearest || meaning.which == TimeMeaning::Which::kThis);
  }
};

/// Name in JSON and tables: "date", "interval", "since", "until", "vague".
std::string_view name_of(TimeExpression::Type type);

}  // namespace depeche
