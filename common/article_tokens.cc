#include "common/article_tokens.h"

#include <algorithm>

namespace depeche {
namespace {

std::vector<Alternatives> alternatives(const Article& article, TextField field) {
  std::vector<Alternatives> result;
  for (const Repair& repair : article.repairs)
    if (repair.span.field == field && repair.readings.size() > 1)
      result.push_back({repair.span.begin, repair.span.end, repair.readings});
  return result;
}

}  // namespace

void analyze(const Article& article, Analyzer& analyzer, ArticleTokens& tokens, const WordFilter* filter) {
  analyzer.analyze_article(article.title, article.text, tokens, alternatives(article, TextField::kTitle),
                           alternatives(article, TextField::kText), filter);
}

size_t count_words(const ArticleTokens& tokens) {
  const auto words_of = [](const std::vector<Token>& field) {
    return static_cast<size_t>(
        std::count_if(field.begin(), field.end(), [](const Token& token) { return token.positional(); }));
  };
  return words_of(tokens.title) + words_of(tokens.text);
}

}  // namespace depeche
