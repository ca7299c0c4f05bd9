// French time expressions of others with the values that they give them, under their own convention, which
// looks into the future. The rows are no part of the project.

#include <filesystem>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/dates/calendar.h"
#include "indexer/dates_table.h"
#include "tests/unit/shared_data.h"

namespace depeche {
namespace {

struct Row {
  std::string reference, text, kind, grain, start, end;
};

Row row_of(const std::string& line) {
  std::istringstream cells(line);
  Row row;
  for (std::string* cell : {&row.reference, &row.text, &row.kind, &row.grain, &row.start, &row.end})
    std::getline(cells, *cell, '\t');
  return row;
}

/// Finer grains are times of day, which are no part of a date here.
bool is_day_or_coarser(const Row& row) {
  return row.grain == "day" || row.grain == "week" || row.grain == "month" || row.grain == "year";
}

Day day_of(const std::string& time) { return *parse_edtf(time.substr(0, 10))->first_day(); }

/// The last day of a unit of the grain that begins on `first`.
Day last_of_grain(const std::string& grain, Day first) {
  PartialDate unit = PartialDate::of(first);
  if (grain == "day") return first;
  if (grain == "week") return add_days(first, 6);
  unit.day = 0;
  if (grain == "year") unit.month = 0;
  return *unit.last_day();
}

bool is_right(const Row& row, const DateSpan& value) {
  const Day first = day_of(row.start);
  if (value.first_day() != first) return false;
  if (row.kind == "open_after") return !value.last_day();
  return value.last_day() ==
         (row.end.empty() ? last_of_grain(row.grain, first) : add_days(day_of(row.end), -1));
}

/// Why a text is beyond what is recognised; nullptr where it is not. Decided by the text alone.
const char* out_of_scope(std::string_view text) {
  if (text == "en ce moment") return "it names no day";
  const std::string_view date = text.starts_with("le ") ? text.substr(3) : text;
  if (date.find(' ') != std::string_view::npos &&
      date.find_first_not_of(" 0123456789") == std::string_view::npos)
    return "figures that only blanks separate may be any numbers";
  for (const std::string_view june_or_july : {" jui", " jui."})
    if (text.ends_with(june_or_july)) return "\"jui\" may be June or July";
  return nullptr;
}

std::string described(const std::vector<DatesRow>& found) {
  std::string text;
  for (const DatesRow& row : found)
    text += " [" + row.text + "] " + (row.value ? to_edtf(*row.value) : "no value");
  return text.empty() ? " nothing" : text;
}

TEST(DatesDev, RowsOfADayOrMore) {
  const std::string path = shared_data("dates-dev.tsv");
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
  const std::vector<std::string> lines = lines_of(path);
  unsigned rows = 0, in_scope = 0, right = 0;
  for (size_t i = 1; i < lines.size(); ++i) {
    const Row row = row_of(lines[i]);
    if (!is_day_or_coarser(row)) continue;
    ++rows;
    if (const char* why = out_of_scope(row.text)) {
      std::cout << "out of scope: " << row.text << ": " << why << '\n';
      continue;
    }
    ++in_scope;
    const auto found = dates_of(row.text, {day_of(row.reference), Convention::kFuture, {}});
    if (found.size() == 1 && found.front().value && is_right(row, *found.front().value)) {
      ++right;
      continue;
    }
    std::cout << "wrong: " << row.text << ": " << row.kind << ' ' << row.grain << ' ' << row.start << ".."
              << row.end << ", found" << described(found) << '\n';
  }
  std::cout << rows << " rows, " << in_scope << " in scope, " << right << " right\n";
  EXPECT_GE(in_scope, 215u);
  EXPECT_GE(right * 100, in_scope * 92);
}

}  // namespace
}  // namespace depeche
