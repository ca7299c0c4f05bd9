#pragma once

#include <optional>
#include <string_view>

#include "common/civil_date.h"

namespace depeche {

/// A weekday that a text names.
struct TextWeekday {
  unsigned weekday = 0;   // ISO, 1..7
  std::string_view word;  // as written: « mardi », « mardi 12 février »
  PartialDate date;       // the day and month written beside it; empty() for a bare weekday
};

/// The first weekday of `text` that tells a day near its publication: bare (« mardi », not « mardi dernier »,
/// « mardi prochain », « chaque mardi »), or with a day and month but no year (« mardi 12 février »). Names
/// in full only: « mar. » may be a month. nullopt if there is none. The view is of `text`. Linear,
/// thread-safe.
std::optional<TextWeekday> first_weekday(std::string_view text);

/// The weekday written in the words of a date, « mardi 12 février »; nullopt if there is none.
std::optional<TextWeekday> weekday_of_date(std::string_view words);

}  // namespace depeche
