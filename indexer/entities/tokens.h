#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/vocabulary.h"

namespace depeche::entities {

/// A token as the rules see it: a hyphenated word is one (unlike the analyzer's), an elided word is one of
/// its own without the apostrophe (d, l), each other visible character is one.
struct EntityToken {
  uint32_t begin = 0, end = 0;  // bytes of the field
  char32_t mark = 0;            // the character, where it is not a word
  Shape shape = Shape::kLower;
  bool sentence_start = false;  // capitals here say nothing
  bool line_start = false;
  bool shouted = false;                  // of a line written in capitals
  KnownWord* word = nullptr;             // nullptr where it is not a word
  const WrittenWord* written = nullptr;  // nullptr with word

  bool is(uint32_t classes) const { return word != nullptr && (word->classes & classes) != 0; }
  bool is_word() const { return word != nullptr; }
  bool has_capital() const { return is_word() && shape != Shape::kLower && shape != Shape::kNumber; }
};

/// The tokens of a field; reading outside gives a token that is nothing and begins a line.
class TokenList {
 public:
  const EntityToken& operator[](size_t i) const { return i < tokens_.size() ? tokens_[i] : kOutside; }
  size_t size() const { return tokens_.size(); }
  std::vector<EntityToken>& items() { return tokens_; }

 private:
  static const EntityToken kOutside;
  std::vector<EntityToken> tokens_;
};

/// Tokens of `text`; a byte that is not UTF-8 is a mark, as control characters are. Marks the words seen in
/// lower case with `article`. Linear in the length of the text.
TokenList entity_tokens(std::string_view text, Vocabulary& vocabulary, uint64_t article);

}  // namespace depeche::entities
