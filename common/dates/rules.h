#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "common/dates/expression.h"

namespace depeche {

/// What of a matched rule makes the meaning.
enum class TimeAct : uint8_t {
  kSet,       // the rule's meaning, with the captures where they belong
  kPick,      // X, of which the ordinal, weekday or unit is picked
  kMove,      // X, moved by the count and unit, with the rule's sign
  kPart,      // X, of which the rule's part is meant
  kInterval,  // from the first X (or day number) to the second
  kOpen,      // X, with the rule's type
};

/// What must be so around an expression inside a text. Alone, or inside a longer expression, it holds anyway.
enum class TimeGuard : uint8_t {
  kNone,
  kYear,          // a number of four figures: « en 1952 », not « 1952 habitants »
  kMonth,         // « en mars », not the planet
  kSeason,        // « cet été », not « a été »
  kDay,           // « le 2 », if nothing is counted
  kNumber,        // « mardi 3 », not « mardi 3 personnes », of which the weekday is left
  kComplement,    // « trois ans après », not « après la guerre », of which no value is known
  kName,          // « Noël », not Noël Mamère
  kArticle,       // « la veille »
  kAccent,        // « dès », not « des »
  kNoun,          // « été 2018 », not « a été 2018 »
  kAbbreviation,  // « lun. » only alone
};

/// A pattern is a row of elements between blanks. An element is a folded word, a class, or several of them
/// between bars; a question mark makes it optional (never the first). Classes: A absolute date · N count in
/// figures or words · V vague count · D number of a day · O ordinal · U unit · W weekday · M month without a
/// year · S season · Y year · R Roman or ordinal number · T time of day · P part of a day · H holiday · X any
/// expression · - hyphen · , comma.
struct TimeRule {
  std::string_view pattern;
  TimeMeaning meaning = {};
  TimeAct act = TimeAct::kSet;
  TimeExpression::Type type = TimeExpression::Type::kDate;
  TimeGuard guard = TimeGuard::kNone;
};

/// All rules; of several that match the longest wins, then the first.
std::span<const TimeRule> time_rules();
/// What may follow an expression and becomes part of it; the pattern begins behind it.
std::span<const TimeRule> time_tails();

/// A feast: a fixed day, or one counted from Easter Sunday.
struct Holiday {
  std::string_view pattern;
  unsigned month = 0, day = 0;
  int easter = 0;  // days from Easter Sunday, where month is 0
};
std::span<const Holiday> holidays();
/// The day of a holiday in a year 1..9999; Easter by the Gregorian rule (Meeus/Jones/Butcher).
Day holiday_day(unsigned holiday, int year);

/// Every pattern of the tables above.
std::vector<std::string_view> time_patterns();

}  // namespace depeche
