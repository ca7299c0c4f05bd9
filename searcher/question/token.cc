#include "searcher/question/token.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/date_value.h"
#include "common/text/elision.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/query/lexeme.h"
#include "searcher/question/words.h"

namespace depeche {
namespace {

using Kind = QuestionToken::Kind;

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }
bool is_capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)); }
bool is_figure(char c) { return c >= '0' && c <= '9'; }

/// What ends a word wherever it stands, unless figures are on both sides: 3,5 and 12:30 are one.
bool is_separator(char32_t c) {
  return c == U',' || c == U';' || c == U':' || c == U'?' || c == U'!' || c == U'°';
}
/// What a word may hold at its end: C++, C#, cyber*.
bool is_suffix(char32_t c) { return c == U'+' || c == U'#' || c == U'*'; }

bool has_small_letter(std::string_view text) {
  for (size_t pos = 0; pos < text.size();)
    if (u_islower(static_cast<UChar32>(next_code_point(text, pos)))) return true;
  return false;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<QuestionToken> scan();

 private:
  bool read_quotation();
  bool read_single_quotes();
  size_t run_end(size_t begin) const;
  bool is_initial(size_t first, size_t last) const;
  void read_run(size_t begin, size_t end);
  void add_word(size_t begin, size_t end);
  void add_words(size_t begin, size_t end);
  void add_quotation(size_t begin, size_t inner_begin, size_t inner_end, size_t end);
  void add_mark(size_t begin, size_t end) {
    if (text_.substr(begin, end - begin) == "°") return;  // « n° 274 »
    tokens_.push_back({.kind = Kind::kMark,
                       .begin = begin,
                       .end = end,
                       .text = std::string(text_.substr(begin, end - begin))});
  }

  std::string_view text_;
  size_t pos_ = 0;
  std::vector<QuestionToken> tokens_;
};

/// What stands between quotes: single blanks, and nothing that the query language would read as a mark.
void Scanner::add_quotation(size_t begin, size_t inner_begin, size_t inner_end, size_t end) {
  std::string inner;
  for (size_t pos = inner_begin; pos < inner_end;) {
    const size_t start = pos;
    const char32_t c = next_code_point(text_, pos);
    if (is_space(c)) {
      if (!inner.empty() && inner.back() != ' ') inner += ' ';
    } else if (c != U'*' && c != U'\\' && c != U'"') {
      inner += text_.substr(start, pos - start);
    }
  }
  if (inner.ends_with(' ')) inner.pop_back();
  if (count_words(inner) > 0)
    tokens_.push_back({.kind = Kind::kQuoted, .begin = begin, .end = end, .text = std::move(inner)});
}

/// "…", « … », “ … ”; a quote that is never closed is a mark.
bool Scanner::read_quotation() {
  if (!opens_quote(text_, pos_)) return false;
  const size_t begin = pos_;
  try {
    const Quoted quoted = read_quoted(text_, pos_);
    add_quotation(begin, quoted.inner_begin, quoted.inner_end, quoted.end);
  } catch (const QueryError&) {
    pos_ = begin;
    next_code_point(text_, pos_);
    add_mark(begin, pos_);
  }
  return true;
}

/// 'chimie verte': an apostrophe in front of a word, and one behind a word.
bool Scanner::read_single_quotes() {
  size_t inner = pos_;
  if (!is_apostrophe(next_code_point(text_, inner)) || inner == text_.size() || ends_run(text_, inner))
    return false;
  for (size_t pos = inner; pos < text_.size();) {
    const size_t close = pos;
    const char32_t c = next_code_point(text_, pos);
    if (!is_apostrophe(c) || close == inner) continue;
    size_t next = pos;
    if (pos < text_.size() && !ends_run(text_, pos) && !is_separator(next_code_point(text_, next)) &&
        text_[pos] != '.')
      continue;
    add_quotation(pos_, inner, close, pos);
    pos_ = pos;
    return true;
  }
  return false;
}

