#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// A part of a text that is to be written otherwise.
struct Rewriting {
  size_t begin = 0, end = 0;  // bytes of the text as given, on code points
  std::string text;           // what stands there instead; never empty
};

/// The words of UTF-8 that was read as windows-1252 and encoded again, once or several times ("Ã©" for é,
/// "â€™" for ’), with their right spelling; in order, apart from each other. Sequences that French does not
/// write otherwise are always read back; where they outnumber the accents of a text all sequences are, and a
/// no-break space that has become a space ("Ã " for à) too. Empty for a text without damage.
/// Precondition: well-formed UTF-8 in NFC; applying the result keeps both.
std::vector<Rewriting> read_double_encoding(std::string_view text);

}  // namespace depeche
