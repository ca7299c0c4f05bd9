#include <array>
#include <charconv>

#include <unicode/uchar.h>

#include "common/message.h"
#include "common/text/utf8.h"
#include "searcher/query/lexeme.h"

namespace depeche {
namespace {

struct QuotePair {
  std::string_view open, close;
  bool escapes = false;
};

constexpr std::string_view kEscapedQuote = "\\\"";
constexpr std::array<QuotePair, 4> kQuotes{
    {{"\"", "\"", true}, {"«", "»"}, {"“", "”"}, {kEscapedQuote, "\""}}};  // the last closes with \" too

const QuotePair* quote_at(std::string_view text, size_t pos) {
  for (const QuotePair& pair : kQuotes)
    if (text.substr(pos).starts_with(pair.open)) return &pair;
  return nullptr;
}

bool is_escape(std::string_view text, size_t pos) {
  return text[pos] == '\\' && pos + 1 < text.size() && (text[pos + 1] == '"' || text[pos + 1] == '\\');
}

/// Narrows [begin, end) by the white space at both ends.
void trim(std::string_view text, size_t& begin, size_t& end) {
  size_t first = end, last = end;
  for (size_t pos = begin; pos < end;) {
    const size_t start = pos;
    if (is_space(next_code_point(text, pos))) continue;
    if (first == end) first = start;
    last = pos;
  }
  begin = first;
  end = last;
}

/// The words of "..."~n, each as it could stand alone.
std::vector<Lexeme> read_near_words(std::string_view text, size_t begin, size_t end) {
  std::vector<Lexeme> words;
  text = text.substr(0, end);
  while (begin < end) {
    size_t run_end = begin;
    const auto separates = [&] {
      return text[run_end] == ':' || text[run_end] == '\\' || ends_run(text, run_end);
    };
    while (run_end < end && !separates()) next_code_point(text, run_end);
    if (auto word = read_word(text, begin, run_end)) words.push_back(*std::move(word));
    if (run_end < end) next_code_point(text, run_end);
    begin = run_end;
  }
  return words;
}

/// A joker between the quotes of a phrase as written would be passed over in silence.
void check_no_joker(std::string_view text, const Quoted& quoted) {
  const std::string_view inner = text.substr(0, quoted.inner_end);
  for (size_t star = inner.find('*', quoted.inner_begin); star != std::string_view::npos;
       star = inner.find('*', star + 1))
    if (star > quoted.inner_begin && !ends_run(text, star - 1) && text[star - 1] != '*')
      throw_mistake(star, star + 1, tr("* has no meaning in a phrase as written"),
                    tr("write the words one by one: cyber* SUIVI/1 attaque"));
}

}  // namespace

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }

bool has_space(std::string_view text) {
  for (size_t pos = 0; pos < text.size();)
    if (is_space(next_code_point(text, pos))) return true;
  return false;
}

bool opens_quote(std::string_view text, size_t pos) { return quote_at(text, pos) != nullptr; }

bool ends_run(std::string_view text, size_t pos) {
  const std::string_view rest = text.substr(pos);
  if (rest.empty() || rest.front() == '(' || rest.front() == ')') return true;
  if (opens_quote(text, pos) || rest.starts_with("»") || rest.starts_with("”")) return true;
  return is_space(next_code_point(text, pos));
}

Quoted read_quoted(std::string_view text, size_t& pos) {
  const QuotePair& pair = *quote_at(text, pos);
  Quoted quoted{.begin = pos, .inner_begin = pos + pair.open.size(), .escapes = pair.escapes};
  size_t close = quoted.inner_begin;
  while (close < text.size() && !text.substr(close).starts_with(pair.close))
    close += pair.escapes && is_escape(text, close) ? 2 : 1;
  if (close >= text.size())
    throw_mistake(quoted.begin, quoted.inner_begin, tr("this quote is never closed"),
                  tr("close it with {}", pair.open == kEscapedQuote ? kEscapedQuote : pair.close));
  pos = quoted.end = close + pair.close.size();
  if (pair.open == kEscapedQuote && close > quoted.inner_begin && text[close - 1] == '\\') --close;
  quoted.inner_end = close;
  trim(text, quoted.inner_begin, quoted.inner_end);
  return quoted;
}

std::string content_of(std::string_view text, const Quoted& quoted) {
  std::string content;
  for (size_t pos = quoted.inner_begin; pos < quoted.inner_end;) {
    if (quoted.escapes && is_escape(text, pos)) ++pos;
    const size_t start = pos;
    if (is_space(next_code_point(text, pos)))
      content += ' ';
    else
      content += text.substr(start, pos - start);
  }
  return content;
}

unsigned read_distance(std::string_view text, size_t begin, size_t end) {
  unsigned distance = 0;
  const auto result = std::from_chars(text.data() + begin, text.data() + end, distance);
  if (result.ec == std::errc::result_out_of_range || distance > kMaxDistance)
    throw_refusal(begin, end, tr("words are searched at most {} words apart", kMaxDistance),
                  tr("write a number from 1 to {}, or MEMEPARAGRAPHE for a whole paragraph", kMaxDistance));
  if (distance == 0)
    throw_mistake(begin, end, tr("a distance is a number of words from 1 to {}", kMaxDistance),
                  tr("words that follow each other are 1 apart"));
  return distance;
}

Lexeme read_phrase(std::string_view text, size_t& pos) {
  const Quoted quoted = read_quoted(text, pos);
  Lexeme lexeme{.kind = Lexeme::Kind::kPhrase, .begin = quoted.begin, .end = quoted.end};
  lexeme.text = content_of(text, quoted);
  const size_t words = count_words(lexeme.text);
  if (words == 0)
    throw_mistake(quoted.begin, quoted.end, tr("there is no word between these quotes"),
                  tr("write one, or leave the quotes out"));
  if (words > kMaxPhraseWords)
    throw_refusal(quoted.begin, quoted.end, tr("a phrase has at most {} words", kMaxPhraseWords),
                  tr("this one has {}: search its most telling part", words));
  if (!text.substr(pos).starts_with('~')) {
    check_no_joker(text, quoted);
    return lexeme;
  }
  const size_t digits = ++pos;
  while (pos < text.size() && text[pos] >= '0' && text[pos] <= '9') ++pos;
  lexeme.end = pos;
  if (!ends_run(text, pos)) {
    next_code_point(text, pos);
    throw_mistake(digits - 1, pos, tr("behind ~ stands nothing, or a number of words"),
                  tr("\"…\"~ finds other forms of its words, \"…\"~5 its words at most 5 apart"));
  }
  if (digits == pos) {
    check_no_joker(text, quoted);
    lexeme.kind = Lexeme::Kind::kStemmedPhrase;
    return lexeme;
  }
  lexeme.kind = Lexeme::Kind::kNearPhrase;
  lexeme.distance = read_distance(text, digits, pos);
  lexeme.words = read_near_words(text, quoted.inner_begin, quoted.inner_end);
  return lexeme;
}

}  // namespace depeche
