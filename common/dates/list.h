#pragma once

#include <vector>

#include "common/dates/tokens.h"

namespace depeche {

/// Days or months that share what the last of them states, from the token `first` of an island on: « lundi
/// 20, mardi 21 et dimanche 26 avril ». The places of the expressions are set, and `end` is the token behind
/// the list. Empty if there is no such list.
std::vector<TimeExpression> match_list(const TimeIsland& island, size_t first, size_t& end);

}  // namespace depeche
