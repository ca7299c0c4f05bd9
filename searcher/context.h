#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/text/analyzer.h"

namespace depeche {

/// The words around a hit, within its paragraph. Views and tokens are valid as long as article and tokens.
struct Context {
  std::string_view left, keyword, right;    // blanks at the ends of the contexts left out
  std::vector<const Token*> before, after;  // words with a place of their own, the nearest first
};

/// At most `words` on each side. A context that reaches the end of its paragraph has the punctuation there.
/// `tokens` are those of the article.
Context context_of(const Article& article, const ArticleTokens& tokens, const Span& hit, unsigned words);

}  // namespace depeche
