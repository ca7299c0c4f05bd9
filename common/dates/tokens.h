#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/dates/words.h"
#include "common/french_date.h"

namespace depeche {

/// A word, number or mark of the language of dates.
struct TimeToken {
  enum class Kind : uint8_t { kWord, kNumber, kRoman, kDate, kClock, kComma, kHyphen, kSlash };

  Kind kind = Kind::kWord;
  bool ordinal = false;       // of a number: « 1er », « 13e »
  bool stuck_before = false;  // a word that is not of the language is joined to it by a hyphen or apostrophe
  bool stuck_behind = false;
  bool spaced = false;  // blanks stand before it
  uint8_t figures = 0;  // of a kNumber
  uint32_t begin = 0, end = 0;
  uint32_t number = 0;             // kNumber, kRoman: its value; kClock: minutes; kDate: index into dates
  const TimeWord* word = nullptr;  // kWord
  TimeClasses classes = 0;         // that it may begin
};

/// A longest run of such tokens on one line: nothing but blanks between them.
struct TimeIsland {
  std::vector<TimeToken> tokens;
  std::vector<DateExpression> dates;  // the absolute dates among them

  void clear() {
    tokens.clear();
    dates.clear();
  }
};

/// Reads the islands of a text one after the other.
class TimeLexer {
 public:
  /// Keeps the view.
  explicit TimeLexer(std::string_view text) : text_(text) {}

  /// The next island with something that can be the heart of a time expression. False at the end.
  bool next(TimeIsland& island);
  /// The same, whatever it consists of.
  bool next_any(TimeIsland& island);
  bool at_end() const { return pos_ == text_.size(); }

 private:
  bool read_island(TimeIsland& island, bool anchored);
  bool read_token(TimeIsland& island);
  bool read_date(TimeIsland& island);
  bool read_number(TimeIsland& island);
  bool read_word(TimeIsland& island);
  void push(TimeIsland& island, TimeToken token);
  bool digit_at(size_t pos) const;
  /// Moves behind a word or mark that is not of the language; whether it is joined to what follows.
  bool skip_foreign();
  /// The same, over all the words of which the first letters tell that they are not of the language.
  bool skip_to_candidate();

  const TimeWordBeginnings& beginnings_ = time_word_beginnings();
  std::string_view text_;
  size_t pos_ = 0;
  bool spaced_ = true;
};

}  // namespace depeche
