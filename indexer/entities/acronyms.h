#pragma once

#include <vector>

#include "indexer/entities/candidate.h"

namespace depeche::entities {

/// « Organisation mondiale de la santé (OMS) », « OMS (Organisation mondiale de la santé) ».
struct AcronymDefinition {
  Candidate name;  // the words, whose initials the acronym has
  Candidate acronym;
};

/// Every acronym that the field defines: the initials of the words match, grammatical words may be left out.
/// Linear: a definition is at most kMaxDefinitionTokens long.
constexpr size_t kMaxDefinitionTokens = 16;
std::vector<AcronymDefinition> find_acronym_definitions(const TokenList& tokens);

}  // namespace depeche::entities
