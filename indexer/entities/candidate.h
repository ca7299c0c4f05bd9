#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/tokens.h"

namespace depeche::entities {

/// How much speaks for a candidate's type. The rest of the article may overrule what is weaker.
enum class Evidence : uint8_t {
  kGuess,   // capitals where only a name has them
  kLikely,  // one sign: « à X », a given name, a known name of several senses
  kStrong,  // title, role, speech verb, organisation's head, known name
};

/// A name found: tokens [first, last) of a field, without title and article.
struct Candidate {
  uint32_t first = 0, last = 0;
  EntityType type = EntityType::kOther;
  Evidence evidence = Evidence::kGuess;
  uint32_t title = 0;      // kTitleMale or kTitleFemale where a title says so
  uint8_t rule = 0;        // which rule found it, as the model sees it
  bool reference = false;  // a common noun that stands for a name: « le ministère »

  uint32_t length() const { return last - first; }
};

/// A field of the article on its way through the recogniser.
struct FieldNames {
  TextField field = TextField::kText;
  std::string_view text;
  TokenList tokens;
  std::vector<Candidate> candidates;  // by first token, never overlapping
};

/// Stands for a sequence of words, case, accents and punctuation aside; compares names inside one article.
using PhraseId = uint64_t;
constexpr PhraseId kNoWords = 0;
PhraseId extend(PhraseId phrase, const EntityToken& word);
PhraseId phrase_id(const TokenList& tokens, size_t first, size_t last);

}  // namespace depeche::entities
