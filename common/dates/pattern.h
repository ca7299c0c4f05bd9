#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "common/dates/rules.h"
#include "common/dates/words.h"

namespace depeche {

/// One element of a pattern.
struct TimeElement {
  std::vector<char> classes;
  TimeClasses begins = 0;  // the same as a set
  std::vector<unsigned short> literals;
  bool optional = false;

  bool has(unsigned short literal) const {
    return std::find(literals.begin(), literals.end(), literal) != literals.end();
  }
};

/// A pattern of rules.h, compiled.
using TimePattern = std::vector<TimeElement>;

/// The compiled tables, with the rules by what they can begin with.
class TimeTables {
 public:
  TimeTables();

  struct Row {
    TimePattern pattern;
    const TimeRule* rule;
  };
  const std::vector<Row>& rules() const { return rules_; }
  const std::vector<Row>& tails() const { return tails_; }
  const std::vector<TimePattern>& holidays() const { return holidays_; }
  const std::vector<size_t>& beginning_with(unsigned short literal) const {
    static const std::vector<size_t> kNone;
    return literal < by_literal_.size() ? by_literal_[literal] : kNone;
  }
  const std::vector<size_t>& beginning_with_class(char name) const {
    return by_class_[static_cast<unsigned char>(name)];
  }

 private:
  std::vector<Row> rules_, tails_;
  std::vector<TimePattern> holidays_;
  std::vector<std::vector<size_t>> by_literal_;  // of literal 0: none
  std::array<std::vector<size_t>, 128> by_class_;
};

/// The tables of rules.h. Thread-safe.
const TimeTables& time_tables();

}  // namespace depeche