size_t Scanner::run_end(size_t begin) const {
  size_t pos = begin;
  while (pos < text_.size() && !ends_run(text_, pos)) {
    size_t next = pos;
    const char32_t c = next_code_point(text_, next);
    const bool between_figures =
        pos > begin && next < text_.size() && is_figure(text_[pos - 1]) && is_figure(text_[next]);
    if (is_separator(c) && !between_figures) break;
    pos = next;
  }
  return pos;
}

void Scanner::add_word(size_t begin, size_t end) {
  QuestionToken token{.kind = Kind::kWord, .begin = begin, .end = end};
  token.text = text_.substr(begin, end - begin);
  const std::string lower = to_lower(token.text);
  token.folded = lower == "où" ? lower : plain(lower);
  if (token.folded.ends_with('.')) token.folded.pop_back();
  size_t pos = 0, letters = 0;
  token.capital = is_capital(next_code_point(token.text, pos));
  token.acronym = true;
  for (pos = 0; pos < token.text.size();) {
    const char32_t c = next_code_point(token.text, pos);
    letters += is_letter(c);
    if (is_letter(c) && !is_capital(c)) token.acronym = false;
  }
  token.acronym = token.acronym && letters >= 2;
  token.classes = question_word_classes(token.folded);
  tokens_.push_back(std::move(token));
}

/// A run without marks about it: elided words are split off.
void Scanner::add_words(size_t begin, size_t end) {
  for (size_t pos = begin; pos < end;) {
    const size_t apostrophe = pos;
    if (!is_apostrophe(next_code_point(text_, pos)) || pos >= end) continue;
    const std::string left = fold(text_.substr(begin, apostrophe - begin)),
                      right = fold(text_.substr(pos, end - pos));
    if (!is_elided(left) || is_whole(left, right)) continue;
    add_word(begin, apostrophe);
    begin = pos;
  }
  if (begin < end) add_word(begin, end);
}

/// Whether text_[first, last) is a capital with a full stop and a name behind it: « J. Dupont », « M. X ».
bool Scanner::is_initial(size_t first, size_t last) const {
  size_t behind = first;
  if (!is_capital(next_code_point(text_, behind)) || behind != last) return false;
  if (!text_.substr(last).starts_with(". ")) return false;
  behind = last + 2;
  return behind < text_.size() && is_capital(next_code_point(text_, behind));
}

void Scanner::read_run(size_t begin, size_t end) {
  size_t first = begin, last = begin;
  bool seen = false;
  for (size_t pos = begin; pos < end;) {
    const size_t start = pos;
    const char32_t c = next_code_point(text_, pos);
    const bool inside = u_isalnum(static_cast<UChar32>(c)) || (seen && is_suffix(c)) ||
                        u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
    if (!inside) continue;
    if (!seen) first = start;
    seen = true;
    last = pos;
  }
  if (!seen) return add_mark(begin, end);
  if (begin < first) add_mark(begin, first);
  if (is_initial(first, last)) ++last;
  add_words(first, last);
  if (last < end) add_mark(last, end);
}

std::vector<QuestionToken> Scanner::scan() {
  while (pos_ < text_.size()) {
    size_t next = pos_;
    if (is_space(next_code_point(text_, next))) {
      pos_ = next;
      continue;
    }
    if (read_quotation() || read_single_quotes()) continue;
    const size_t end = run_end(pos_);
    if (end > pos_)
      read_run(pos_, end);
    else
      add_mark(pos_, next);
    pos_ = std::max(end, next);
  }
  if (!has_small_letter(text_))
    for (QuestionToken& token : tokens_) token.capital = token.acronym = false;
  return std::move(tokens_);
}

}  // namespace

std::vector<QuestionToken> read_question_tokens(std::string_view question) {
  return Scanner(question).scan();
}

}  // namespace depeche
