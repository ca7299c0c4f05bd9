#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "common/dates/rules.h"
#include "common/dates/tokens.h"

namespace depeche {

/// A stretch of tokens that the rules understand.
struct TimeMatch {
  size_t end = 0;  // token behind it
  TimeExpression expression;
  TimeGuard guard = TimeGuard::kNone;
};

/// Tries the rules at the tokens of one island. Remembers what it found, so that the cost is linear in
/// tokens.
class TimeMatcher {
 public:
  /// Keeps the reference.
  explicit TimeMatcher(const TimeIsland& island);
  ~TimeMatcher();

  /// To be called whenever the island has become another one.
  void start();

  /// The longest expression that begins at the token `first`, tails included; nullptr if none does.
  /// Valid until start().
  const TimeMatch* at(size_t first);

 private:
  class Rules;
  std::unique_ptr<Rules> rules_;
};

/// Days or months that share what the last of them states, at `first`: « lundi 20, mardi 21 et dimanche 26
/// avril ». The places of the expressions are set. Empty if there is no such list.
std::vector<TimeExpression> match_list(const TimeIsland& island, size_t first, size_t& end);

}  // namespace depeche
