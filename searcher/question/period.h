#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/parser.h"
#include "searcher/question/token.h"

namespace depeche {

/// A stretch of a question that names days.
struct Period {
  size_t end = 0;    // token behind it
  std::string text;  // as parse_date_query() reads it
  DateQuery date = {};
  bool states_year = false;
  /// Too short to be trusted without words around it: a month, weekday, season or feast, « le 3 ».
  bool bare = false;
  unsigned day = 0;  // « le 3 », whose month is said elsewhere; else 0
};

/// The days or day of every year that parse_date_query() reads; nullopt for anything else.
std::optional<DateQuery> read_period_date(const std::string& text, Day today);

/// For each token the longest period that begins there, found by parse_date_query() relative to `today`.
/// Thread-safe; linear in the tokens.
std::vector<std::optional<Period>> find_periods(std::string_view question,
                                                const std::vector<QuestionToken>& tokens, Day today);

/// The tokens that belong to an expression of time without a value (« ces derniers temps »).
std::vector<bool> find_vague_times(std::string_view question, const std::vector<QuestionToken>& tokens);

/// An impossible date or inverted interval outside quotes, which must not become a smaller one in silence.
std::optional<QueryError> find_impossible_date(std::string_view question,
                                               const std::vector<QuestionToken>& tokens, Day today);

/// What stands in front of a list of periods.
enum class PeriodBound : uint8_t { kNone, kBefore, kAfter };

/// Periods joined by commas, « et », « ou ».
struct PeriodList {
  size_t end = 0;  // token behind it
  Query query = {};
};
/// The list whose first period begins at token `at`. One says its month or year for its neighbours (« en
/// janvier et février 2013 »). Alternatives, but that « après A et avant B » is one range. `field` is kDate,
/// kEvent or kUpdated. Precondition: periods[at].
PeriodList read_period_list(const std::vector<QuestionToken>& tokens,
                            const std::vector<std::optional<Period>>& periods, size_t at, FieldId field,
                            PeriodBound bound, Day today);

}  // namespace depeche
