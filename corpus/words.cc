#include "corpus/words.h"

#include <unicode/uchar.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

bool is_word_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return c != kInvalid && u_isalnum(static_cast<UChar32>(c));
}

bool is_space(char32_t c) { return c == 0xFEFF || u_isUWhiteSpace(static_cast<UChar32>(c)); }

}  // namespace

std::vector<Word> split_words(std::string_view line) {
  std::vector<Word> words;
  size_t begin = std::string_view::npos;
  const auto close = [&](size_t end) {
    if (begin == std::string_view::npos) return;
    words.push_back({begin, end, fold(line.substr(begin, end - begin))});
    begin = std::string_view::npos;
  };
  for (size_t pos = 0; pos < line.size();) {
    const size_t start = pos;
    const char32_t c = next_code_point(line, pos);
    if (!is_word_letter(c))
      close(start);
    else if (begin == std::string_view::npos)
      begin = start;
  }
  close(line.size());
  return words;
}

std::string_view trim(std::string_view text) {
  size_t begin = 0;
  while (begin < text.size()) {
    size_t next = begin;
    if (!is_space(next_code_point(text, next))) break;
    begin = next;
  }
  size_t end = text.size();
  while (end > begin) {
    size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    size_t next = last;
    if (!is_space(next_code_point(text, next)) || next != end) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

bool is_capital_at(std::string_view text, size_t pos) {
  if (pos >= text.size()) return false;
  const char32_t c = next_code_point(text, pos);
  return c != kInvalid && u_isupper(static_cast<UChar32>(c));
}

}  // namespace depeche
