#pragma once

#include <optional>

#include "indexer/entities/candidate.h"

namespace depeche::entities {

/// What speaks for a type of a name, and how much.
struct Reading {
  EntityType type = EntityType::kOther;
  Evidence evidence = Evidence::kGuess;
};

/// « Bank of America », « Johnson & Johnson »: joins capitals in English names only.
bool joins_english(const EntityToken& token);

/// The type of the run of capitals [first, last) that no list knows, by its neighbours and its looks.
Reading read_run(const TokenList& tokens, size_t first, size_t last);

/// What the words before a run say: « à X », « la ville de X », « le patron de X ».
std::optional<Reading> read_left(const TokenList& tokens, size_t first, size_t last);

}  // namespace depeche::entities
