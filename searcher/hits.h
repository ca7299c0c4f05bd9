#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/text/analyzer.h"
#include "searcher/plan.h"

namespace depeche {

/// Whether an article's document has a term: what decides filters.
using TermTest = std::function<bool(const std::string& term)>;

/// What a plan finds in one article.
struct Findings {
  bool matches = false;    // exactly, where compile() may only have found a candidate
  std::vector<Span> hits;  // places that the query asks for, by field, then offset; never overlapping
};

/// Decides a plan on articles and finds its hits in them. Reads positions as they are indexed: this is what
/// PHRASE, NEAR, exact readings, sentences and paragraphs mean. A filter on names marks the mentions that it
/// asks for. Not thread-safe: one per thread.
class HitFinder {
 public:
  /// `filter` lets pass every word that the plan may match, and need outlive the finder; nullptr: all.
  explicit HitFinder(Plan plan, const WordFilter* filter = nullptr);

  Findings find(const Article& article, const TermTest& has_term);
  /// The words of the article that find() was given last; until the next find(). Those that the filter rules
  /// out have to be looked up by word().
  const ArticleTokens& tokens(const Article& article);
  /// The word of one of tokens(), in `field` of the article; until the next find().
  const Word& word(const std::string& field, const Token& token) {
    if (!token.word->term.empty()) return *token.word;
    return analyzer_.word(std::string_view(field).substr(token.begin, token.end - token.begin));
  }

 private:
  Plan plan_;
  const WordFilter* filter_;
  bool asks_words_;
  Analyzer analyzer_;
  ArticleTokens tokens_;
  bool analyzed_ = false;  // tokens_ are those of the article
};

}  // namespace depeche
