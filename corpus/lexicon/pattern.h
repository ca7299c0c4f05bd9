#pragma once

#include <string>
#include <string_view>

namespace depeche {

/// What a word looks like when all its accented letters and ligatures are lost: ASCII letters in lower case,
/// a `?` for anything else. "Sûreté" -> "s?ret?". Precondition: well-formed UTF-8.
std::string pattern_of(std::string_view word);

/// Between the words of a line of the lexicon's table stands the number of bytes that the next one shares
/// with the one before, as one of these: none is a letter, or a byte of a letter outside ASCII.
constexpr char kFirstCount = '0', kLastCount = '@';

}  // namespace depeche
