#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// A run of letters and digits.
struct Word {
  size_t begin = 0, end = 0;  // bytes
  std::string folded;         // common/text/fold.h
};

/// The words of a line, by offset.
std::vector<Word> split_words(std::string_view line);

/// Without white space (non-breaking and typographic spaces included) at both ends.
std::string_view trim(std::string_view text);

/// Whether the code point at `pos` is a capital letter.
bool is_capital_at(std::string_view text, size_t pos);

}  // namespace depeche
