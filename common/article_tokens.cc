#include "common/article_tokens.h"

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

void analyze(const Article& article, Analyzer& analyzer, ArticleTokens& tokens) {
  analyzer.analyze_article(article.title, article.text, tokens, alternatives(article, TextField::kTitle),
                           alternatives(article, TextField::kText));
}

}  // namespace depeche
