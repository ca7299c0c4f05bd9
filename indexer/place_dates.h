#pragma once

#include <optional>
#include <string>

#include "common/article.h"
#include "indexer/date_evidence.h"

namespace depeche {

/// Options that bound the year of a date that states none.
struct DatePlacement {
  std::optional<Day> reference;  // --reference-date
  bool trust_mtime = false;      // --trust-mtime
  Day now{};                     // the day of the run
};

/// Decides what an article and its file tell alone: a published or updated date without its year is the such
/// day nearest to the first date of both kinds that is stated in full; an undated article has the day of its
/// path (2019/02/13) or, if trusted, of its file. Marked inferred. Moves the best published date (stated,
/// inferred, without year) to the front. Placing again changes nothing.
void place_own_dates(Article& article, const DatePlacement& placement);

/// Whether place_year() has something to decide: the best published date still lacks its year.
bool needs_year(const Article& article);

/// What place_year() reads of the article's own file and of the options, as text: a change of it is a change
/// of the article. "" where the article does not need a year.
std::string placement_key(const Article& article, const DatePlacement& placement);

/// Gives a year to the published and updated dates that lack it: the likeliest one (indexer/year_model.h) not
/// after the reference date, the day of the run and, if trusted, of the file; the others become candidates
/// with their weights and reasons. A year that is hardly likelier than others (weight below 0.15, or for
/// which only recency speaks) is not taken: the date stays a day and month, with all candidates. Placing
/// again, with other evidence, begins from what is stated. Thread-safe where `evidence` is frozen.
void place_year(Article& article, const DatePlacement& placement, const DateEvidence& evidence);

/// Takes back what place_own_dates() and place_year() decided of dates that lack their year.
void unplace_dates(Article& article);

}  // namespace depeche
