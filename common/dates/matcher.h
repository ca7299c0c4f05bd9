#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "common/dates/captures.h"
#include "common/dates/pattern.h"
#include "common/dates/tokens.h"

namespace depeche {

/// A stretch of tokens that the rules understand.
struct TimeMatch {
  size_t end = 0;  // token behind it
  TimeExpression expression;
  TimeGuard guard = TimeGuard::kNone;
};

/// Tries the rules at the tokens of one island. Remembers what it found, so that the cost is linear in
/// tokens. Not thread-safe.
class TimeMatcher {
 public:
  /// Keeps the reference.
  explicit TimeMatcher(const TimeIsland& island) : island_(island), tokens_(island.tokens) {}

  /// To be called whenever the island has become another one.
  void start();

  /// The longest expression that begins at the token `first`, tails included; nullptr if none does. Valid
  /// until start().
  const TimeMatch* at(size_t first) { return expression(first, 0); }

 private:
  /// nullptr if none begins there.
  const TimeMatch* expression(size_t first, size_t depth);
  const TimeToken* token(size_t at) const;
  std::optional<TimeMatch> longest(size_t first, size_t depth);
  void try_rule(const TimeTables::Row& row, size_t first, size_t depth, std::optional<TimeMatch>& best);
  /// Whether the second element can be the second token: most rules end here.
  bool may_follow(const TimePattern& elements, size_t first) const;
  bool begins_tail(size_t at, const TimeElement& first) const;
  void add_tail(TimeMatch& best, size_t depth);
  /// Reads one element of the class at `at`, which moves behind it.
  bool read_class(char name, size_t& at, TimeCaptures& captures, size_t depth);
  bool read_part(size_t& at, TimeCaptures& captures, size_t depth);
  bool read_date(const TimeToken& begin, size_t& at, TimeCaptures& captures);
  bool read_unit(size_t& at, TimeCaptures& captures);
  bool read_day(size_t& at, TimeCaptures& captures);
  bool read_holiday(size_t& at, TimeCaptures& captures);
  bool read_element(const TimeElement& element, size_t& at, TimeCaptures& captures, size_t depth);
  bool match(const TimePattern& elements, size_t index, size_t& at, TimeCaptures& captures, size_t depth);
  /// Whether the hyphen stands inside a compound: « avant-hier », not « 13-15 ».
  bool joins_words(size_t hyphen) const;

  const TimeIsland& island_;
  const std::vector<TimeToken>& tokens_;
  std::deque<TimeExpression> kept_;  // what captures point at
  /// By token and depth: index into found_, or kUnknown or kNothing.
  std::vector<int> memory_;
  std::deque<TimeMatch> found_;
};

}  // namespace depeche
