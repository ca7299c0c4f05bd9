#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/published_index.h"
#include "searcher/period.h"
#include "searcher/query/query.h"
#include "searcher/search.h"

namespace depeche {

/// Why an article stands in no period.
enum class Apart : uint8_t {
  kUndated,    // no date of publication (date:aucune)
  kUncertain,  // its date is inferred or lacks its year (date:incertaine)
  kImprecise,  // its date is stated, but not to one period: a month, where periods are days
};
constexpr size_t kApartReasons = 3;

/// What the bars of a timeline show.
enum class TimelineMeasure { kArticles, kShare, kRate };

/// What an index, or an answer, has in a period.
struct PeriodCount {
  uint64_t articles = 0;
  uint64_t hits = 0;   // of an answer
  uint64_t words = 0;  // of an index
};

/// One query over time.
struct TimelineSeries {
  std::string query;                               // canonical query text
  std::vector<PeriodCount> periods;                // as Timeline::all
  std::array<PeriodCount, kApartReasons> apart{};  // by Apart
  uint64_t articles = 0, hits = 0;                 // placed or not
};

struct Timeline {
  PeriodUnit unit = PeriodUnit::kMonth;
  PeriodNumber first = 0;        // the period of all[0]
  std::vector<PeriodCount> all;  // of the index, one for each period, none left out
  std::array<PeriodCount, kApartReasons> all_apart{};
  std::vector<TimelineSeries> series;  // a query each, in the order asked for
  bool partial = false;                // the time limit came first: the figures are lower bounds

  PeriodNumber period(size_t i) const { return first + static_cast<PeriodNumber>(i); }
};

/// Counts the articles and hits of queries by the day of publication. An article counts in a period if its
/// date is stated and falls into it as a whole; else it counts apart. The periods run from the first to the
/// last that has an article of some query, and over those that the first query limits its dates to, as far as
/// the index has articles there. options.time_limit and aliases count. Throws as search().
Timeline make_timeline(const PublishedIndex& index, const std::vector<Query>& queries, PeriodUnit unit,
                       const SearchOptions& options);

/// Articles that answer in a hundred articles of the index in that period; nullopt where it has none.
std::optional<double> share_of(const PeriodCount& answer, const PeriodCount& all);
/// Hits in 10,000 words of the index in that period; nullopt where it has none.
std::optional<double> rate_of(const PeriodCount& answer, const PeriodCount& all);

/// "undated", "uncertain", "imprecise".
std::string_view name_of(Apart why);

}  // namespace depeche
