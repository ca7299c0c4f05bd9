#include "common/dates/tokens.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/clock_time.h"
#include "common/date_scan.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

using Kind = TimeToken::Kind;

/// Words before which an apostrophe stands for a lost vowel.
constexpr std::string_view kElided[] = {"l", "d", "j", "c", "qu", "jusqu", "lorsqu", "aujourd"};

bool is_elided(std::string_view word) {
  for (const std::string_view elided : kElided)
    if (elided == word) return true;
  return false;
}

enum ByteClass : uint8_t { kOther, kLetter, kDigit, kBlank, kHighByte };

constexpr auto kByteClasses = [] {
  std::array<ByteClass, 256> classes{};
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = kDigit;
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = kLetter;
  for (unsigned c = 0x80; c < 256; ++c) classes[c] = kHighByte;
  classes[' '] = classes['\t'] = kBlank;
  return classes;
}();

constexpr auto kWordBytes = [] {
  std::array<bool, 256> bytes{};
  for (unsigned c = 0; c < 0x80; ++c) bytes[c] = kByteClasses[c] == kLetter || kByteClasses[c] == kDigit;
  bytes['_'] = true;
  return bytes;
}();

ByteClass class_at(std::string_view text, size_t pos) {
  return kByteClasses[static_cast<unsigned char>(text[pos])];
}

bool is_blank_mark(char32_t c) { return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F; }

/// The value of a Roman numeral of capitals up to XXXIX; 0 if it is none. Centuries need no more.
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

/// « e », « eme », « er »... behind a number: where it ends, `pos` if there is none.
size_t ordinal_end(std::string_view text, size_t pos) {
  constexpr std::string_view kSuffixes[] = {"e", "er", "ere", "eme", "ieme", "re", "nd", "nde"};
  const FoldedWord word = read_word(text, pos);
  for (const std::string_view suffix : kSuffixes)
    if (word.view() == suffix) return word.end;
  return pos;
}

/// 1..26 for a letter of ASCII, kBeyond for a byte of a longer character, 0 for any other.
constexpr unsigned kBeyond = 27;
constexpr auto kLetterNumbers = [] {
  std::array<uint8_t, 256> numbers{};
  for (unsigned c = 'a'; c <= 'z'; ++c) numbers[c] = numbers[c - 'a' + 'A'] = uint8_t(c - 'a' + 1);
  for (unsigned c = 0x80; c < 256; ++c) numbers[c] = kBeyond;
  return numbers;
}();

unsigned letter_number(std::string_view text, size_t pos) {
  return pos < text.size() ? kLetterNumbers[static_cast<unsigned char>(text[pos])] : 0;
}

/// Whether a word of the language may begin at the letter `pos`: the first filter, which lets few others
/// through.
bool may_begin_time_word(std::string_view text, size_t pos, const TimeWordBeginnings& beginnings) {
  const unsigned first = letter_number(text, pos), second = letter_number(text, pos + 1);
  const unsigned third = second ? letter_number(text, pos + 2) : 0;
  if (second == kBeyond || third == kBeyond || beginnings.has(first, second, third)) return true;
  return text[pos] == 'I' || text[pos] == 'V' || text[pos] == 'X';  // a Roman numeral
}

/// Whether the figures at `pos` may begin an absolute date or a time, by their count and what stands behind
/// them.
bool may_begin_date(std::string_view text, size_t pos, size_t figures) {
  if (figures == 8) return true;
  const char behind = pos + figures < text.size() ? text[pos + figures] : '\0';
  if (figures == 4) return behind == '-' || behind == '/';
  if (figures > 2) return false;
  constexpr std::string_view kBehind = "-/. \teEhH:";
  return kBehind.find(behind) != std::string_view::npos ||
         kByteClasses[static_cast<unsigned char>(behind)] == kHighByte;
}

/// A word and where it ends; folded, without letters where no word of the language has such.
struct ReadWord {
  TimeWordKey key;
  size_t size = 0, end = 0;
};

ReadWord fold_word(std::string_view text, size_t begin) {
  ReadWord word;
  size_t pos = begin;
  for (; pos < text.size(); ++pos) {
    const unsigned letter = letter_number(text, pos);
    if (letter == 0 || letter == kBeyond) break;
    const unsigned small = 'a' - 1 + letter;
    if (word.size < 8)
      word.key.low |= uint64_t{small} << 8 * word.size;
    else if (word.size < FoldedWord::kMaxLetters)
      word.key.high |= uint32_t{small} << 8 * (word.size - 8);
    ++word.size;
  }
  if (pos < text.size() && class_at(text, pos) == kHighByte) {
    const FoldedWord folded = read_word(text, begin);
    return {TimeWordKey::of(folded.view()), folded.size, folded.end};
  }
  word.end = pos;
  if (word.size > FoldedWord::kMaxLetters) word.size = 0;
  return word;
}

