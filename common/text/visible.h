#pragma once

#include <string>
#include <string_view>

namespace depeche {

/// `text` as one line that is safe on any terminal: C0 and C1 controls and DEL as \xNN (line feed and tab
/// too), bidi controls, line separators and U+FEFF as \u{NNNN}, ill-formed UTF-8 as U+FFFD. For paths and
/// excerpts in messages.
std::string visible_text(std::string_view text);

}  // namespace depeche
