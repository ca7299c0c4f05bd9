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
/// inferred, with its confidence; field, span and evidence stay. In the path, what agrees in day or month
/// goes before what is nearest to the file, and a month that differs gives the nearest such day. Without any
/// of them it stays a day and month. Also gives an undated article the day of its path (2019/02/13) or, if
/// trusted, of its file. Moves the best published date (stated, inferred, without year) to the front. Placing
/// again changes nothing.
void place_dates(Article& article, const DatePlacement& placement);

/// Adds the full dates stated in the text as event dates (basis text), those already read there aside. An
/// impossible date in running text is left out: it is no reason to reject. Adding again adds nothing.
void add_event_dates(Article& article);

}  // namespace depeche
