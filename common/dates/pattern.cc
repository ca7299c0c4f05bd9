#include "common/dates/pattern.h"

#include <utility>

namespace depeche {

namespace {

TimePattern compile(std::string_view text) {
  TimePattern pattern;
  for (size_t pos = 0; pos < text.size();) {
    size_t end = std::min(text.find(' ', pos), text.size());
    std::string_view row = text.substr(pos, end - pos);
    pos = end + 1;
    TimeElement element;
    element.optional = row.ends_with('?');
    if (element.optional) row.remove_suffix(1);
    while (!row.empty()) {
      const size_t bar = std::min(row.find('|'), row.size());
      const std::string_view name = row.substr(0, bar);
      if (name[0] >= 'a' && name[0] <= 'z')
        element.literals.push_back(literal_number(name));
      else
        element.classes.push_back(name[0]);
      row.remove_prefix(std::min(bar + 1, row.size()));
    }
    for (const char name : element.classes) element.begins |= class_bit(name);
    pattern.push_back(std::move(element));
  }
  return pattern;
}

}  // namespace

TimeTables::TimeTables() {
  for (const TimeRule& rule : time_rules()) rules_.push_back({compile(rule.pattern), &rule});
  for (const TimeRule& rule : time_tails()) tails_.push_back({compile(rule.pattern), &rule});
  for (const Holiday& holiday : depeche::holidays()) holidays_.push_back(compile(holiday.pattern));
  for (size_t i = 0; i < rules_.size(); ++i) {
    const TimeElement& first = rules_[i].pattern.front();
    for (const unsigned short literal : first.literals) {
      if (by_literal_.size() <= literal) by_literal_.resize(literal + 1u);
      by_literal_[literal].push_back(i);
    }
    for (const char name : first.classes) by_class_[static_cast<unsigned char>(name)].push_back(i);
  }
}

const TimeTables& time_tables() {
  static const TimeTables compiled;
  return compiled;
}

}  // namespace depeche
