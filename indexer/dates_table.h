#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/expression.h"
#include "common/dates/resolve.h"
#include "common/error.h"
#include "common/terminal.h"

namespace depeche {

/// What --dates asks for.
struct DatesOptions {
  std::string text;   // "-": standard input
  TimeAnchor anchor;  // what relative expressions count from
  bool json = false;
};

/// A time expression of a text, and what it means.
struct DatesRow {
  size_t begin = 0, end = 0;  // code points
  std::string text;
  TimeExpression::Type type = TimeExpression::Type::kDate;
  std::optional<DateSpan> value;  // nullopt where none can be given
  std::optional<uint16_t> minute;
};

/// The expressions that find_times() recognises in well-formed UTF-8; where read_time() reads the whole
/// of it as one, that one: « le 2 » alone can only be a date.
std::vector<DatesRow> dates_of(std::string_view text, const TimeAnchor& anchor);

/// A header row, then a row an expression: begin, end, text, type, EDTF value, first and last day, "-" where
/// unknown, ".." where open. On a terminal the text gives way so that lines fit; elsewhere it stays whole.
std::string dates_table(const std::vector<DatesRow>& rows, const Terminal& terminal);
/// One array of objects (ARCHITECTURE.md, "JSON"), an object a line.
std::string dates_json(const std::vector<DatesRow>& rows);

/// Prints the expressions of a text; kOk, also where there is none, which is said on standard error. Throws
/// Error (kUsage) where the text is not UTF-8, (kEnvironment) where it cannot be read or the answer written.
ExitCode print_dates(const DatesOptions& options);

}  // namespace depeche
