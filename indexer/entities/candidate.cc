#include "indexer/entities/candidate.h"

namespace depeche::entities {

// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): two phrases of an article do not meet by chance.
PhraseId extend(PhraseId phrase, const EntityToken& word) {
  if (!word.is_word()) return phrase;
  uint64_t mixed = phrase * 0x9E3779B97F4A7C15 + word.word->id + 1;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
  return mixed ^ (mixed >> 31);
}

PhraseId phrase_id(const TokenList& tokens, size_t first, size_t last) {
  PhraseId phrase = kNoWords;
  for (size_t i = first; i < last; ++i) phrase = extend(phrase, tokens[i]);
  return phrase;
}

}  // namespace depeche::entities
