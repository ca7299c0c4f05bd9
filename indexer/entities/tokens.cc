#include "indexer/entities/tokens.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "common/text/utf8.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/name_key.h"

namespace depeche::entities {
namespace {

/// Longer words are no names; not looking them up bounds the cost.
constexpr size_t kMaxWordBytes = 120;
/// What a decoder leaves of a letter that it cannot read.
constexpr char32_t kLostLetter = 0xFFFD;

constexpr std::array<std::string_view, 16> kElided = {"l",      "d",    "j",      "m",     "n",      "s",
                                                      "t",      "c",    "qu",     "jusqu", "lorsqu", "puisqu",
                                                      "quoiqu", "entr", "presqu", "quelqu"};
/// A full stop behind these ends no sentence.
constexpr std::array<std::string_view, 22> kAbbreviations = {
    "m",  "mm",  "mr", "mrs", "dr",  "pr",  "mgr", "st",   "ste", "cf",   "art",
    "no", "vol", "p",  "av",  "apr", "env", "ex",  "sept", "oct", "janv", "jr"};

template <size_t n>
bool is_one_of(const std::array<std::string_view, n>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  if (c == kInvalid) return false;
  return u_isalnum(static_cast<UChar32>(c)) || u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || c == '\t' || c == '\r';
  return c != kInvalid &&
         (u_isUWhiteSpace(static_cast<UChar32>(c)) || u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR);
}

/// The end of the letters and digits at `pos` that French is mostly written with: ASCII and U+00C0 to U+00FF.
/// Stops before all others, which may be letters too.
size_t end_of_latin_letters(std::string_view text, size_t pos) {
  static constexpr std::array<bool, 256> kAscii = [] {
    std::array<bool, 256> letters{};
    for (size_t c = 0; c < 128; ++c)
      letters[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letters;
  }();
  for (;;) {
    while (pos < text.size() && kAscii[static_cast<unsigned char>(text[pos])]) ++pos;
    if (pos + 1 >= text.size() || text[pos] != '\xC3') return pos;
    const auto second = static_cast<unsigned char>(text[pos + 1]);
    constexpr unsigned char kTimes = 0x97, kDivided = 0xB7;
    if (second < 0x80 || second > 0xBF || second == kTimes || second == kDivided) return pos;
    pos += 2;
  }
}

class Tokeniser {
 public:
  Tokeniser(std::string_view text, Vocabulary& vocabulary, uint64_t article)
      : text_(text), vocabulary_(vocabulary), article_(article) {}

  TokenList run() {
    list_.items().reserve(text_.size() / 5 + 8);
    while (pos_ < text_.size()) {
      const size_t begin = pos_;
      const char32_t c = next_code_point(text_, pos_);
      if (c == '\n')
        start_line();
      else if (is_letter_or_digit(c))
        read_word(begin);
      else if (!is_blank(c))
        add_mark(begin, c);
    }
    close_line();
    return std::move(list_);
  }

 private:
  void start_line() {
    close_line();
    line_start_ = sentence_start_ = true;
  }

  /// A line of which most words are in capitals says nothing by its capitals.
  void close_line() {
    constexpr size_t kMinWords = 3;
    auto& items = list_.items();
    size_t words = 0, capitals = 0;
    for (size_t i = line_begin_; i < items.size(); ++i) {
      if (!items[i].is_word() || items[i].shape == Shape::kNumber || items[i].shape == Shape::kInitial)
        continue;
      ++words;
      capitals += items[i].shape == Shape::kCapitals;
    }
    if (capitals >= kMinWords && capitals * 10 >= words * 7)
      for (size_t i = line_begin_; i < items.size(); ++i) items[i].shouted = true;
    line_begin_ = items.size();
  }

  /// Over a lost letter too, where letters stand on both sides: « s?reté ».
  size_t end_of_letters(size_t pos) const {
    const size_t begin = pos;
    while ((pos = end_of_latin_letters(text_, pos)) < text_.size()) {
      if (text_[pos] == ' ') break;
      size_t next = pos;
      const char32_t c = next_code_point(text_, next);
      if (!is_letter_or_digit(c) && !(pos > begin && (c == '?' || c == kLostLetter) && is_lower_at(next)))
        break;
      pos = next;
    }
    return pos;
  }

  bool is_lower_at(size_t pos) const {
    const char32_t c = peek(pos).first;
    return c != kInvalid && u_islower(static_cast<UChar32>(c));
  }

  /// The code point at `pos` and the offset behind it; 0 at the end.
  std::pair<char32_t, size_t> peek(size_t pos) const {
    if (pos >= text_.size()) return {0, pos};
    const char32_t c = next_code_point(text_, pos);
    return {c, pos};
  }

  bool is_upper_at(size_t pos) const {
    const char32_t c = peek(pos).first;
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return c != kInvalid && u_isupper(static_cast<UChar32>(c));
  }

  /// « O.N.U. », « U.S.A »: capitals with a full stop behind each, at least two. Returns `begin` if it is
  /// none.
  size_t end_of_dotted_capitals(size_t begin) const {
    size_t pos = begin;
    int letters = 0;
    while (is_upper_at(pos)) {
      const size_t after = peek(pos).second;
      const bool dotted = peek(after).first == '.';
      if (!dotted && is_letter_or_digit(peek(after).first)) break;
      ++letters;
      pos = dotted ? after + 1 : after;
      if (!dotted) break;
    }
    return letters >= 2 ? pos : begin;
  }

  /// Joins what hyphens and apostrophes join; stops behind an elided word, with `pos_` behind its apostrophe.
  void read_word(size_t begin) {
    if (const size_t dotted = end_of_dotted_capitals(begin); dotted != begin) {
      pos_ = dotted;
      add_word(begin, dotted);
      return;
    }
    size_t end = end_of_letters(begin);
    while (end - begin < kMaxWordBytes && end < text_.size() && text_[end] != ' ') {
      const auto [joint, after] = peek(end);
      if (joint == '+' && !is_letter_or_digit(peek(after).first) && peek(after).first != '+' &&
          is_upper_at(begin)) {
        end = after;  // Canal+
        break;
      }
      if (joint == '&' && is_upper_at(begin) && is_upper_at(after)) {
        end = end_of_letters(after);  // AT&T
        continue;
      }
      if (!is_apostrophe(joint) && !is_hyphen(joint)) break;
      if (!is_letter_or_digit(peek(after).first)) break;
      if (is_apostrophe(joint) && is_elided(text_.substr(begin, end - begin), after)) {
        add_word(begin, end);
        pos_ = after;
        return;
      }
      end = end_of_letters(after);
    }
    pos_ = end;
    add_joined(begin, end);
  }

  /// « d'Ivoire », « L'Iran », « Qu'Ottawa », but « N'Djamena », « O'Brien ».
  bool is_elided(std::string_view word, size_t next) const {
    char lower[8];
    if (word.size() > sizeof lower) return false;
    std::transform(word.begin(), word.end(), lower, [](unsigned char c) {
      return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    const std::string_view folded(lower, word.size());
    if (!is_one_of(kElided, folded)) return false;
    return !((word == "N" || word == "M") && is_upper_at(next));
  }

  /// « Paris-Tokyo » is two places, unless it is a name of its own.
  void add_joined(size_t begin, size_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    const size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || word.find('-', hyphen + 1) != std::string_view::npos ||
        !is_upper_at(begin + hyphen + 1) || !is_known_place(word.substr(0, hyphen)) ||
        !is_known_place(word.substr(hyphen + 1)) || is_known_place(word)) {
      add_word(begin, end);
      return;
    }
    add_word(begin, begin + hyphen);
    add_mark(begin + hyphen, U'-');
    add_word(begin + hyphen + 1, end);
  }

  bool is_known_place(std::string_view word) {
    if (word.size() > kMaxWordBytes) return false;
    const WrittenWord& written = vocabulary_.find(word);
    if ((written.known->classes & kStartsName) == 0) return false;
    std::string key;
    append_to_key(key, written.known->folded);
    const GazetteerName* name = gazetteer().find(key).name;
    return name != nullptr && name->type == EntityType::kPlace;
  }

  void add_word(size_t begin, size_t end) {
    const std::string_view surface = text_.substr(begin, end - begin);
    const WrittenWord& written =
        vocabulary_.find(surface.size() > kMaxWordBytes ? std::string_view() : surface);
    EntityToken token = place(begin, end);
    token.shape = written.shape;
    token.word = written.known;
    token.written = &written;
    if (token.shape == Shape::kLower) written.known->seen_lower = article_;
    list_.items().push_back(token);
  }

  void add_mark(size_t begin, char32_t c) {
    EntityToken token = place(begin, std::max(pos_, begin + 1));
    token.mark = c;
    if (c == '-') token.end = token.begin + 1;
    const bool ends = c == '!' || c == '?' || c == 0x2026 || (c == '.' && !is_abbreviated());
    const bool opens = c == '"' || c == 0xAB || c == 0x201C || c == 0x201D || c == '(' || c == '[' ||
                       c == ':' || c == 0x2018 || c == 0xBB || c == 0x2022 ||
                       (token.line_start && (c == '-' || c > 0x2000));
    const bool was_start = token.sentence_start;
    list_.items().push_back(token);
    sentence_start_ = ends || opens || was_start;
  }

  bool is_abbreviated() const {
    const size_t last = list_.size() - 1;
    const EntityToken& before = list_[last];
    if (!before.is_word() || before.end + 1 != pos_) return false;
    return before.shape == Shape::kInitial || is_one_of(kAbbreviations, before.word->folded);
  }

  EntityToken place(size_t begin, size_t end) {
    EntityToken token;
    token.begin = static_cast<uint32_t>(begin);
    token.end = static_cast<uint32_t>(end);
    token.sentence_start = sentence_start_;
    token.line_start = line_start_;
    sentence_start_ = line_start_ = false;
    return token;
  }

  std::string_view text_;
  Vocabulary& vocabulary_;
  uint64_t article_;
  TokenList list_;
  size_t pos_ = 0;
  size_t line_begin_ = 0;
  bool sentence_start_ = true, line_start_ = true;
};

}  // namespace

const EntityToken TokenList::kOutside = [] {
  EntityToken token;
  token.sentence_start = token.line_start = true;
  return token;
}();

TokenList entity_tokens(std::string_view text, Vocabulary& vocabulary, uint64_t article) {
  return Tokeniser(text, vocabulary, article).run();
}

}  // namespace depeche::entities
