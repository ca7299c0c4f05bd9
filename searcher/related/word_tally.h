#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/text/analyzer.h"
#include "common/text_hash.h"

namespace depeche {

/// Whether a word may tell what an article is about: no grammatical word, title (Mme), figure, part of a
/// compound or word of fewer than three letters.
bool may_tell(const Token& token, const Word& word);
/// The term by which the index counts a word: of its stem, or of its form where it has none.
std::string counted_term(const Word& word);

/// A word counted over articles: all its forms that share a stem.
struct CountedWord {
  std::string term;  // by which the index counts it: of the stem, or of the form where there is none
  std::string text;  // the form in most places; lower case, acronyms as they are
  uint64_t tokens = 0, articles = 0;
  uint64_t named = 0;  // of the tokens, those in mentions
  uint64_t first = 0;  // its rank by first place
};

/// Counts the words that may tell what articles are about: compounds whole; no grammatical words, figures and
/// words of fewer than three letters. Not thread-safe.
class WordTally {
 public:
  enum class Names { kCounted, kPassedOver };  // the words of mentions
  explicit WordTally(Names names) : names_(names) {}

  void add(const Article& article);
  /// By term.
  std::vector<CountedWord> words() const;

 private:
  struct Entry {
    std::map<std::string, uint64_t> forms;
    uint64_t tokens = 0, articles = 0, named = 0, first = 0, last_article = 0;
  };
  void add(const Article& article, TextField field, const std::vector<Token>& tokens);
  void add(const Token& token, std::string_view written, bool named);

  Names names_;
  Analyzer analyzer_;
  ArticleTokens tokens_;
  TextMap<Entry> entries_;
  uint64_t articles_ = 0;
};

}  // namespace depeche
