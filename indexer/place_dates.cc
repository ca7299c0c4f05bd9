#include "indexer/place_dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "indexer/path_dates.h"

namespace depeche {
namespace {

/// What a placement is worth, by what it rests on: an order rather than a measured probability.
constexpr float kSameDayInPath = 0.95f;    // 13/02 in 2019-02-13
constexpr float kSameMonthInPath = 0.85f;  // 13/02 in 2019-02
constexpr float kYearInPath = 0.6f;        // 13/02 in 2019
constexpr float kNearMonthInPath = 0.4f;   // 31/12 in 2019-01: the nearest such day
constexpr float kDayOfPath = 0.7f;         // nothing in the article, 2019-02-13 in the path
constexpr float kReference = 0.5f;
constexpr float kMtime = 0.3f;

/// The longest time without a 29 February is eight years, around 1900.
constexpr int kLeapGap = 8;

/// A year for a day and month, with what it rests on.
struct Placing {
  PartialDate value;
  DateBasis basis = DateBasis::kReference;
  float confidence = 0;
};

PartialDate with_year(PartialDate date, int year) {
  date.year = year;
  return date;
}

/// The latest such day that is not after `limit`.
std::optional<PartialDate> latest_not_after(const PartialDate& date, Day limit) {
  for (int year = int(limit.year()); year >= int(limit.year()) - kLeapGap && year >= 1; --year) {
    const PartialDate placed = with_year(date, year);
    if (const auto day = placed.first_day(); day && *day <= limit) return placed;
  }
  return std::nullopt;
}

/// The year for `date` that a date of the path tells: its own, or where its month is another one, that of
/// the nearest such day (a dispatch of 31/12 may lie in the directory 2019-01).
std::optional<Placing> place_by(const PathDate& path, const PartialDate& date) {
  const PartialDate own = with_year(date, path.value.year);
  if (path.value.month == 0 || path.value.month == date.month) {
    if (!own.possible()) return std::nullopt;
    const float confidence = path.value.month == 0        ? kYearInPath
                             : path.value.day == date.day ? kSameDayInPath
                                                          : kSameMonthInPath;
    return Placing{own, DateBasis::kPath, confidence};
  }
  const std::chrono::sys_days there{*path.value.first_day()};
  std::optional<PartialDate> nearest;
  long least = 0;
  for (const int step : {0, -1, 1}) {
    const PartialDate candidate = with_year(own, own.year + step);
    const auto day = candidate.first_day();
    if (!day) continue;
    const long distance = std::labs((std::chrono::sys_days{*day} - there).count());
    if (nearest && distance >= least) continue;
    nearest = candidate;
    least = distance;
  }
  if (!nearest) return std::nullopt;
  return Placing{*nearest, DateBasis::kPath, kNearMonthInPath};
}

std::optional<Placing> place(const PartialDate& date, const std::vector<PathDate>& path, const Origin& origin,
                             const DatePlacement& placement) {
  if (placement.reference) {
    const auto value = latest_not_after(date, *placement.reference);
    return value ? std::optional(Placing{*value, DateBasis::kReference, kReference}) : std::nullopt;
  }
  std::optional<Placing> best;
  for (const PathDate& part : path)
    if (const auto placed = place_by(part, date); placed && (!best || placed->confidence > best->confidence))
      best = placed;
  if (best) return best;
  if (placement.trust_mtime && origin.modified)
    if (const auto value = latest_not_after(date, *origin.modified))
      return Placing{*value, DateBasis::kMtime, kMtime};
  return std::nullopt;
}

/// The publication date of an article that states none.
std::optional<ArticleDate> date_of_file(const std::vector<PathDate>& path, const Origin& origin,
                                        const DatePlacement& placement) {
  ArticleDate date;
  date.inferred = true;
  for (const PathDate& part : path) {
    if (part.value.precision() != Precision::kDay) continue;
    date.value = part.value;
    date.basis = DateBasis::kPath;
    date.confidence = kDayOfPath;
    date.evidence = part.text;
    return date;
  }
  if (!placement.trust_mtime || !origin.modified) return std::nullopt;
  date.value = PartialDate::of(*origin.modified);
  date.basis = DateBasis::kMtime;
  date.confidence = kMtime;
  date.evidence = to_edtf(date.value);
  return date;
}

bool is_of_article(const ArticleDate& date) { return date.kind != DateKind::kEvent; }

/// 0 for a stated date, 1 for an inferred one, 2 for one without its year.
int rank(const ArticleDate& date) { return date.value.year == 0 ? 2 : date.inferred ? 1 : 0; }

void move_best_to_front(std::vector<ArticleDate>& dates) {
  auto best = dates.end();
  for (auto date = dates.begin(); date != dates.end(); ++date)
    if (date->kind == DateKind::kPublished && (best == dates.end() || rank(*date) < rank(*best))) best = date;
  if (best != dates.end()) std::rotate(dates.begin(), best, best + 1);
}

}  // namespace

void place_dates(Article& article, const DatePlacement& placement) {
  const std::vector<PathDate> path = dates_in_path(article.origin.path);
  for (ArticleDate& date : article.dates) {
    if (!is_of_article(date) || date.value.precision() != Precision::kMonthDay) continue;
    const auto placed = place(date.value, path, article.origin, placement);
    if (!placed) continue;
    date.value = placed->value;
    date.basis = placed->basis;
    date.confidence = placed->confidence;
    date.inferred = true;
  }
  if (std::ranges::none_of(article.dates, is_of_article))
    if (auto date = date_of_file(path, article.origin, placement)) article.dates.push_back(std::move(*date));
  move_best_to_front(article.dates);
}

}  // namespace depeche
