#include "corpus/lexicon/pattern.h"

#include "common/text/utf8.h"

namespace depeche {

std::string pattern_of(std::string_view word) {
  std::string out;
  for (size_t pos = 0; pos < word.size();) {
    const char32_t c = next_code_point(word, pos);
    if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c - 'A' + 'a');
    else
      out += c < 0x80 ? static_cast<char>(c) : '?';
  }
  return out;
}

}  // namespace depeche