/// Whether the byte begins a letter of two bytes: À to ɏ, but for the signs among them.
bool begins_latin_letter(std::string_view text, size_t pos) {
  const auto lead = static_cast<unsigned char>(text[pos]);
  if (lead < 0xC3 || lead > 0xC9 || pos + 1 >= text.size()) return false;
  const auto next = static_cast<unsigned char>(text[pos + 1]);
  return (next & 0xC0) == 0x80 && !(lead == 0xC3 && (next == 0x97 || next == 0xB7));
}

TimeClasses classes_of(const TimeToken& token) {
  switch (token.kind) {
    case Kind::kWord:
      return token.word->classes;
    case Kind::kNumber: {
      TimeClasses classes = class_bit('X') | (token.ordinal ? class_bit('O') : class_bit('N'));
      if (token.figures == 4 && token.number >= 1000 && token.number < 3000) classes |= class_bit('Y');
      if (token.figures <= 2) classes |= class_bit('R');
      if (token.figures <= 2 && token.number >= 1 && token.number <= 31) classes |= class_bit('D');
      return classes;
    }
    case Kind::kRoman:
      return class_bit('X') | class_bit('R');
    case Kind::kDate:
      return class_bit('X') | class_bit('A');
    case Kind::kClock:
      return class_bit('X') | class_bit('T');
    case Kind::kComma:
      return class_bit(',');
    case Kind::kHyphen:
      return class_bit('-');
    case Kind::kSlash:
      break;
  }
  return 0;
}

}  // namespace

void TimeLexer::push(TimeIsland& island, TimeToken token) {
  token.spaced = spaced_;
  token.classes = classes_of(token);
  island.tokens.push_back(token);
  spaced_ = false;
}

bool TimeLexer::read_number(TimeIsland& island) {
  const size_t begin = pos_;
  DateScan scan(text_, begin);
  const size_t figures = scan.figures();
  const bool may_be_date = may_begin_date(text_, begin, figures);
  if (auto date = may_be_date ? read_date_at(text_, begin) : std::nullopt) {
    pos_ = date->end;
    TimeToken token{.kind = Kind::kDate, .begin = uint32_t(begin), .end = uint32_t(pos_)};
    token.number = uint32_t(island.dates.size());
    island.dates.push_back(*date);
    push(island, token);
    return true;
  }
  if (const auto minute = may_be_date ? read_clock_time(scan, false) : std::nullopt) {
    pos_ = scan.pos();
    push(island, {.kind = Kind::kClock, .begin = uint32_t(begin), .end = uint32_t(pos_), .number = *minute});
    return true;
  }
  const auto number = scan.number(1, 9);
  if (!number) return false;
  TimeToken token{.kind = Kind::kNumber, .begin = uint32_t(begin), .number = *number};
  token.figures = uint8_t(figures);
  pos_ = scan.pos();
  if (pos_ < text_.size() && class_at(text_, pos_) != kBlank) {
    const size_t end = ordinal_end(text_, pos_);
    token.ordinal = end > pos_;
    pos_ = end;
  }
  token.end = uint32_t(pos_);
  if (is_word_character(code_point_at(text_, pos_))) return false;
  // 12,5 and 1.000 and 3/4 are no numbers of the language of dates.
  if (pos_ + 1 < text_.size() && (text_[pos_] == ',' || text_[pos_] == '.') &&
      class_at(text_, pos_ + 1) == kDigit)
    return false;
  push(island, token);
  return true;
}

bool TimeLexer::read_word(TimeIsland& island) {
  const size_t begin = pos_;
  const ReadWord word = fold_word(text_, begin);
  if (word.size == 0) return false;
  const TimeWord* known = find_time_word(word.key);
  if (known && (known->month || known->weekday || known->ordinal == 1) &&
      !(island.tokens.size() && island.tokens.back().stuck_before && island.tokens.back().end == begin)) {
    if (auto date = read_date_at(text_, begin)) {
      pos_ = date->end;
      TimeToken token{.kind = Kind::kDate, .begin = uint32_t(begin), .end = uint32_t(pos_)};
      token.number = uint32_t(island.dates.size());
      island.dates.push_back(*date);
      push(island, token);
      return true;
    }
  }
  size_t end = word.end;
  if (!known) {
    if (text_[begin] != 'I' && text_[begin] != 'V' && text_[begin] != 'X') return false;
    // XIXe, XVII e
    size_t capitals = begin;
    while (capitals < text_.size() &&
           (text_[capitals] == 'I' || text_[capitals] == 'V' || text_[capitals] == 'X'))
      ++capitals;
    const unsigned value = roman_value(text_.substr(begin, capitals - begin));
    if (value == 0) return false;
    const size_t suffix = ordinal_end(text_, capitals);
    if (suffix != end && capitals != end) return false;
    pos_ = end;
    push(island, {.kind = Kind::kRoman, .begin = uint32_t(begin), .end = uint32_t(end), .number = value});
    return true;
  }
  if (end < text_.size() && class_at(text_, end) == kDigit && word.size > 1) return false;
  if (known->abbreviation && end < text_.size() && text_[end] == '.') ++end;
  TimeToken token{.kind = Kind::kWord, .begin = uint32_t(begin), .end = uint32_t(end), .word = known};
  size_t next = end;
  if (next < text_.size()) {
    const char32_t c = next_code_point(text_, next);
    if (is_apostrophe(c)) {
      if (!is_elided(known->text)) return false;
      end = next;
    }
  }
  pos_ = end;
  push(island, token);
  return true;
}

