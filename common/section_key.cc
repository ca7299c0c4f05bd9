#include "common/section_key.h"

#include <algorithm>

namespace depeche {

std::string section_key(Analyzer& analyzer, std::string_view text) {
  constexpr size_t kLeastPlural = 4;
  std::string spaced(text);
  std::ranges::replace(spaced, '_', ' ');  // which is a letter of a word
  const std::string key = analyzer.key(spaced);
  std::string out;
  for (size_t begin = 0; begin < key.size();) {
    const size_t end = std::min(key.find(' ', begin), key.size());
    std::string_view word = std::string_view(key).substr(begin, end - begin);
    if (word.size() >= kLeastPlural && (word.ends_with('s') || word.ends_with('x'))) word.remove_suffix(1);
    if (word != "et") out.append(out.empty() ? "" : " ").append(word);
    begin = end + 1;
  }
  return out.empty() ? key : out;
}

}  // namespace depeche
