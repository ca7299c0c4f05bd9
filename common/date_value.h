#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/date_query.h"
#include "common/dates/expression.h"
#include "common/dates/resolve.h"

namespace depeche {

/// A part of a query's date and its place there.
struct DatePiece {
  std::string_view text;
  size_t begin = 0;

  size_t end() const { return begin + text.size(); }
  /// Without the blanks about it.
  DatePiece part(size_t from, size_t length = std::string_view::npos) const;
};

/// What stands between blanks.
std::vector<DatePiece> words_of(const DatePiece& piece);

/// Folded, with one kind of apostrophe, hyphen and space: how words of a query's date are compared.
std::string plain(std::string_view text);

DateQueryError date_error(const DatePiece& piece, std::string message);
/// That there is no such date, with one near it.
DateQueryError no_such_date(const DatePiece& piece, PartialDate date = {});

/// The piece as one time expression with a value, by French words, ISO and EDTF (read_time()), with « on »
/// or « in » before it, or as today and yesterday. An error where it is vague, counts from a day that is not
/// there (« la veille »), states a time of day or a weekday that does not fit. `today` is what the example in
/// a message counts from.
std::variant<TimeExpression, DateQueryError> read_date_value(const DatePiece& piece, Day today);

/// Whether its year is said: nothing has to be counted from.
bool states_year(const TimeExpression& expression);
/// Whether it is one of many that come back, and nothing says which: « 13 février », « mardi », « Noël ».
bool comes_back(const TimeExpression& expression);

/// Days of an expression, in the order of time.
std::variant<DateSpan, DateQueryError> resolve_date_value(const DatePiece& piece,
                                                          const TimeExpression& expression,
                                                          const TimeAnchor& anchor);

}  // namespace depeche
