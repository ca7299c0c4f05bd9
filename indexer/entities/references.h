#pragma once

#include <vector>

#include "indexer/entities/candidate.h"

namespace depeche::entities {

/// Adds to the candidates of each field the common nouns that stand for a name given before in that field: «
/// le ministère » where the article names one ministère only. They have Candidate::reference set; the
/// organisation meant is the first of the field that begins with the noun. Linear in the length of the
/// article.
void add_references(std::vector<FieldNames>& fields);

}  // namespace depeche::entities
