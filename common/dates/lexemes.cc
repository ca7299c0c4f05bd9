#include "common/dates/lexemes.h"

#include <algorithm>

#include "common/date_scan.h"

namespace depeche {

bool may_begin_date(std::string_view text, size_t pos, size_t figures) {
  if (figures == 8) return true;
  const char behind = pos + figures < text.size() ? text[pos + figures] : '\0';
  if (figures == 4) return behind == '-' || behind == '/';
  if (figures > 2) return false;
  constexpr std::string_view kBehind = "-/. \teEhH:";
  return kBehind.find(behind) != std::string_view::npos ||
         kByteClasses[static_cast<unsigned char>(behind)] == kHighByte;
}

TimeWordReading fold_time_word(std::string_view text, size_t begin) {
  TimeWordReading word;
  size_t pos = begin;
  while (pos < text.size()) {
    const LetterReading letter = letter_at(text, pos);
    if (letter.number == 0 || letter.number == kBeyond) break;
    const unsigned small = 'a' - 1 + letter.number;
    if (word.size < 8)
      word.key.low |= uint64_t{small} << 8 * word.size;
    else if (word.size < FoldedWord::kMaxLetters)
      word.key.high |= uint32_t{small} << 8 * (word.size - 8);
    ++word.size;
    pos += letter.bytes;
  }
  if (pos < text.size() && class_at(text, pos) == kHighByte) {
    const FoldedWord folded = read_word(text, begin);
    return {TimeWordKey::of(folded.view()), folded.size, folded.end};
  }
  word.end = pos;
  if (word.size > FoldedWord::kMaxLetters) word.size = 0;
  return word;
}

unsigned roman_value(std::string_view letters) {
  unsigned value = 0, before = 0;
  for (size_t i = letters.size(); i-- > 0;) {
    const unsigned one = letters[i] == 'I' ? 1 : letters[i] == 'V' ? 5 : letters[i] == 'X' ? 10 : 0;
    if (one == 0) return 0;
    value = one < before ? value - one : value + one;
    before = std::max(before, one);
  }
  return letters.size() <= 8 && value < 40 ? value : 0;
}

size_t ordinal_end(std::string_view text, size_t pos) {
  constexpr std::string_view kSuffixes[] = {"e", "er", "ere", "eme", "ieme", "re", "nd", "nde"};
  const FoldedWord word = read_word(text, pos);
  for (const std::string_view suffix : kSuffixes)
    if (word.view() == suffix) return word.end;
  return pos;
}

}  // namespace depeche
