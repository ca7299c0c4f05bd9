#include <algorithm>

#include <fmt/format.h>

#include "searcher/question/period.h"

namespace depeche {
namespace {

/// The token behind « et », « ou », a comma, or several of them; `at` if none stands there.
size_t behind_links(const std::vector<QuestionToken>& tokens, size_t at, bool& conjunction) {
  constexpr std::string_view kLinks[] = {"et",   "ou",    "puis",      "et/ou", "soit",
                                         "bien", "aussi", "egalement", "ni"};
  conjunction = false;
  while (at < tokens.size() &&
         (tokens[at].is_mark(',') || (tokens[at].kind == QuestionToken::Kind::kWord &&
                                      std::ranges::count(kLinks, tokens[at].folded) > 0))) {
    conjunction = conjunction || tokens[at].folded == "et" || tokens[at].is_mark(',');
    ++at;
  }
  return at;
}

struct Item {
  Period period;
  bool conjunction = false;  // « et » stands in front of it
};

/// Gives `item` the month and year, or the year, of a neighbour.
void share(Item& item, const Item& neighbour, Day today) {
  Period& period = item.period;
  if (period.states_year || !neighbour.period.states_year) return;
  const auto& first = neighbour.period.date.first;
  const auto& known = first ? first : neighbour.period.date.last;
  if (!known) return;
  const int year = int(known->year());
  if (period.day && first && first == neighbour.period.date.last) {
    const Day day{known->year(), known->month(), std::chrono::day{period.day}};
    if (!day.ok()) return;
    period.date = DateQuery{.kind = DateQuery::Kind::kRange, .first = day, .last = day};
  } else if (const auto date = read_period_date(fmt::format("{} {}", period.text, year), today)) {
    period.date = *date;
  } else {
    return;
  }
  period.states_year = true;
}

Query date_query(FieldId field, const DateQuery& date) {
  return {.kind = Query::Kind::kDate, .field = field, .date = date};
}

/// The one range that « après A » and « avant B » make.
std::optional<DateQuery> one_range(const DateQuery& a, const DateQuery& b) {
  const bool open = a.kind == DateQuery::Kind::kRange && b.kind == DateQuery::Kind::kRange;
  if (!open || bool(a.first) == bool(b.first) || bool(a.last) == bool(b.last) ||
      bool(a.first) == bool(a.last))
    return std::nullopt;
  DateQuery range{.kind = DateQuery::Kind::kRange,
                  .first = a.first ? a.first : b.first,
                  .last = a.last ? a.last : b.last};
  return *range.first <= *range.last ? std::optional(range) : std::nullopt;
}

/// The days before or behind a date.
DateQuery bounded(const Period& period, PeriodBound bound, Day today) {
  if (bound == PeriodBound::kNone) return period.date;
  const std::string word = bound == PeriodBound::kBefore ? "avant " : "après ";
  if (const auto date = read_period_date(word + period.text, today)) return *date;
  return period.date;
}

}  // namespace

PeriodList read_period_list(const std::vector<QuestionToken>& tokens,
                            const std::vector<std::optional<Period>>& periods, size_t at, FieldId field,
                            PeriodBound bound, Day today) {
  std::vector<Item> items;
  size_t end = at;
  bool conjunction = false;
  while (at < tokens.size() && periods[at]) {
    items.push_back({*periods[at], conjunction});
    end = periods[at]->end;
    const size_t next = behind_links(tokens, end, conjunction);
    if (next == end) break;
    at = next;
  }
  for (size_t i = items.size(); i-- > 1;) share(items[i - 1], items[i], today);
  for (size_t i = 1; i < items.size(); ++i) share(items[i], items[i - 1], today);

  std::vector<Query> alternatives;
  for (const Item& item : items) {
    const DateQuery date = bounded(item.period, bound, today);
    if (item.period.day && !item.period.states_year) continue;
    const auto range =
        item.conjunction && !alternatives.empty() && alternatives.back().kind == Query::Kind::kDate
            ? one_range(alternatives.back().date, date)
            : std::nullopt;
    if (range)
      alternatives.back().date = *range;
    else
      alternatives.push_back(date_query(field, date));
  }
  return {end, join(Query::Kind::kOr, std::move(alternatives))};
}

}  // namespace depeche
