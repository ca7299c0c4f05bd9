#include "indexer/story_words.h"

#include <algorithm>
#include <iterator>
#include <string>

#include <unicode/uchar.h>

#include "common/hash.h"
#include "common/text/utf8.h"
#include "corpus/agency.h"

namespace depeche {
namespace {

/// A dateline has no more words.
constexpr size_t kMostDatelineWords = 14;

constexpr uint64_t kDamagedHash = 0x6C6F7374;

// Folded, in order. « Un » and « neuf » are other words too.
// clang-format off
constexpr std::string_view kNumbersAndDays[] = {
    "aout", "avril", "avant-hier", "cent", "cents", "cinq", "cinquante", "decembre", "demain", "deux", "dimanche",
    "dix", "douze", "fevrier", "hier", "huit", "janvier", "jeudi", "juillet", "juin", "lundi", "mai", "mardi", "mars",
    "mercredi", "milliard", "milliards", "mille", "million", "millions", "novembre", "octobre", "onze", "quarante",
    "quatorze", "quatre", "quinze", "samedi", "seize", "sept", "septembre", "six", "soixante", "treize", "trente",
    "trois", "vendredi", "vingt", "vingts"};
// clang-format on

bool is_number_or_day(std::string_view folded) {
  return std::ranges::find(kNumbersAndDays, folded) != std::end(kNumbersAndDays);
}

char32_t code_point_at(std::string_view text, size_t pos) {
  return pos < text.size() ? next_code_point(text, pos) : U' ';
}

bool is_capital(std::string_view text, const Token& token) {
  return u_isupper(static_cast<UChar32>(code_point_at(text, token.begin)));
}

/// Whether a letter was lost there: U+FFFD, or a question mark that no space follows, or a small letter
/// behind a space: « s?reté », « libert? de ».
bool is_lost_letter(std::string_view text, size_t pos) {
  const char32_t c = code_point_at(text, pos);
  if (c == 0xFFFD) return true;
  if (c != U'?') return false;
  const char32_t next = code_point_at(text, pos + 1);
  if (u_isalpha(static_cast<UChar32>(next))) return true;
  return next == U' ' && u_islower(static_cast<UChar32>(code_point_at(text, pos + 2)));
}

bool is_damaged(std::string_view text, const Token& token) {
  if (is_lost_letter(text, token.end)) return true;
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  const std::string_view before = text.substr(0, token.begin);
  return before.ends_with(kReplacement) || (before.ends_with('?') && is_lost_letter(text, token.begin - 1));
}

/// 10.000 and 10 000 are one number; 3,5 is not 35.
std::string digits_of(std::string_view number) {
  std::string digits;
  for (size_t i = 0; i < number.size(); ++i) {
    const size_t next = std::min(number.find_first_of(".,", i + 1), number.size());
    if ((number[i] != '.' && number[i] != ',') || next - i != 4) digits += number[i];
  }
  return digits;
}

/// Whether the token is three figures close behind a number: 10 000.
bool goes_on_as_number(const Token& before, const Token& token) {
  constexpr uint32_t kThousand = 3, kWidestSpace = 3;  // bytes
  return before.kind == TokenKind::kNumber && token.kind == TokenKind::kNumber &&
         token.end - token.begin == kThousand && token.begin - before.end <= kWidestSpace;
}

uint64_t plain_value(const Token& token) {
  std::string_view term = token.word->term;
  if (term.size() > 3 && (term.ends_with('s') || term.ends_with('x'))) term.remove_suffix(1);
  return hash64(term);
}

StoryWord::Kind kind_of(std::string_view text, const Token& token) {
  if (is_damaged(text, token)) return StoryWord::Kind::kDamaged;
  const std::string& term = token.word->term;
  const bool distinguishes = token.kind == TokenKind::kNumber || is_number_or_day(term) ||
                             (is_capital(text, token) && !is_stop_word(term));
  return distinguishes ? StoryWord::Kind::kDistinguishing : StoryWord::Kind::kPlain;
}

bool is_agency_name(std::string_view text, const Token& token) {
  return is_capital(text, token) && is_agency(text.substr(token.begin, token.end - token.begin));
}

/// Whether a dash stands behind the token: « (AFP) – », « PARIS -- ».
bool is_before_dash(std::string_view text, size_t pos) {
  while (pos < text.size()) {
    const char32_t c = next_code_point(text, pos);
    if (c == U'-' || c == 0x2013 || c == 0x2014) return true;
    if (c != U')' && !u_isspace(static_cast<UChar32>(c))) return false;
    if (c == U'\n') return false;
  }
  return false;
}

/// The first token behind a dateline that begins with `begin`; `begin` where none does. In later paragraphs,
/// behind a newspaper's own first ones, a dateline names its agency.
size_t behind_dateline(std::string_view text, const std::vector<Token>& tokens, size_t begin) {
  bool has_agency = begin == 0;
  for (size_t i = begin; i < std::min(tokens.size(), begin + kMostDatelineWords); ++i) {
    const Token& token = tokens[i];
    const bool fits = kind_of(text, token) != StoryWord::Kind::kPlain || is_stop_word(token.word->term);
    if (!fits || (i == begin && !is_capital(text, token))) return begin;
    has_agency = has_agency || is_agency_name(text, token);
    const char32_t next = code_point_at(text, token.end);
    if (has_agency && next != U'-' && next != U'\n' && is_before_dash(text, token.end)) return i + 1;
  }
  return begin;
}

}  // namespace

std::vector<StoryWord> story_words(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<StoryWord> words;
  words.reserve(tokens.size());
  uint32_t last_position = 0;
  std::string number;  // that the last word is
  bool new_paragraph = true;
  for (size_t i = behind_dateline(text, tokens, 0); i < tokens.size(); ++i) {
    if (i > 0 && tokens[i].position >= tokens[i - 1].position + kParagraphGap) {
      new_paragraph = true;
      i = behind_dateline(text, tokens, i);
      if (i == tokens.size()) break;
    }
    const Token& token = tokens[i];
    if (!token.positional() || token.word->term.empty() || is_agency_name(text, token)) continue;
    if (!number.empty() && i > 0 && goes_on_as_number(tokens[i - 1], token)) {
      number += digits_of(token.word->term);
      words.back().hash = words.back().value = hash64(number);
      continue;
    }
    StoryWord word{kind_of(text, token), new_paragraph, hash64(token.word->term), 0};
    number.clear();
    if (token.kind == TokenKind::kNumber && word.kind != StoryWord::Kind::kDamaged) {
      number = digits_of(token.word->term);
      word.hash = hash64(number);
    }
    word.value = word.kind == StoryWord::Kind::kPlain ? plain_value(token) : word.hash;
    const bool reading = token.position == last_position;  // one of several of a damaged word
    last_position = token.position;
    if (word.kind == StoryWord::Kind::kDamaged || reading) {
      word = {StoryWord::Kind::kDamaged, new_paragraph, kDamagedHash, kDamagedHash};
      if (reading && !words.empty()) words.pop_back();
      if (!words.empty() && words.back().kind == StoryWord::Kind::kDamaged) words.pop_back();
    }
    words.push_back(word);
    new_paragraph = false;
  }
  return words;
}

}  // namespace depeche
