#pragma once

#include <optional>
#include <string_view>

#include "searcher/query/lexeme.h"

namespace depeche {

/// Splits a query text into lexemes. Punctuation without a letter or digit is passed over. Precondition:
/// well-formed UTF-8 without NUL, which must outlive the lexer. Members throw QueryError, which parse()
/// catches.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  /// The next lexeme; kEnd at the end, and from then on.
  Lexeme next();

  /// What stands behind a kField lexeme that next() has just returned: for FieldKind::kWords a word, exact
  /// word, prefix or phrase, otherwise a kValue. A date is as written, escapes and all.
  Lexeme next_value(const Lexeme& field);

  /// Whether next() has passed over punctuation.
  bool skipped() const { return skipped_; }

 private:
  size_t find_run_end(size_t pos, bool stop_at_colon) const;
  std::string in_quotes(size_t begin, size_t end) const;

  std::optional<Lexeme> next_bare();
  std::optional<Lexeme> read_operator(size_t begin, size_t end) const;
  Lexeme read_field_name(size_t begin, size_t colon) const;
  void check_lone_colon(size_t colon) const;
  Lexeme read_title_value();
  Lexeme read_plain_value(const FieldSpec& spec);

  std::string_view text_;
  size_t pos_ = 0;
  bool skipped_ = false;
  Lexeme last_word_;
};

}  // namespace depeche
