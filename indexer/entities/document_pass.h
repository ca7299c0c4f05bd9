#pragma once

#include <vector>

#include "indexer/entities/acronyms.h"

namespace depeche::entities {

/// What one place of the article says about the others: a name typed surely in one place is so everywhere, a
/// person named in full explains the short forms, a capital at the head of a sentence is a name if it is one
/// elsewhere, an acronym is what its definition is. Guesses that the article contradicts are dropped.
/// Rewrites the candidates of each field; `definitions` has one entry for each field.
void read_whole_article(std::vector<FieldNames>& fields,
                        const std::vector<std::vector<AcronymDefinition>>& definitions, uint64_t article);

}  // namespace depeche::entities
