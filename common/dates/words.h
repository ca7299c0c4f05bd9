#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "common/date_scan.h"
#include "common/dates/expression.h"

namespace depeche {

/// A set of the classes that patterns are made of (rules.h).
using TimeClasses = uint32_t;

constexpr TimeClasses class_bit(char name) {
  return TimeClasses{1} << (name == '-' ? 26 : name == ',' ? 27 : name - 'A');
}

/// What a word means in the language of dates. A word may be several things (« mar. », « second »); the rules
/// decide.
struct TimeWord {
  std::string_view text;  // folded
  unsigned month = 0;     // 1..12
  unsigned weekday = 0;   // ISO, 1..7
  bool abbreviation = false;
  TimeUnit unit = TimeUnit::kNone;
  unsigned season = 0;  // 21..24 as in EDTF
  int count = 0;        // « trois », « vingtaine »
  bool vague = false;   // « quelques »
  int ordinal = 0;      // « premier », « troisieme »; -1: « dernier »
  int clock = -1;       // « midi »: minutes since midnight
  TimeMeaning::DayPart day_part = TimeMeaning::DayPart::kNone;
  unsigned short literal = 0;  // number of the word as a literal of the rules, from 1; 0 if they have none
  TimeClasses classes = 0;     // that it may begin, X included
  /// Such a word can be the heart of an expression; an island without one is no date.
  bool anchor = false;
};

/// A folded word as one number of 96 bits: its letters, the first in the lowest byte.
struct TimeWordKey {
  uint64_t low = 0;
  uint32_t high = 0;

  /// Precondition: folded.size() <= FoldedWord::kMaxLetters.
  static TimeWordKey of(std::string_view folded);
  friend bool operator==(const TimeWordKey&, const TimeWordKey&) = default;
};

/// The word with that folded form; nullptr if the language of dates has none. Thread-safe.
const TimeWord* find_time_word(const TimeWordKey& key);

/// Whether some word begins with three letters, numbered 1 to 26 and 0 for none. A shorter word has 0 behind
/// it.
class TimeWordBeginnings {
 public:
  void add(std::string_view folded);
  bool has(unsigned first, unsigned second, unsigned third) const {
    return begins_[(first * 27 + second) * 27 + third];
  }

 private:
  std::array<bool, 27 * 27 * 27> begins_{};
};
const TimeWordBeginnings& time_word_beginnings();

/// The number of a literal of the rules. Precondition: it is one.
unsigned short literal_number(std::string_view folded);

}  // namespace depeche
