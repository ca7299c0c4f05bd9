#pragma once

#include "common/article.h"
#include "common/text/analyzer.h"

namespace depeche {

/// Replaces `tokens` by those of an article's title and text: the one way to read it, for indexing and for
/// finding hits. A damaged word that may be several is a token for each. `filter` as in
/// Analyzer::analyze_article().
void analyze(const Article& article, Analyzer& analyzer, ArticleTokens& tokens,
             const WordFilter* filter = nullptr);

/// Words of title and text: what kSlotWords holds.
size_t count_words(const ArticleTokens& tokens);

}  // namespace depeche