bool TimeLexer::read_token(TimeIsland& island) {
  switch (class_at(text_, pos_)) {
    case kDigit:
      return read_number(island);
    case kLetter:
      return may_begin_time_word(text_, pos_, beginnings_) && read_word(island);
    case kHighByte: {
      size_t next = pos_;
      const char32_t c = next_code_point(text_, next);
      if (is_blank_mark(c)) {
        pos_ = next;
        spaced_ = true;
        return true;
      }
      if (is_hyphen(c) || c == U'–' || c == U'—') {
        push(island, {.kind = Kind::kHyphen, .begin = uint32_t(pos_), .end = uint32_t(next)});
        pos_ = next;
        return true;
      }
      return read_word(island);
    }
    case kBlank:
      ++pos_;
      spaced_ = true;
      return true;
    case kOther:
      break;
  }
  const Kind kind = text_[pos_] == ',' ? Kind::kComma : text_[pos_] == '-' ? Kind::kHyphen : Kind::kSlash;
  if (kind == Kind::kSlash && text_[pos_] != '/') return false;
  push(island, {.kind = kind, .begin = uint32_t(pos_), .end = uint32_t(pos_ + 1)});
  ++pos_;
  return true;
}

bool TimeLexer::digit_at(size_t pos) const { return pos < text_.size() && class_at(text_, pos) == kDigit; }

bool TimeLexer::skip_foreign() {
  const std::string_view text = text_;
  size_t pos = pos_;
  const size_t begin = pos;
  while (pos < text.size()) {
    if (kWordBytes[static_cast<unsigned char>(text[pos])]) {
      ++pos;
    } else if (class_at(text, pos) == kHighByte) {
      size_t next = pos;
      if (begins_latin_letter(text, pos))
        next = pos + 2;
      else if (!is_word_character(next_code_point(text, next)))
        break;
      pos = next;
    } else {
      break;
    }
  }
  spaced_ = false;
  pos_ = pos;
  if (pos == text.size()) return false;
  if (pos > begin && class_at(text, pos) == kBlank) return false;
  const char32_t c = next_code_point(text, pos);
  if (pos_ > begin && c == ',') return false;
  pos_ = pos;
  return is_hyphen(c) || is_apostrophe(c) || c == '/' || c == '_';
}

bool TimeLexer::skip_to_candidate() {
  const std::string_view text = text_;
  size_t pos = pos_;
  while (pos < text.size()) {
    const ByteClass kind = class_at(text, pos);
    if (kind == kBlank) {
      ++pos;
      spaced_ = true;
      continue;
    }
    if (kind != kLetter || may_begin_time_word(text, pos, beginnings_)) break;
    while (pos < text.size() && kWordBytes[static_cast<unsigned char>(text[pos])]) ++pos;
    if (pos < text.size() && class_at(text, pos) == kBlank) continue;
    pos_ = pos;
    if (skip_foreign()) return true;
    pos = pos_;
  }
  pos_ = pos;
  return false;
}

bool TimeLexer::next(TimeIsland& island) { return read_island(island, false); }
bool TimeLexer::next_any(TimeIsland& island) { return read_island(island, true); }

bool TimeLexer::read_island(TimeIsland& island, bool anchored) {
  island.clear();
  const bool any = anchored;
  bool stuck = false;
  while (pos_ < text_.size()) {
    const size_t count = island.tokens.size();
    if (count == 0 && !stuck) {
      stuck = skip_to_candidate();
      if (pos_ == text_.size()) break;
    }
    if (read_token(island)) {
      if (island.tokens.size() > count) {
        TimeToken& token = island.tokens.back();
        if (count == 0) token.stuck_before = stuck && !token.spaced;
        anchored = anchored || token.kind == Kind::kDate || token.kind == Kind::kRoman ||
                   (token.kind == Kind::kWord && token.word->anchor) ||
                   (token.kind == Kind::kNumber && token.figures == 4);
      }
      continue;
    }
    // What is not of the language ends the island.
    const char32_t c = code_point_at(text_, pos_);
    if (!island.tokens.empty() && island.tokens.back().end == pos_) {
      std::vector<TimeToken>& tokens = island.tokens;
      const bool hyphen = tokens.back().kind == Kind::kHyphen && !tokens.back().spaced && tokens.size() > 1;
      if (hyphen) tokens.pop_back();
      tokens.back().stuck_behind =
          is_word_character(c) || is_apostrophe(c) || (!hyphen && c == '.' && digit_at(pos_ + 1));
    }
    if (anchored && !island.tokens.empty()) return true;
    anchored = any;
    island.clear();
    stuck = skip_foreign();
  }
  return anchored && !island.tokens.empty();
}

}  // namespace depeche
