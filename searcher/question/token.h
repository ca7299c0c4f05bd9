#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// A word, quotation or mark of a question.
struct QuestionToken {
  enum class Kind : uint8_t { kWord, kQuoted, kMark };

  Kind kind = Kind::kWord;
  size_t begin = 0, end = 0;  // bytes of the question; of a quotation with its quotes
  std::string text = {};      // as typed; of a quotation what stands between the quotes
  std::string folded = {};    // of a kWord; « où » keeps its accent, which tells it from « ou »
  bool capital = false;       // begins with a capital that means something
  bool acronym = false;       // two capitals or more and nothing else, where capitals mean something
  uint32_t classes = 0;       // of a kWord: QuestionWords it may be (words.h), as bits

  bool is_mark(char mark) const { return kind == Kind::kMark && text.size() == 1 && text[0] == mark; }
  bool is(std::string_view word) const { return kind == Kind::kWord && folded == word; }
};

/// The tokens of a question by offset. An elided word is a token of its own (« l'article »: l, article),
/// words joined by hyphens are one; quotes are those of the query language and '…' around words. Capitals
/// mean nothing in a question without a small letter. Precondition: well-formed UTF-8 without NUL. Linear.
std::vector<QuestionToken> read_question_tokens(std::string_view question);

}  // namespace depeche
