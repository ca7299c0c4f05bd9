// Dates and time expressions in any text and any query value: no crash, offsets on code points, what is
// printed is read back.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/date_query.h"
#include "common/dates/recognise.h"
#include "common/dates/resolve.h"
#include "common/french_date.h"
#include "common/text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool on_code_point(std::string_view text, size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

void check_value(const depeche::PartialDate& value) {
  require(!value.empty());
  if (!value.possible()) return;
  const std::string printed = depeche::to_edtf(value);
  require(depeche::parse_edtf(printed) == value);
  require(depeche::parse_edtf(depeche::to_edtf(value, true)) == value);
  if (value.year == 0) return;
  const auto read = depeche::read_date(printed);
  require(read && read->value == value);
}

void check_dates(std::string_view text, bool well_formed) {
  size_t end = 0;
  for (const depeche::DateExpression& date : depeche::find_dates(text)) {
    require(end <= date.begin && date.begin < date.end && date.end <= text.size());
    require(!well_formed || (on_code_point(text, date.begin) && on_code_point(text, date.end)));
    require(date.minute.value_or(0) < 24 * 60);
    require(date.weekday.value_or(1) >= 1 && date.weekday.value_or(7) <= 7);
    check_value(date.value);
    end = date.end;
  }
  if (const auto date = depeche::read_date(text)) check_value(date->value);
}

constexpr depeche::Day kToday{std::chrono::year{2019}, std::chrono::month{3}, std::chrono::day{1}};

/// What an expression means is a date, and is recognised again as it is printed.
void check_value_of(const depeche::TimeExpression& expression, depeche::TimeResolver& resolver) {
  const auto span = resolver.resolve(expression);
  require(expression.minute.value_or(0) < 24 * 60);
  if (!span) return;
  require(span->possible() && (span->first_day() || span->last_day()));
  const std::string printed = depeche::to_edtf(*span);
  require(depeche::parse_edtf_span(printed) == span);
  const auto read = depeche::read_time(printed);
  require(read && depeche::TimeResolver(std::nullopt).resolve(*read) == span);
}

void check_times(std::string_view text, bool well_formed) {
  using depeche::Convention;
  for (const Convention convention : {Convention::kArchive, Convention::kPast, Convention::kFuture}) {
    depeche::TimeResolver resolver(depeche::TimeAnchor{kToday, convention, {}}), unanchored(std::nullopt);
    size_t end = 0;
    for (const depeche::TimeExpression& found : depeche::find_times(text)) {
      require(end <= found.begin && found.begin < found.end && found.end <= text.size());
      require(!well_formed || (on_code_point(text, found.begin) && on_code_point(text, found.end)));
      end = found.end;
      check_value_of(found, resolver);
      check_value_of(found, unanchored);
    }
    if (const auto whole = depeche::read_time(text)) check_value_of(*whole, resolver);
  }
}

void check_query(std::string_view value) {
  const auto read = depeche::parse_date_query(value, kToday);
  if (const auto* error = std::get_if<depeche::DateQueryError>(&read)) {
    require(error->begin <= error->end && error->end <= value.size() && !error->message.empty());
    return;
  }
  const auto& query = std::get<depeche::DateQuery>(read);
  require(!query.first || !query.last || *query.first <= *query.last);
  const auto again = depeche::parse_date_query(depeche::to_text(query), kToday);
  require(std::holds_alternative<depeche::DateQuery>(again) && std::get<depeche::DateQuery>(again) == query);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const bool well_formed = depeche::find_invalid_utf8(text) == std::string_view::npos;
  check_dates(text, well_formed);
  check_times(text, well_formed);
  check_query(text);
  return 0;
}
