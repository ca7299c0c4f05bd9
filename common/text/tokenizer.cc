#include "common/text/tokenizer.h"

#include <array>

#include <unicode/uchar.h>

#include "common/text/utf8.h"

namespace depeche {
namespace {

enum CharClass : uint8_t { kSeparator = 0, kLetter = 1, kDigit = 2, kMark = 4, kCapital = 8, kIgnored = 16 };
constexpr uint8_t kWordClass = kLetter | kDigit;

uint8_t classify(char32_t c) {
  if (c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D) return kIgnored;
  if (is_apostrophe(c)) return kSeparator;  // U+02BC is a letter to Unicode
  const uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  uint8_t result = 0;
  if (mask & U_GC_L_MASK) result |= kLetter;
  if (mask & U_GC_N_MASK) result |= (mask & U_GC_ND_MASK) ? kDigit : kLetter;
  if (mask & U_GC_M_MASK) result |= kMark;
  if (mask & (U_GC_LU_MASK | U_GC_LT_MASK)) result |= kCapital;
  return result;
}

/// Classes of what French is written with; the rest asks ICU.
constexpr char32_t kTableSize = 0x250;
const std::array<uint8_t, kTableSize>& class_table() {
  static const auto table = [] {
    std::array<uint8_t, kTableSize> classes{};
    for (char32_t c = 0; c < kTableSize; ++c) classes[c] = classify(c);
    return classes;
  }();
  return table;
}

inline uint8_t class_of(char32_t c) {
  static const auto& table = class_table();
  if (c < kTableSize) return table[c];
  return c == kInvalid ? uint8_t{kSeparator} : classify(c);
}

struct Char {
  char32_t code = 0;
  uint8_t classes = kSeparator;
  size_t end = 0;
};

Char char_at(std::string_view text, size_t pos) {
  Char c;
  c.end = pos;
  if (pos >= text.size()) return c;
  if (const auto byte = static_cast<unsigned char>(text[pos]); byte < 0x80)
    return {byte, class_of(byte), pos + 1};
  c.code = next_code_point(text, c.end);
  c.classes = class_of(c.code);
  return c;
}

/// Number of letters a to z from `pos`.
size_t plain_letters(std::string_view text, size_t pos) {
  size_t end = pos;
  while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  return end - pos;
}

bool is_digit_separator(char32_t c) { return c == '.' || c == ','; }

}  // namespace

bool Tokenizer::skip_to_word(size_t& paragraphs) {
  while (pos_ < text_.size()) {
    const Char c = char_at(text_, pos_);
    if (c.classes & kWordClass) return true;
    if (c.code == '\n' || c.code == 0x2029) ++paragraphs;
    pos_ = c.end;
  }
  return false;
}

Atom Tokenizer::read_atom() {
  Atom atom;
  atom.begin = pos_;
  size_t letters = 0, capitals = 0;
  bool last_is_digit = false;
  for (;;) {
    if (pos_ > atom.begin) {  // the greater part of a word needs no table
      const size_t run = plain_letters(text_, pos_);
      if (run > 0) last_is_digit = false;
      letters += run;
      atom.code_points += static_cast<uint32_t>(run);
      pos_ += run;
    }
    Char c = char_at(text_, pos_);
    if (last_is_digit && is_digit_separator(c.code)) {
      const Char after = char_at(text_, c.end);
      if (!(after.classes & kDigit)) break;
      c = after;
    }
    if (!(c.classes & (kWordClass | kMark | kIgnored))) break;
    const bool first = pos_ == atom.begin;
    if (first) atom.starts_with_digit = (c.classes & kDigit) != 0;
    if (first) atom.starts_with_capital = (c.classes & kCapital) != 0;
    if (c.classes & kLetter) ++letters;
    if (c.classes & kCapital) ++capitals;
    if (c.classes & kIgnored)
      atom.cleaned = true;
    else
      ++atom.code_points;
    last_is_digit = (c.classes & kDigit) != 0;
    pos_ = c.end;
  }
  atom.end = pos_;
  atom.all_capitals = letters >= 2 && capitals == letters;
  if (letters == 1 && capitals == 1 && atom.code_points == 1) extend_dotted(atom);
  if (letters == atom.code_points && !atom.dotted) extend_symbols(atom);
  return atom;
}

void Tokenizer::extend_dotted(Atom& atom) {
  for (;;) {
    const Char dot = char_at(text_, pos_);
    const Char capital = char_at(text_, dot.end);
    if (dot.code != '.' || !(capital.classes & kCapital)) return;
    if (char_at(text_, capital.end).classes & (kWordClass | kMark)) return;
    pos_ = capital.end;
    atom.end = pos_;
    atom.dotted = atom.all_capitals = true;
    ++atom.code_points;
  }
}

void Tokenizer::extend_symbols(Atom& atom) {
  const std::string_view rest = text_.substr(pos_);
  size_t length = 0;
  if (atom.code_points <= 3 && rest.starts_with("++")) length = 2;
  if (atom.code_points == 1 && rest.starts_with("#")) length = 1;
  if (length == 0 || (char_at(text_, pos_ + length).classes & kWordClass)) return;
  pos_ += length;
  atom.end = pos_;
  atom.code_points += static_cast<uint32_t>(length);
}

Joiner Tokenizer::read_joiner(const Atom& left) {
  const Char joiner = char_at(text_, pos_);
  const Char after = char_at(text_, joiner.end);
  if (!(after.classes & kWordClass)) return Joiner::kNone;
  if (is_hyphen(joiner.code)) {
    pos_ = joiner.end;
    return Joiner::kHyphen;
  }
  if (!is_apostrophe(joiner.code) || !(after.classes & kLetter) || left.starts_with_digit)
    return Joiner::kNone;
  pos_ = joiner.end;
  return Joiner::kApostrophe;
}

bool Tokenizer::next_chunk(std::vector<Atom>& chunk, size_t& paragraphs) {
  chunk.clear();
  paragraphs = 0;
  if (!skip_to_word(paragraphs)) return false;
  do {
    chunk.push_back(read_atom());
    chunk.back().after = read_joiner(chunk.back());
  } while (chunk.back().after != Joiner::kNone);
  return true;
}

std::string clean_form(std::string_view atom) {
  std::string kept;
  for (size_t pos = 0; pos < atom.size();) {
    const size_t start = pos;
    if (!(class_of(next_code_point(atom, pos)) & kIgnored)) kept.append(atom.substr(start, pos - start));
  }
  return to_nfc(kept);
}

}  // namespace depeche
