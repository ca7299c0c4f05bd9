#include "searcher/related/asked.h"

#include "common/schema.h"
#include "common/text/analyzer.h"
#include "searcher/names.h"

namespace depeche {
namespace {

void collect(const Query& query, Analyzer& analyzer, Asked& asked) {
  if (query.kind == Query::Kind::kField) {
    if (query.field <= FieldId::kEntity) asked.keys.insert(entity_key(analyzer, query.text));
    return;
  }
  if (!query.text.empty()) {
    asked.keys.insert(entity_key(analyzer, query.text));
    std::vector<Token> tokens;
    analyzer.analyze(query.text, tokens);
    for (const Token& token : tokens) {
      asked.terms.insert(token.word->term);
      for (const std::string& stem : token.word->stems) {
        asked.terms.insert(std::string(kStemPrefix) + stem);
        asked.stems.push_back(stem);
      }
    }
  }
  const bool negated = query.kind == Query::Kind::kNot;
  for (size_t i = 0; i < query.children.size(); ++i)
    if (!negated || (i == 0 && query.children.size() > 1)) collect(query.children[i], analyzer, asked);
}

}  // namespace

Asked asked_by(const Query& query) {
  Analyzer analyzer;
  Asked asked;
  collect(query, analyzer, asked);
  return asked;
}

}  // namespace depeche
