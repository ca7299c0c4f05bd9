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
    kField,     // `name:`; Lexer::next_value() reads what follows
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
  std::string text;           // without the marks = * ~ and quotes
  size_t text_begin = 0;      // kValue: where text stands in the query text
  unsigned distance = 0;
  const OperatorSpec* op = nullptr;
  const FieldSpec* field = nullptr;
  std::vector<Lexeme> words;
};

/// Splits a query text into lexemes. Punctuation without a letter or digit is passed over. Precondition:
/// well-formed UTF-8 without NUL, which must outlive the lexer. Members throw QueryError, which parse() catches.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  /// The next lexeme; kEnd at the end, and from then on.
  Lexeme next();

  /// What stands behind a kField lexeme that next() has just returned: for FieldKind::kWords a word, exact word,
  /// prefix or phrase, otherwise a kValue. Dates are as written, escapes and all.
  Lexeme next_value(const Lexeme& field);

  /// Whether next() has passed over punctuation.
  bool skipped() const { return skipped_; }

 private:
  struct Quoted;

  void skip_spaces();
  bool at_opener(size_t pos) const;
  size_t find_run_end(size_t pos, bool stop_at_colon) const;
  std::string quote_of(size_t begin, size_t end) const;

  std::optional<Lexeme> next_bare();
  std::optional<Lexeme> read_operator(size_t begin, size_t end) const;
  Lexeme read_field_name(size_t begin, size_t colon) const;
  std::optional<Lexeme> read_word(size_t begin, size_t end) const;
  Lexeme read_phrase();
  Quoted read_quoted();
  std::vector<Lexeme> read_near_words(size_t begin, size_t end) const;
  unsigned read_distance(size_t begin, size_t end) const;

  void refuse_sign(size_t begin, size_t end, size_t first_letter) const;
  void refuse_joker(size_t begin, size_t end) const;

  std::string_view text_;
  size_t pos_ = 0;
  bool skipped_ = false;
};

/// Number of positions that `text` takes in an index.
size_t count_words(std::string_view text);

/// Throw a QueryError: a malformed query (kUsage), or a limit that is passed (kRefused).
[[noreturn]] void throw_mistake(size_t begin, size_t end, std::string message, std::string suggestion = "");
[[noreturn]] void throw_refusal(size_t begin, size_t end, std::string message, std::string suggestion = "");

}  // namespace depeche
