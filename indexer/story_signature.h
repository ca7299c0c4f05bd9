#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/text/analyzer.h"

namespace depeche {

/// Shorter texts are copies only where title and text are the same, word by word.
constexpr size_t kLeastStoryWords = 60;
/// Still shorter ones are nobody's copy: « La séance est levée. »
constexpr size_t kLeastSameWords = 10;

/// A place of a text where a figure, a name or a date stands: a hash of the words around it, and one of what
/// stands there.
struct StoryMark {
  uint32_t around = 0;
  uint16_t value = 0;
  friend auto operator<=>(const StoryMark&, const StoryMark&) = default;
};

/// What tells of two texts whether one is a near-copy of the other, without the texts. Follows from title and
/// text alone.
///
/// The sketch is that of A. Broder, « On the resemblance and containment of documents » (SEQUENCES 1997): the
/// kSketchHashes smallest of the hashes of all runs of kShingleWords folded words. News agencies, and a
/// dateline at the start, are no words here.
struct StorySignature {
  static constexpr size_t kShingleWords = 4;
  static constexpr size_t kSketchHashes = 48;
  static constexpr size_t kMostMarks = 2000;  // those with the smallest `around`

  uint64_t same = 0;             // of a short text, a hash of all its words; 0 of others
  uint32_t shingles = 0;         // distinct ones
  std::vector<uint32_t> sketch;  // ascending; empty where the text is nobody's copy, or short
  std::vector<StoryMark> marks;  // ascending

  /// No bytes where the text is nobody's copy: what kSlotStory holds.
  std::string encode() const;
  /// The inverse. Throws Error (kIndex) where encode() never wrote such bytes.
  static StorySignature decode(std::string_view bytes);
  /// Near-copies share one of these terms at least, nearly always (kSmallestShared of the sketch).
  std::vector<std::string> terms() const;
  /// Whether all texts that have this term are copies: it is that of a short text.
  static bool is_same_term(std::string_view term);
};

/// `tokens` are those of the article (common/article_tokens.h).
StorySignature story_signature(const Article& article, const ArticleTokens& tokens);

/// Whether two texts are near-copies: their shingles resemble each other, most of the shorter text's are in
/// the longer one, and wherever both have the same words around a figure, a name or a date, it is the same
/// one. A word that lost letters is none of these. Symmetric.
bool near_copies(const StorySignature& a, const StorySignature& b);

}  // namespace depeche
