#include "searcher/date_terms.h"

#include <set>

#include <fmt/format.h>

namespace depeche {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

struct Range {
  Day first, last;
  bool covers(Day begin, Day end) const {
    return sys_days(first) <= sys_days(begin) && sys_days(end) <= sys_days(last);
  }
  bool meets(Day begin, Day end) const {
    return sys_days(first) <= sys_days(end) && sys_days(begin) <= sys_days(last);
  }
};

Day last_of_month(int y, unsigned m) { return year(y) / month(m) / std::chrono::last; }

class TermList {
 public:
  explicit TermList(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void add(std::string_view prefix, const std::string& value) {
    std::string term = std::string(prefix) + value;
    if (vocabulary_.has(term)) groups.push_back({std::move(term)});
  }
  TermGroups groups;

 private:
  const Vocabulary& vocabulary_;
};

void add_days(const DatePrefixes& prefixes, const Range& range, int y, unsigned m, TermList& terms) {
  for (Day d = year(y) / month(m) / 1; d.month() == month(m); d = sys_days(d) + std::chrono::days(1))
    if (range.covers(d, d)) terms.add(prefixes.day, to_compact(d));
}

void add_year(const DatePrefixes& prefixes, const Range& range, int y, TermList& terms) {
  const Day begin = year(y) / 1 / 1, end = year(y) / 12 / 31;
  if (!range.meets(begin, end)) return;
  const std::string name = fmt::format("{:04}", y);
  terms.add(prefixes.year_only, name);
  if (range.covers(begin, end)) terms.add(prefixes.year, name);
  for (unsigned m = 1; m <= 12; ++m) {
    const Day month_begin = year(y) / month(m) / 1, month_end = last_of_month(y, m);
    if (!range.meets(month_begin, month_end)) continue;
    const std::string month_name = fmt::format("{:04}{:02}", y, m);
    terms.add(prefixes.month_only, month_name);
    if (range.covers(begin, end)) continue;
    if (range.covers(month_begin, month_end))
      terms.add(prefixes.month, month_name);
    else
      add_days(prefixes, range, y, m, terms);
  }
}

/// Dates without a year that some day of the range may be.
void add_yearless(std::string_view prefix, const Range& range, TermList& terms) {
  // Nine years hold a 29 February wherever they begin.
  if (sys_days(range.last) - sys_days(range.first) >= std::chrono::days(9 * 366)) {
    terms.add(prefix, "");
    return;
  }
  std::set<std::string> names;
  for (Day d = range.first; sys_days(d) <= sys_days(range.last); d = sys_days(d) + std::chrono::days(1))
    names.insert(to_compact(d).substr(4));
  for (const std::string& name : names) terms.add(prefix, name);
}

}  // namespace

TermGroups range_terms(const DatePrefixes& prefixes, std::optional<Day> first, std::optional<Day> last,
                       const Vocabulary& vocabulary) {
  const Range range{first.value_or(year(1) / 1 / 1), last.value_or(year(9999) / 12 / 31)};
  TermList terms(vocabulary);
  for (const int y : vocabulary.years(prefixes.year, prefixes.year_only)) add_year(prefixes, range, y, terms);
  add_yearless(prefixes.yearless, range, terms);
  return std::move(terms.groups);
}

TermGroups month_day_terms(const DatePrefixes& prefixes, unsigned m, unsigned d,
                           const Vocabulary& vocabulary) {
  TermList terms(vocabulary);
  const std::string month_name = fmt::format("{:02}", m);
  const std::string day_name = d ? month_name + fmt::format("{:02}", d) : month_name;
  for (const int y : vocabulary.years(prefixes.year, prefixes.year_only)) {
    if (d && !(year(y) / month(m) / day(d)).ok()) continue;
    const std::string name = fmt::format("{:04}", y);
    terms.add(d ? prefixes.day : prefixes.month, name + day_name);
    terms.add(prefixes.month_only, name + month_name);
    terms.add(prefixes.year_only, name);
  }
  terms.add(prefixes.yearless, day_name);
  return std::move(terms.groups);
}

}  // namespace depeche
