#pragma once

#include <string_view>

namespace depeche {

/// Whether the line begins a text of a corpus of IRaMuTeQ: `****`, alone or before a blank.
bool is_iramuteq_line(std::string_view line);

/// Whether `head`, decoded and without leading white space, begins with such a line and a variable in it.
bool is_iramuteq(std::string_view head);

}  // namespace depeche
