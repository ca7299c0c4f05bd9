#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace depeche {

/// Byte offsets at which sentences of well-formed UTF-8 text begin, ascending; every paragraph (line) begins
/// one, and elsewhere white space stands before it. ICU's French sentence rules, but no sentence begins
/// behind an abbreviation (« M. Dupont », « le 12 févr. 2019 »), an initial (« J. Dupont »), or a question
/// mark in the place of a lost letter (« s?reté »). Thread-safe.
std::vector<uint32_t> sentence_starts(std::string_view text);

}  // namespace depeche
