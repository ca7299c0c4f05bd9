#pragma once

#include <vector>

#include "indexer/entities/candidate.h"

namespace depeche::entities {

/// One list of names out of what the rules and the model found in a field, by first token, never overlapping.
/// The model has seen what the rules say and decides; of the rules stay the names they are sure of where the
/// model sees none, the sex that a title told, and how sure they were where both agree. Words without any
/// capital are a name only if a rule says so too.
std::vector<Candidate> combine(const TokenList& tokens, const std::vector<Candidate>& ruled,
                               const std::vector<Candidate>& modelled);

}  // namespace depeche::entities
