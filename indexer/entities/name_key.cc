#include "indexer/entities/name_key.h"

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace depeche::entities {

void append_to_key(std::string& key, std::string_view folded_word) {
  if (!key.empty() && key.back() != ' ') key.push_back(' ');
  for (size_t pos = 0; pos < folded_word.size();) {
    const size_t start = pos;
    const char32_t c = next_code_point(folded_word, pos);
    if (is_apostrophe(c) || is_hyphen(c)) {
      if (!key.empty() && key.back() != ' ') key.push_back(' ');
    } else {
      key.append(folded_word.substr(start, pos - start));
    }
  }
}

std::string name_key(std::string_view name) {
  std::string key;
  append_to_key(key, fold(name));
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

}  // namespace depeche::entities
