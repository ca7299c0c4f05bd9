#include "indexer/place_dates.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/message.h"
#include "indexer/path_dates.h"
#include "indexer/text_weekday.h"
#include "indexer/year_model.h"

namespace depeche {
namespace {

/// What a placement is worth, by what it rests on: an order rather than a measured probability.
constexpr float kNearStatedDate = 0.97f;  // 13/02 beside 2019-02-12
constexpr float kDayOfPath = 0.7f;        // nothing in the article, 2019-02-13 in the path
constexpr float kMtime = 0.3f;

/// A best year below is little more than the habit that recent dispatches are many: none is taken.
constexpr double kLeastWeight = 0.15;
/// Candidates below are not kept, nor more than so many.
constexpr double kLeastCandidate = 0.01;
constexpr size_t kMostCandidates = 8;

bool is_of_article(const ArticleDate& date) { return date.kind != DateKind::kEvent; }
bool lacks_year(const ArticleDate& date) {
  return is_of_article(date) && date.value.precision() == Precision::kMonthDay;
}

void infer(ArticleDate& date, PartialDate value, float confidence, std::string why) {
  date.stated = StatedPart{date.value, date.basis};
  date.value = value;
  date.inferred = true;
  date.confidence = confidence;
  date.why = std::move(why);
}

/// A date that lacks its year lies near one of the same article that has it.
void place_near(ArticleDate& date, Day known, float confidence) {
  if (const auto day = nearest_such_day(date.value, known))
    infer(date, PartialDate::of(*day), confidence,
          fmt::format("{}: {}", DEPECHE_TR("near another date of the article"),
                      to_edtf(PartialDate::of(known))));
}

/// The publication date of an article that states none.
std::optional<ArticleDate> date_of_file(const Origin& origin, const DatePlacement& placement) {
  ArticleDate date;
  date.inferred = true;
  for (const PathDate& part : dates_in_path(origin.path)) {
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

/// 0 for a stated date, 1 for an inferred one, 2 for one without its year.
int rank(const ArticleDate& date) { return date.value.year == 0 ? 2 : date.inferred ? 1 : 0; }

void move_best_to_front(std::vector<ArticleDate>& dates) {
  auto best = dates.end();
  for (auto date = dates.begin(); date != dates.end(); ++date)
    if (date->kind == DateKind::kPublished && (best == dates.end() || rank(*date) < rank(*best))) best = date;
  if (best != dates.end()) std::rotate(dates.begin(), best, best + 1);
}

/// The least of the days that the article is not after.
YearBound bound_of(const Origin& origin, const DatePlacement& placement) {
  YearBound bound{placement.now, DateBasis::kText};
  if (placement.trust_mtime && origin.modified && *origin.modified <= bound.day)
    bound = {*origin.modified, DateBasis::kMtime};
  if (placement.reference && *placement.reference <= bound.day)
    bound = {*placement.reference, DateBasis::kReference};
  return bound;
}

/// The date whose year is asked for: the first published one that lacks it, else the first updated one.
ArticleDate* principal_of(Article& article) {
  for (const DateKind kind : {DateKind::kPublished, DateKind::kUpdated})
    for (ArticleDate& date : article.dates)
      if (date.kind == kind && lacks_year(date)) return &date;
  return nullptr;
}

YearClues clues_of(const Article& article, const ArticleDate& date, const DatePlacement& placement,
                   const DateEvidence& evidence) {
  return {.date = date.value,
          .stated_basis = date.basis,
          .minute = date.minute,
          .bound = bound_of(article.origin, placement),
          .date_weekday = weekday_of_date(date.evidence),
          .text_weekday = first_weekday(article.text),
          .path = dates_in_path(article.origin.path),
          .neighbours = evidence.neighbours(article.origin),
          .names = evidence.shared_names(article)};
}

/// Gives `date` the first of the years, if it stands out, and keeps the others as candidates.
void take_best(ArticleDate& date, const std::vector<RankedYear>& years) {
  const bool stands_out = !years.empty() && years.front().weight >= kLeastWeight && years.front().lift > 1;
  for (size_t i = stands_out ? 1 : 0; i < years.size(); ++i) {
    if (years[i].weight < kLeastCandidate || date.candidates.size() == kMostCandidates) break;
    date.candidates.push_back({years[i].value, static_cast<float>(years[i].weight), years[i].why});
  }
  if (!stands_out) {
    date.why = DEPECHE_TR("no year stands out");
    return;
  }
  const RankedYear& best = years.front();
  infer(date, best.value, static_cast<float>(best.weight), best.why);
  date.basis = best.basis;
}

/// `date` states the same day as `principal`, which has the candidates.
void place_as(ArticleDate& date, const ArticleDate& principal) {
  if (!principal.inferred) {
    date.why = principal.why;
    return;
  }
  infer(date, principal.value, principal.confidence, DEPECHE_TR("as the date of publication"));
  date.basis = principal.basis;
}

}  // namespace

void place_own_dates(Article& article, const DatePlacement& placement) {
  const auto stated = std::ranges::find_if(article.dates, [](const ArticleDate& date) {
    return is_of_article(date) && !date.inferred && date.value.precision() == Precision::kDay;
  });
  if (stated != article.dates.end()) {
    const Day known = *stated->value.first_day();
    for (ArticleDate& date : article.dates)
      if (lacks_year(date)) place_near(date, known, kNearStatedDate);
  }
  if (std::ranges::none_of(article.dates, is_of_article))
    if (auto date = date_of_file(article.origin, placement)) article.dates.push_back(std::move(*date));
  move_best_to_front(article.dates);
}

bool needs_year(const Article& article) { return std::ranges::any_of(article.dates, lacks_year); }

std::string placement_key(const Article& article, const DatePlacement& placement) {
  if (!needs_year(article)) return "";
  std::string key;
  if (placement.reference) key += " reference " + to_compact(*placement.reference);
  if (placement.trust_mtime && article.origin.modified)
    key += " mtime " + to_compact(*article.origin.modified);
  for (const PathDate& part : dates_in_path(article.origin.path)) key += " path " + to_edtf(part.value);
  return key;
}

void place_year(Article& article, const DatePlacement& placement, const DateEvidence& evidence) {
  ArticleDate* const principal = principal_of(article);
  if (!principal) return;
  const PartialDate asked = principal->value;
  const std::vector<RankedYear> years = rank_years(clues_of(article, *principal, placement, evidence));
  take_best(*principal, years);
  for (ArticleDate& date : article.dates) {
    if (&date == principal || !lacks_year(date)) continue;
    if (date.value == asked)
      place_as(date, *principal);
    else if (const auto known = principal->value.first_day())
      place_near(date, *known, principal->confidence);
  }
  move_best_to_front(article.dates);
}

void unplace_dates(Article& article) {
  for (ArticleDate& date : article.dates) {
    if (date.stated) {
      date.value = date.stated->value;
      date.basis = date.stated->basis;
      date.stated.reset();
      date.inferred = false;
      date.confidence = 1;
    }
    if (!lacks_year(date)) continue;
    date.candidates.clear();
    date.why.clear();
  }
}

}  // namespace depeche
