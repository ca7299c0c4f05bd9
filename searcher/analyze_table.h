#pragma once

#include <ostream>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"

namespace depeche {

/// The table of --analyze: a header row, then a row a token, columns aligned by display width. Offsets are
/// bytes of `text`, begin-end, end not included. A compound stands before its parts; its position, which is
/// its first part's, is in brackets: it has none of its own. `tokens` as analyze() made them of `text`.
void print_analysis(std::string_view text, const std::vector<Token>& tokens, std::ostream& out);

}  // namespace depeche
