#pragma once

#include <optional>

#include "common/dates/expression.h"

namespace depeche {

/// Which of the days that an expression may mean is taken.
enum class Convention : uint8_t {
  kArchive,  // the nearest one: measured on news, 98 % of weekdays, 99 % of days and months without a year
  kPast,     // the latest one that is not after the anchor: what a question to an archive means
  kFuture,   // the first one that is not before the anchor: what a diary means
};

/// The day that relative expressions count from.
struct TimeAnchor {
  Day day;
  Convention convention = Convention::kArchive;
  /// Nothing is after it unless the words say so (« demain », a year).
  std::optional<Day> limit = std::nullopt;
};

/// Gives the expressions of one text their days, in the order of the text: « la veille » counts from the day
/// that was spoken of last. Cheap to make; not thread-safe.
class TimeResolver {
 public:
  /// nullopt: no day is known to count from; then only what states its year has a value.
  explicit TimeResolver(std::optional<TimeAnchor> anchor) : anchor_(anchor) {}

  /// What the expression means: possible(), and with a year. nullopt for what is vague, counts from an
  /// unknown day, does not exist (« 29 février 2019 ») or leaves the years 1 to 9999.
  /// The limit of the anchor does not hold if `beyond_limit`.
  std::optional<DateSpan> resolve(const TimeExpression& expression, bool beyond_limit = false);

 private:
  std::optional<Day> counted_from(const TimeMeaning& meaning) const;
  std::optional<DateSpan> base_of(const TimeMeaning& meaning) const;
  std::optional<DateSpan> meaning_of(const TimeMeaning& meaning) const;
  std::optional<DateSpan> interval(const TimeExpression& expression) const;

  std::optional<TimeAnchor> anchor_;
  std::optional<Day> spoken_day_;  // the last day spoken of
  std::optional<Day> spoken_of_;   // the first day of the last date of any precision
};

}  // namespace depeche
