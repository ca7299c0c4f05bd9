#pragma once

#include <vector>

#include "indexer/entities/candidate.h"

namespace depeche::entities {

/// One list of names out of what the rules and the model found in a field. The model has seen what the rules
/// say and decides; of the rules stay the sex that a title told and how sure they were where both agree.
std::vector<Candidate> combine(const std::vector<Candidate>& ruled, const std::vector<Candidate>& modelled);

}  // namespace depeche::entities
