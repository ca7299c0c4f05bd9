#pragma once

#include "common/article.h"

namespace depeche {

/// Adds the dates that the text speaks of as event dates (basis text), in its order, those that were read
/// there already aside. What is not stated in full counts from the best published date, where that is a known
/// day, by the convention of an archive: the nearest such day, and none after `now`, the day of the run,
/// unless the words or the sentence speak of the future. It is marked inferred, with the share of right ones
/// measured on news as its confidence, times that of the published date. What has no value, or needs a day
/// that is not known, is left out, and so is an impossible date: it is no reason to reject. Event dates that
/// an earlier call added are replaced.
void add_event_dates(Article& article, Day now);

/// Whether the sentence around a place of the text speaks of what is to come: a verb in the future, « prévu
/// », « prochain ». A cheap guess by single words.
bool speaks_of_future(std::string_view text, size_t begin, size_t end);

}  // namespace depeche
