#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/path_dates.h"
#include "indexer/text_weekday.h"

namespace depeche {

/// The day that a year is not after.
struct YearBound {
  Day day{};
  DateBasis basis = DateBasis::kText;  // kReference, kMtime; else the day of the run
};

/// Days within which articles beside each other count as near.
constexpr long kNearDays = 60;

/// The nearest articles of a stated date before and after an article, where they stand beside it.
struct NeighbourDays {
  std::optional<Day> before, after;
  bool same_file = false;  // else of the same directory
  /// How likely dated articles beside each other there lie near each other in time (kNearDays), counted.
  double agreement = 0.5;
};

/// A rare name that dated articles share with an article.
struct SharedName {
  std::string key;
  Day first{}, last{};    // of those articles
  uint64_t articles = 0;  // their number
};

/// All that may tell the year of a date that states none.
struct YearClues {
  PartialDate date;                            // kMonthDay
  DateBasis stated_basis = DateBasis::kField;  // of that date
  std::optional<uint16_t> minute;              // of publication
  YearBound bound;
  std::optional<TextWeekday> date_weekday;  // written beside the date
  std::optional<TextWeekday> text_weekday;
  std::vector<PathDate> path;  // the nearest to the file first
  NeighbourDays neighbours;
  std::vector<SharedName> names;  // in an order that depends on the article only
};

/// A year that a date may have.
struct RankedYear {
  PartialDate value;  // a day
  double weight = 0;  // 0..1; over all years at most 1
  std::string why;    // as ArticleDate::why
  DateBasis basis{};  // what speaks for it most
  double lift = 0;    // by which that speaks for it more than for a mean year; recency before the run aside
};

/// The day nearest to `near` that has the month and day of `month_day`; the earlier of two. nullopt if no
/// year from 1 to 9999 near it has one.
std::optional<Day> nearest_such_day(PartialDate month_day, Day near);

/// Years within so many of the bound are considered.
constexpr int kYearHorizon = 100;

/// Ranks the years that `clues.date` may have: those that have such a day, not after the bound nor before the
/// horizon, the likeliest first. A weight is the product of independent likelihoods, normalised over all
/// years considered: ARCHITECTURE.md, "Dates". Only a year before the first of the articles that share a rare
/// name has none, unless no year is left then; and since n such articles leave a chance of 1 in n + 1 that an
/// older one exists, the weights then sum to n / (n + 1). Empty where no year has such a day.
std::vector<RankedYear> rank_years(const YearClues& clues);

}  // namespace depeche
