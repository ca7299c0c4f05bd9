#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"

namespace depeche {

/// A word as copies of a text are recognised by it.
struct StoryWord {
  enum class Kind : uint8_t {
    kPlain,
    kDistinguishing,  // a figure, a word with a capital, a number in letters, a day, a month
    kDamaged,         // letters of it are lost: it may be any word
  };
  Kind kind = Kind::kPlain;
  bool begins_paragraph = false;
  uint64_t hash = 0;   // of the folded word, or of a number's figures: 10.000 and 10 000 are one
  uint64_t value = 0;  // the same, of a plain word without the -s or -x of a plural
};

/// The words of a text, by their place: without news agencies (« (AFP) »), and without what stands before the
/// first dash where that is a dateline (« PARIS, 13 février (AFP) – »). `tokens` are those of the text.
std::vector<StoryWord> story_words(std::string_view text, const std::vector<Token>& tokens);

}  // namespace depeche
