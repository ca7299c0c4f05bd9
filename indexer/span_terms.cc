#include "indexer/span_terms.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace depeche {
namespace {

using std::chrono::sys_days;

class SpanTerms {
 public:
  explicit SpanTerms(const DatePrefixes& prefixes) : prefixes_(prefixes) {}

  void add(const PartialDate& date) {
    if (!date.possible()) return;
    if (date.year || date.unknown_figures)
      add_days(*date.first_day(), *date.last_day());
    else
      add_yearless(date);
  }

  /// Every day from `first` to `last`, inclusive.
  void add_days(Day first, Day last) {
    if (int(last.year()) - int(first.year()) > kMaxSpanYears) {
      add_day(first);
      add_day(last);
      return;
    }
    for (Day day = first; day <= last;) {
      const Day month_end = day.year() / day.month() / std::chrono::last;
      const Day year_end = day.year() / 12 / 31;
      Day end = day;
      if (unsigned(day.day()) == 1 && day.month() == std::chrono::January && year_end <= last) {
        put(prefixes_.year_only, year_of(day));
        end = year_end;
      } else if (unsigned(day.day()) == 1 && month_end <= last) {
        put(prefixes_.month_only, year_of(day) + month_of(day));
        put(prefixes_.year, year_of(day));  // ranges look only for the months of years that have this term
        end = month_end;
      } else {
        add_day(day);
      }
      day = Day(sys_days(end) + std::chrono::days(1));
    }
  }

  std::vector<std::string> terms() && {
    std::ranges::sort(terms_);
    terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
    return std::move(terms_);
  }

 private:
  static std::string year_of(Day day) { return fmt::format("{:04}", int(day.year())); }
  static std::string month_of(Day day) { return fmt::format("{:02}", unsigned(day.month())); }

  void put(std::string_view prefix, const std::string& value) {
    terms_.push_back(std::string(prefix) + value);
  }

  void add_day(Day day) {
    put(prefixes_.day, to_compact(day));
    put(prefixes_.month, year_of(day) + month_of(day));
    put(prefixes_.year, year_of(day));
  }

  /// A day and month, or each day of a month, of any year.
  void add_yearless(const PartialDate& date) {
    const std::string month = fmt::format("{:02}", date.month);
    put(prefixes_.yearless, "");
    put(prefixes_.yearless, month);
    for (unsigned day = 1; day <= 31; ++day)
      if ((!date.day || date.day == day) &&
          PartialDate{.year = 0, .month = date.month, .day = day}.possible())
        put(prefixes_.yearless, month + fmt::format("{:02}", day));
  }

  const DatePrefixes& prefixes_;
  std::vector<std::string> terms_;
};

}  // namespace

std::vector<std::string> span_terms(const DatePrefixes& prefixes, const DateSpan& span) {
  SpanTerms terms(prefixes);
  if (!span.possible()) return {};
  const auto first = span.first_day(), last = span.last_day();
  if (span.until && first && last) {
    terms.add_days(*first, *last);
  } else {
    terms.add(span.from);
    if (span.until) terms.add(*span.until);
  }
  return std::move(terms).terms();
}

}  // namespace depeche
