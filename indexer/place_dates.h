#pragma once

#include <optional>

#include "common/article.h"

namespace depeche {

struct DatePlacement {
  std::optional<Day> reference;  // --reference-date
  bool trust_mtime = false;      // --trust-mtime
};

/// Decides what the source leaves open. A published or updated date without its year gets the year of the
/// latest such day not after the reference date (basis reference), else of a year in the path (basis path;
/// 2019/…, 2019-02/…, 20190213), else, only if trusted, of the file's modification day (basis mtime); marked
/// inferred, with its confidence. Without any of them it stays a day and month. Also gives an undated article
/// the day of its path (2019/02/13) or, if trusted, of its file. Moves the best published date to the front.
void place_dates(Article& article, const DatePlacement& placement);

/// Adds the full dates stated in the text as event dates (basis text), the dateline and header aside.
void add_event_dates(Article& article);

}  // namespace depeche
