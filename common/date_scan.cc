#include "common/date_scan.h"

#include <unicode/uchar.h>

#include "common/text/utf8.h"

namespace depeche {
namespace {

constexpr DateWord kDateWords[] = {
    {.text = "janvier", .month = 1},
    {.text = "janv", .month = 1, .abbreviation = true},
    {.text = "jan", .month = 1, .abbreviation = true},
    {.text = "fevrier", .month = 2},
    {.text = "fevr", .month = 2, .abbreviation = true},
    {.text = "fev", .month = 2, .abbreviation = true},
    {.text = "mars", .month = 3},
    {.text = "mar", .month = 3, .weekday = 2, .abbreviation = true},
    {.text = "avril", .month = 4},
    {.text = "avr", .month = 4, .abbreviation = true},
    {.text = "mai", .month = 5},
    {.text = "juin", .month = 6},
    {.text = "juillet", .month = 7},
    {.text = "juill", .month = 7, .abbreviation = true},
    {.text = "juil", .month = 7, .abbreviation = true},
    {.text = "aout", .month = 8},
    {.text = "septembre", .month = 9},
    {.text = "sept", .month = 9, .abbreviation = true},
    {.text = "sep", .month = 9, .abbreviation = true},
    {.text = "octobre", .month = 10},
    {.text = "oct", .month = 10, .abbreviation = true},
    {.text = "novembre", .month = 11},
    {.text = "nov", .month = 11, .abbreviation = true},
    {.text = "decembre", .month = 12},
    {.text = "dec", .month = 12, .abbreviation = true},
    {.text = "lundi", .weekday = 1},
    {.text = "lun", .weekday = 1, .abbreviation = true},
    {.text = "mardi", .weekday = 2},
    {.text = "mercredi", .weekday = 3},
    {.text = "mer", .weekday = 3, .abbreviation = true},
    {.text = "jeudi", .weekday = 4},
    {.text = "jeu", .weekday = 4, .abbreviation = true},
    {.text = "vendredi", .weekday = 5},
    {.text = "ven", .weekday = 5, .abbreviation = true},
    {.text = "samedi", .weekday = 6},
    {.text = "sam", .weekday = 6, .abbreviation = true},
    {.text = "dimanche", .weekday = 7},
    {.text = "dim", .weekday = 7, .abbreviation = true},
    {.text = "premier", .day = 1},
    {.text = "january", .month = 1, .english = true},
    {.text = "february", .month = 2, .english = true},
    {.text = "feb", .month = 2, .abbreviation = true, .english = true},
    {.text = "march", .month = 3, .english = true},
    {.text = "april", .month = 4, .english = true},
    {.text = "apr", .month = 4, .abbreviation = true, .english = true},
    {.text = "may", .month = 5, .english = true},
    {.text = "june", .month = 6, .english = true},
    {.text = "jun", .month = 6, .abbreviation = true, .english = true},
    {.text = "july", .month = 7, .english = true},
    {.text = "jul", .month = 7, .abbreviation = true, .english = true},
    {.text = "august", .month = 8, .english = true},
    {.text = "aug", .month = 8, .abbreviation = true, .english = true},
    {.text = "september", .month = 9, .english = true},
    {.text = "october", .month = 10, .english = true},
    {.text = "november", .month = 11, .english = true},
    {.text = "december", .month = 12, .english = true},
    {.text = "monday", .weekday = 1, .english = true},
    {.text = "mon", .weekday = 1, .abbreviation = true, .english = true},
    {.text = "tuesday", .weekday = 2, .english = true},
    {.text = "tue", .weekday = 2, .abbreviation = true, .english = true},
    {.text = "wednesday", .weekday = 3, .english = true},
    {.text = "wed", .weekday = 3, .abbreviation = true, .english = true},
    {.text = "thursday", .weekday = 4, .english = true},
    {.text = "thu", .weekday = 4, .abbreviation = true, .english = true},
    {.text = "friday", .weekday = 5, .english = true},
    {.text = "fri", .weekday = 5, .abbreviation = true, .english = true},
    {.text = "saturday", .weekday = 6, .english = true},
    {.text = "sat", .weekday = 6, .abbreviation = true, .english = true},
    {.text = "sunday", .weekday = 7, .english = true},
    {.text = "sun", .weekday = 7, .abbreviation = true, .english = true},
};

constexpr size_t kPrefix = 3;

constexpr bool words_fit() {
  for (const DateWord& word : kDateWords)
    if (word.text.size() < kPrefix || word.text.size() > FoldedWord::kMaxLetters) return false;
  return true;
}
static_assert(words_fit());

/// The set of the first three letters of date words, five bits each, as a bitmap.
constexpr auto kPrefixes = [] {
  std::array<uint64_t, (1 << 5 * kPrefix) / 64> bits{};
  for (const DateWord& word : kDateWords) {
    unsigned prefix = 0;
    for (size_t i = 0; i < kPrefix; ++i) prefix = prefix << 5 | unsigned(word.text[i] - 'a');
    bits[prefix / 64] |= uint64_t{1} << prefix % 64;
  }
  return bits;
}();

/// 0..25 for an ASCII letter of any case, more for any other byte.
constexpr unsigned letter_index(unsigned char c) {
  return c < 0x80 ? static_cast<unsigned>((c | 0x20) - 'a') : 0xFF;
}

/// The folded letter of a code point that date words are written with; 0 for any other.
char fold_letter(char32_t c) {
  if (c < 0x80) {
    const unsigned index = letter_index(static_cast<unsigned char>(c));
    return index < 26 ? static_cast<char>('a' + index) : '\0';
  }
  switch (c) {
    case U'à':
    case U'â':
    case U'À':
    case U'Â':
      return 'a';
    case U'é':
    case U'è':
    case U'ê':
    case U'ë':
    case U'É':
    case U'È':
    case U'Ê':
    case U'Ë':
    case U'ᵉ':
      return 'e';
    case U'î':
    case U'ï':
    case U'Î':
    case U'Ï':
      return 'i';
    case U'ô':
    case U'Ô':
      return 'o';
    case U'ç':
    case U'Ç':
      return 'c';
    case U'û':
    case U'ù':
    case U'Û':
    case U'Ù':
      return 'u';
    case U'ʳ':
      return 'r';
    default:
      return '\0';
  }
}

bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

size_t step_back(std::string_view text, size_t pos) {
  size_t start = pos - 1;
  while (start > 0 && pos - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return start;
}

}  // namespace

std::span<const DateWord> date_words() { return kDateWords; }

const DateWord* find_date_word(std::string_view folded) {
  if (folded.empty()) return nullptr;
  for (const DateWord& word : kDateWords)
    if (word.text.front() == folded.front() && word.text == folded) return &word;
  return nullptr;
}

bool may_begin_date_word(std::string_view text, size_t pos) {
  unsigned prefix = 0;
  for (size_t i = 0; i < kPrefix; ++i) {
    if (pos == text.size()) return false;
    const auto c = static_cast<unsigned char>(text[pos]);
    unsigned letter = letter_index(c);
    if (letter < 26) {
      ++pos;
    } else if (c < 0x80) {
      return false;
    } else {
      const char folded = fold_letter(next_code_point(text, pos));
      if (!folded) return true;  // perhaps a combining accent: for read_word() to say
      letter = unsigned(folded - 'a');
    }
    prefix = prefix << 5 | letter;
  }
  return kPrefixes[prefix / 64] >> prefix % 64 & 1;
}

FoldedWord read_word(std::string_view text, size_t pos) {
  FoldedWord word;
  word.end = pos;
  while (word.end < text.size()) {
    size_t next = word.end;
    const auto byte = static_cast<unsigned char>(text[next]);
    const char32_t c = byte < 0x80 ? text[next++] : next_code_point(text, next);
    if (const char letter = fold_letter(c)) {
      if (word.size == FoldedWord::kMaxLetters) return {};
      word.letters[word.size++] = letter;
    } else if (!is_combining(c) || word.size == 0) {
      return c >= 0x80 && u_isalpha(static_cast<UChar32>(c)) ? FoldedWord{} : word;
    }
    word.end = next;
  }
  return word;
}

FoldedWord read_word_before(std::string_view text, size_t end) {
  size_t start = end;
  for (size_t letters = 0; start > 0 && letters <= FoldedWord::kMaxLetters; ++letters) {
    if (!u_isalpha(static_cast<UChar32>(code_point_before(text, start)))) break;
    start = step_back(text, start);
  }
  const FoldedWord word = read_word(text.substr(0, end), start);
  return word.end == end ? word : FoldedWord{};
}

bool DateScan::blanks() {
  const size_t start = pos_;
  while (pos_ < text_.size()) {
    size_t next = pos_;
    const auto byte = static_cast<unsigned char>(text_[next]);
    if (!is_blank(byte < 0x80 ? text_[next++] : next_code_point(text_, next))) break;
    pos_ = next;
  }
  return pos_ > start;
}

bool DateScan::literal(char c) {
  if (pos_ == text_.size() || text_[pos_] != c) return false;
  ++pos_;
  return true;
}

bool DateScan::separator() {
  const bool blank = blanks();
  size_t next = pos_;
  if (next == text_.size()) return blank;
  switch (next_code_point(text_, next)) {
    case U'-':
    case U'–':
    case U'—':
    case U'|':
    case U',':
      pos_ = next;
      blanks();
      return true;
    default:
      return blank;
  }
}

std::optional<unsigned> DateScan::number(size_t min, size_t max) {
  unsigned value = 0;
  size_t end = pos_;
  while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') {
    if (end - pos_ == max) return std::nullopt;
    value = value * 10 + unsigned(text_[end++] - '0');
  }
  if (end - pos_ < min) return std::nullopt;
  pos_ = end;
  return value;
}

size_t DateScan::figures() const {
  size_t end = pos_;
  while (end < text_.size() && end - pos_ < 9 && text_[end] >= '0' && text_[end] <= '9') ++end;
  return end - pos_;
}

bool DateScan::word(std::string_view folded) {
  const FoldedWord found = read_word(text_, pos_);
  if (found.view() != folded) return false;
  pos_ = found.end;
  return true;
}

const DateWord* DateScan::date_word() {
  const FoldedWord found = read_word(text_, pos_);
  const DateWord* word = find_date_word(found.view());
  if (!word) return nullptr;
  pos_ = found.end;
  if (word->abbreviation) literal('.');
  return word;
}

std::pair<size_t, size_t> trim_blanks(std::string_view text) {
  const auto outer = [](char32_t c) { return is_blank(c) || c == '\n' || c == '\r'; };
  size_t begin = 0, end = text.size();
  while (end > 0 && outer(code_point_before(text, end))) end = step_back(text, end);
  while (begin < end) {
    size_t next = begin;
    if (!outer(next_code_point(text, next))) break;
    begin = next;
  }
  return {begin, end};
}

size_t skip_blanks_back(std::string_view text, size_t pos) {
  while (pos > 0 && is_blank(code_point_before(text, pos))) pos = step_back(text, pos);
  return pos;
}

char32_t code_point_before(std::string_view text, size_t pos) {
  return pos == 0 ? 0 : code_point_at(text, step_back(text, pos));
}

char32_t code_point_at(std::string_view text, size_t pos) {
  return pos < text.size() ? next_code_point(text, pos) : 0;
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return letter_index(static_cast<unsigned char>(c)) < 26 || (c >= '0' && c <= '9') || c == '_';
  return c != kInvalid && u_isalnum(static_cast<UChar32>(c));
}

}  // namespace depeche
