#include "common/dates/tokens.h"

#include <optional>

#include "common/clock_time.h"
#include "common/date_scan.h"
#include "common/dates/lexemes.h"
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

bool is_blank_mark(char32_t c) { return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F; }

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

bool TimeLexer::read_date(TimeIsland& island) {
  const auto date = read_date_at(text_, pos_);
  if (!date) return false;
  push(island, {.kind = Kind::kDate,
                .begin = uint32_t(pos_),
                .end = uint32_t(date->end),
                .number = uint32_t(island.dates.size())});
  island.dates.push_back(*date);
  pos_ = date->end;
  return true;
}

bool TimeLexer::read_number(TimeIsland& island) {
  const size_t begin = pos_;
  DateScan scan(text_, begin);
  const size_t figures = scan.figures();
  const bool may_be_date = may_begin_date(text_, begin, figures);
  if (may_be_date && read_date(island)) return true;
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
  const TimeWordReading word = fold_time_word(text_, begin);
  if (word.size == 0) return false;
  const TimeWord* known = find_time_word(word.key);
  if (known && (known->month || known->weekday || known->ordinal == 1) && read_date(island)) return true;
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
      return may_begin_time_word(text_, pos_, beginnings_) && read_word(island);
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
  const ByteClass kind = class_at(text, pos);
  if (pos > begin && kind == kBlank) return false;
  const char32_t c = kind == kHighByte ? next_code_point(text, pos) : static_cast<unsigned char>(text[pos++]);
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
    if (!island.tokens.empty() && island.tokens.back().end == pos_) {
      const char32_t c = code_point_at(text_, pos_);
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
