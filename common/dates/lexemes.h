#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "common/dates/words.h"

// What the lexer sees of a text before it knows words: looked at for each byte of each article, hence tables
// and inline functions.

namespace depeche {

/// Classes of bytes. kHighByte belongs to a longer character.
enum ByteClass : uint8_t { kOther, kLetter, kDigit, kBlank, kHighByte };

inline constexpr auto kByteClasses = [] {
  std::array<ByteClass, 256> classes{};
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = kDigit;
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = kLetter;
  for (unsigned c = 0x80; c < 256; ++c) classes[c] = kHighByte;
  classes[' '] = classes['\t'] = kBlank;
  return classes;
}();

/// What words that are not of the language are made of, as far as single bytes tell.
inline constexpr auto kWordBytes = [] {
  std::array<bool, 256> bytes{};
  for (unsigned c = 0; c < 0x80; ++c) bytes[c] = kByteClasses[c] == kLetter || kByteClasses[c] == kDigit;
  bytes['_'] = true;
  return bytes;
}();

inline ByteClass class_at(std::string_view text, size_t pos) {
  return kByteClasses[static_cast<unsigned char>(text[pos])];
}

/// 1..26 for a letter of ASCII, kBeyond for a byte of a longer character, 0 for any other.
inline constexpr unsigned kBeyond = 27;
inline constexpr auto kLetterNumbers = [] {
  std::array<uint8_t, 256> numbers{};
  for (unsigned c = 'a'; c <= 'z'; ++c) numbers[c] = numbers[c - 'a' + 'A'] = uint8_t(c - 'a' + 1);
  for (unsigned c = 0x80; c < 256; ++c) numbers[c] = kBeyond;
  return numbers;
}();

/// The letters U+00C0 to U+00FF without their accents, by the second byte of their UTF-8; 0 for those that no
/// word of the language has.
inline constexpr auto kAccentedNumbers = [] {
  std::array<uint8_t, 64> numbers{};
  constexpr std::string_view kPlain = "a.a....ceeee..ii....o....u.u....";  // of U+00E0 to U+00FF
  static_assert(kPlain.size() == 32);
  for (size_t i = 0; i < kPlain.size(); ++i)
    if (kPlain[i] != '.') numbers[i] = numbers[i + 32] = uint8_t(kPlain[i] - 'a' + 1);
  return numbers;
}();

/// A letter as its number, as above, and the bytes that it takes.
struct LetterReading {
  unsigned number = 0;
  size_t bytes = 1;
};

inline LetterReading letter_at(std::string_view text, size_t pos) {
  if (pos >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[pos]);
  if (byte != 0xC3 || pos + 1 >= text.size()) return {kLetterNumbers[byte], 1};
  const auto second = static_cast<unsigned char>(text[pos + 1]);
  const unsigned number = second < 0x80 || second > 0xBF ? 0 : kAccentedNumbers[second - 0x80];
  return {number ? number : kBeyond, 2};
}

/// Whether a word of the language may begin at the letter `pos`: the first filter, which lets few others
/// through.
inline bool may_begin_time_word(std::string_view text, size_t pos, const TimeWordBeginnings& beginnings) {
  const LetterReading first = letter_at(text, pos), second = letter_at(text, pos + first.bytes);
  const LetterReading third =
      second.number ? letter_at(text, pos + first.bytes + second.bytes) : LetterReading{};
  if (first.number == kBeyond || second.number == kBeyond || third.number == kBeyond) return true;
  return beginnings.has(first.number, second.number, third.number) || text[pos] == 'I' || text[pos] == 'V' ||
         text[pos] == 'X';  // a Roman numeral
}

/// Whether the figures at `pos` may begin an absolute date or a time, by their count and what stands behind
/// them.
bool may_begin_date(std::string_view text, size_t pos, size_t figures);

/// A word and where it ends; folded, without letters where no word of the language has such.
struct TimeWordReading {
  TimeWordKey key;
  size_t size = 0, end = 0;
};

/// Reads the word that begins at the letter `begin`. It ends at the first code point that no word of the
/// language has.
TimeWordReading fold_time_word(std::string_view text, size_t begin);

/// Whether the byte begins a letter of two bytes: À to ɏ, but for the signs among them.
inline bool begins_latin_letter(std::string_view text, size_t pos) {
  const auto lead = static_cast<unsigned char>(text[pos]);
  if (lead < 0xC3 || lead > 0xC9 || pos + 1 >= text.size()) return false;
  const auto next = static_cast<unsigned char>(text[pos + 1]);
  return (next & 0xC0) == 0x80 && !(lead == 0xC3 && (next == 0x97 || next == 0xB7));
}

/// The value of a Roman numeral of capitals up to XXXIX; 0 if it is none. Centuries need no more.
unsigned roman_value(std::string_view letters);

/// « e », « eme », « er »... behind a number: where it ends, `pos` if there is none.
size_t ordinal_end(std::string_view text, size_t pos);

}  // namespace depeche
