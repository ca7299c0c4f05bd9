#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/schema.h"
#include "searcher/query/operators.h"
#include "searcher/query/parser.h"

namespace depeche {

/// One unit of a query text.
struct Lexeme {
  enum class Kind : uint8_t {
    kEnd,
    kOpen,      // (
    kClose,     // )
    kOperator,  // op, and distance where it takes one
    kField,     // `name:`
    kWord,
    kExact,
    kPrefix,
    kPhrase,
    kStemmedPhrase,
    kNearPhrase,  // "..."~n: words, distance
    kValue,       // of a field
  };

  Kind kind = Kind::kEnd;
  size_t begin = 0, end = 0;  // bytes of the query text
  std::string text = {};      // without the marks = * ~ and quotes
  size_t text_begin = 0;      // kValue: where text stands in the query text
  unsigned distance = 0;
  const OperatorSpec* op = nullptr;
  const FieldSpec* field = nullptr;
  std::vector<Lexeme> words = {};
};

/// Text between quotes: "…", « … », “ … ” or \"…\" (from a shell or program that has kept the escape).
struct Quoted {
  size_t begin = 0, end = 0;              // bytes of the query text, with the quotes
  size_t inner_begin = 0, inner_end = 0;  // without them and the white space beside them
  bool escapes = false;                   // \" and \\ stand for a quote and a backslash
};

// All of these take the whole query text and places in it, and throw QueryError, which parse() catches.

/// Number of words, as positions of an index, of a text.
size_t count_words(std::string_view text);
/// Code points of the longest of them.
size_t longest_word(std::string_view text);

/// Unicode White_Space: no-break spaces too.
bool is_space(char32_t c);
bool has_space(std::string_view text);
/// Whether a quote opens at `pos`.
bool opens_quote(std::string_view text, size_t pos);
/// Whether no word goes on at `pos`: white space, a bracket or quote, or the end.
bool ends_run(std::string_view text, size_t pos);

/// The word, exact word or prefix that text[begin, end) is; punctuation around it is left out. nullopt if it
/// has neither letter nor digit.
std::optional<Lexeme> read_word(std::string_view text, size_t begin, size_t end);
/// Throws if what stands in front of a word is - + or !, which other search engines give a meaning:
/// text[begin, first) is what stands there, text[begin, end) what the message points at.
void check_signs(std::string_view text, size_t begin, size_t first, size_t end);

/// What stands between the quotes of which the first opens at `pos`; moves `pos` behind the last.
Quoted read_quoted(std::string_view text, size_t& pos);
/// As it is meant: without escapes, and line ends as spaces.
std::string content_of(std::string_view text, const Quoted& quoted);
/// The phrase whose quote opens at `pos`, with the ~ or ~n behind it; moves `pos` behind them.
Lexeme read_phrase(std::string_view text, size_t& pos);
/// The distance that the digits text[begin, end) are: 1 to kMaxDistance.
unsigned read_distance(std::string_view text, size_t begin, size_t end);

/// Throw a QueryError: a malformed query (kUsage), or a limit that is passed (kRefused).
[[noreturn]] void throw_mistake(size_t begin, size_t end, std::string message, std::string suggestion = "");
[[noreturn]] void throw_refusal(size_t begin, size_t end, std::string message, std::string suggestion = "");

}  // namespace depeche
