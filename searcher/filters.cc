#include "searcher/filters.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/message.h"
#include "common/text/utf8.h"
#include "common/text/visible.h"
#include "searcher/query/lexeme.h"

namespace depeche {
namespace {

/// Reads `name` + operand as a query text; a mistake is shown under the option and the operand, as if typed
/// so.
Query read_operand(const std::string& option, const std::string& name, const std::string& operand, Day today,
                   unsigned width) {
  auto read = parse(name + operand, today);
  if (auto* query = std::get_if<Query>(&read)) {
    query->begin = query->end = 0;
    return std::move(*query);
  }
  auto& error = std::get<QueryError>(read);
  const std::string shown = "--" + option + ' ';
  for (size_t* place : {&error.begin, &error.end})
    *place = std::max(*place, name.size()) - name.size() + shown.size();
  error.message = tr("--{}: {}", option, error.message);
  throw to_error(error, shown + operand, width);
}

std::string prefix_of(const FieldSpec& spec) { return std::string(spec.english) + ':'; }

bool is_one_run(std::string_view text) {
  if (text.empty()) return false;
  for (size_t pos = 0; pos < text.size(); next_code_point(text, pos))
    if (ends_run(text, pos)) return false;
  return true;
}

Query read_filter(const Filter& filter, Day today, unsigned width) {
  const SearcherOption& option = *filter.option;
  if (!option.field) return read_operand(option.name, "", quoted(filter.value), today, width);
  // One word of a title is a word, with its marks; several are a phrase.
  const bool word = option.field->kind == FieldKind::kWords && is_one_run(filter.value);
  return read_operand(option.name, prefix_of(*option.field),
                      word ? filter.value : quoted_if_needed(filter.value), today, width);
}

/// A mistake in the date of an option, shown under it.
Error date_mistake(const std::string& option, const std::string& value, const DateQueryError& error,
                   unsigned width) {
  const std::string shown = "--" + option + ' ';
  const QueryError mistake{ExitCode::kUsage, shown.size() + error.begin, shown.size() + error.end,
                           tr("--{}: {}", option, error.message), ""};
  return to_error(mistake, shown + value, width);
}

enum class Bound { kFirst, kLast };

/// The first or last day of the period that an option names.
Day read_bound(const std::string& option, const std::string& value, Bound bound, Day today, unsigned width) {
  const auto read = parse_period(value, today);
  if (const auto* error = std::get_if<DateQueryError>(&read))
    throw date_mistake(option, value, *error, width);
  const auto& period = std::get<DateQuery>(read);
  if (const auto& day = bound == Bound::kFirst ? period.first : period.last) return *day;
  const std::string message = bound == Bound::kFirst
                                  ? tr("this has no first day: write for example 2019-02 or \"depuis 2014\"")
                                  : tr("this has no last day: write for example 2019-02 or \"avant 2013\"");
  throw date_mistake(option, value, {0, value.size(), message}, width);
}

std::optional<Query> read_since_until(const std::vector<Filter>& filters, Day today, unsigned width) {
  DateQuery period;
  for (const Filter& filter : filters) {
    if (filter.option->name == "since")
      period.first = read_bound("since", filter.value, Bound::kFirst, today, width);
    if (filter.option->name == "until")
      period.last = read_bound("until", filter.value, Bound::kLast, today, width);
  }
  if (!period.first && !period.last) return std::nullopt;
  if (period.first && period.last && *period.last < *period.first)
    throw Error(ExitCode::kUsage,
                tr("--since {} is later than --until {}: exchange them",
                   to_edtf(PartialDate::of(*period.first)), to_edtf(PartialDate::of(*period.last))));
  return Query{.kind = Query::Kind::kDate, .field = FieldId::kDate, .date = period};
}

}  // namespace

Error to_error(const QueryError& error, const std::string& text, unsigned width) {
  std::string what = explain_error(error, text, width);
  what.pop_back();
  return Error(error.code, what);
}

Day read_day(const std::string& option, const std::string& value, Day today, unsigned width) {
  const auto read = parse_day(value, today);
  if (const auto* error = std::get_if<DateQueryError>(&read))
    throw date_mistake(option, value, *error, width);
  return std::get<Day>(read);
}

Query combine(Query query, const std::vector<Filter>& filters, Day today, unsigned width) {
  std::vector<Query> conditions;
  if (query.kind != Query::Kind::kAll) conditions.push_back(std::move(query));
  for (const SearcherOption& option : searcher_options()) {
    if (option.group != SearcherOption::Group::kFilter || option.several == SearcherOption::Several::kRefused)
      continue;
    std::vector<Query> read;
    for (const Filter& filter : filters)
      if (filter.option == &option) read.push_back(read_filter(filter, today, width));
    if (option.several == SearcherOption::Several::kAny && !read.empty())
      conditions.push_back(join(Query::Kind::kOr, std::move(read)));
    else
      std::ranges::move(read, std::back_inserter(conditions));
  }
  if (auto period = read_since_until(filters, today, width)) conditions.push_back(*std::move(period));
  Query whole = join(Query::Kind::kAnd, std::move(conditions));
  if (count_terms(whole) > kMaxQueryTerms)
    throw Error(ExitCode::kRefused, tr("query and filters together have more than {} words", kMaxQueryTerms));
  return whole;
}

}  // namespace depeche
