#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace depeche {

/// Byte offsets at which sentences of well-formed UTF-8 text begin, ascending; every paragraph (line) begins
/// one. ICU's French sentence rules with abbreviations suppressed (CLDR "ss=standard": « M. Dupont » is no
/// end). Thread-safe.
std::vector<uint32_t> sentence_starts(std::string_view text);

}  // namespace depeche
