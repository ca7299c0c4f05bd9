#include "indexer/entities/rule_reader.h"

#include "indexer/entities/rules.h"

namespace depeche::entities {

FieldNames RuleReader::read_field(TextField field, std::string_view text) {
  FieldNames names;
  names.field = field;
  names.text = text;
  names.tokens = entity_tokens(text, vocabulary_, article_);
  return names;
}

RuledArticle RuleReader::read(const Article& article) {
  ++article_;
  vocabulary_.forget_rare();
  RuledArticle read;
  read.number = article_;
  read.fields.push_back(read_field(TextField::kTitle, article.title));
  read.fields.push_back(read_field(TextField::kText, article.text));
  for (FieldNames& field : read.fields) {
    field.candidates = find_candidates(field.tokens, article_);
    read.definitions.push_back(find_acronym_definitions(field.tokens));
  }
  return read;
}

}  // namespace depeche::entities
