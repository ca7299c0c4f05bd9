#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/word_filter.h"

namespace depeche {

/// A distinct word form: what indexing, querying and highlighting compare. Owned by the analyzer.
struct Word {
  std::string term;                // folded surface form
  std::string reading;             // common/text/fold.h, reading_of
  std::string lower;               // lower case with accents
  std::vector<std::string> stems;  // folded; empty where the word is not stemmed
};

/// Why a token is what it is; printed by --analyze.
enum class TokenKind : uint8_t {
  kWord,
  kElision,    // l', d', qu' ...: the elided word itself
  kAcronym,    // all capitals (ONU) or dotted capitals (O.N.U.): not stemmed
  kNumber,     // begins with a digit: 2019, 49.3, 5G
  kException,  // aujourd'hui, O'Brien: kept whole against the rule
  kPart,       // a part of a compound
  kCompound,   // the joined form of a compound, beside its parts; has no position of its own
};

/// An occurrence of a word in a text.
struct Token {
  uint32_t begin = 0, end = 0;  // bytes of the text given, never altered by any step
  uint32_t position = 0;        // ordinal; a compound has the position of its first part
  TokenKind kind = TokenKind::kWord;
  const Word* word = nullptr;  // an empty one where a WordFilter says that it is not asked for

  bool positional() const { return kind != TokenKind::kCompound; }
};

/// Positions: a new paragraph (line feed) begins kParagraphGap later, so that no phrase or NEAR (at most 100)
/// crosses it.
constexpr uint32_t kParagraphGap = 101;
/// The body's positions begin this much behind the title's last.
constexpr uint32_t kBodyGap = 1000;
/// A longer word is not a term (reliability: Xapian refuses terms above 245 bytes).
constexpr size_t kMaxWordCodePoints = 64;

/// A stretch of a text that may be any of several words: a damaged one whose letters cannot be told for sure.
struct Alternatives {
  uint32_t begin = 0, end = 0;  // bytes
  std::vector<std::string> words;
};

/// An article's tokens, with their positions in the index: the title's from 1, the body's kBodyGap behind.
struct ArticleTokens {
  std::vector<Token> title, text;
  size_t long_words = 0;  // left out, see Analyzer::analyze()
};

/// Splits French text into tokens: one class for indexing, querying and highlighting.
/// Order: NFC -> apostrophes -> tokenise -> lower case -> elision -> stem the accented form -> fold.
/// Not thread-safe: one per thread.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;

  /// Replaces the contents of `tokens` by the tokens of `text`, by offset (a compound stands before its
  /// parts); positions begin at `first_position`. Ill-formed UTF-8 separates words. Words over
  /// kMaxWordCodePoints are left out but take a position; their number is returned. The Word pointers
  /// are valid until the next call of analyze() or analyze_article() or the end of the analyzer.
  size_t analyze(std::string_view text, std::vector<Token>& tokens, uint32_t first_position = 1);

  /// Replaces `tokens` by those of an article. Each of the alternatives becomes a token at one position, in
  /// place of what stands there; both lists by offset, not overlapping. What `filter` (nullptr: nothing)
  /// rules out is not looked up: such tokens have an empty word, and kind kWord.
  void analyze_article(std::string_view title, std::string_view text, ArticleTokens& tokens,
                       const std::vector<Alternatives>& in_title = {},
                       const std::vector<Alternatives>& in_text = {}, const WordFilter* filter = nullptr);

  /// The word that the text of one token is. Valid as long as those of the tokens.
  const Word& word(std::string_view token);

  /// The words of a name or field value joined by single spaces, folded: "ministère de l'Intérieur" ->
  /// "ministere de l interieur". The form in which boolean terms hold and compare values.
  std::string key(std::string_view text);

  /// Changes with any change of the tokens; recorded in the index.
  static std::string version();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Whether a folded term is a French stop word (closed list of grammatical words).
bool is_stop_word(std::string_view term);

/// "word", "elision", "acronym", "number", "exception", "part", "compound".
std::string_view name_of(TokenKind kind);

}  // namespace depeche
