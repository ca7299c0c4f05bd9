#pragma once

#include <vector>

#include "indexer/entities/acronyms.h"

namespace depeche::entities {

/// What the rules make of an article's title and text before anybody else has looked.
struct RuledArticle {
  std::vector<FieldNames> fields;
  std::vector<std::vector<AcronymDefinition>> definitions;  // one entry for each field
  uint64_t number = 0;  // what KnownWord::seen_lower says of this article's words
};

/// Tokens and names of one article after the other. The last one read is valid until the next. Not
/// thread-safe.
class RuleReader {
 public:
  RuledArticle read(const Article& article);
  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  FieldNames read_field(TextField field, std::string_view text);

  Vocabulary vocabulary_;
  uint64_t article_ = 0;
};

}  // namespace depeche::entities
