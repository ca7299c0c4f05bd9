#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/published_index.h"
#include "searcher/name_count.h"
#include "searcher/search.h"

namespace depeche {

/// Whether a key is what `pattern` asks for, any case and accents: with `*` (any letters) or `?` (one letter)
/// the whole key, without them a part of it. "hua*", "*ying", "h?a*", "chun".
class KeyPattern {
 public:
  /// Throws Error (kUsage) where the pattern holds no letter, figure or `*`.
  explicit KeyPattern(std::string_view pattern);
  bool matches(std::string_view key) const;

 private:
  std::string glob_;
};

/// An entity of the index.
struct EntityCount {
  EntityType type = EntityType::kOther;
  NameCount name;
};

struct EntityAnswer {
  std::vector<EntityCount>
      entities;          // the page asked for: those in most articles first, then by key and type
  uint64_t found = 0;    // entities that the pattern asks for
  uint64_t offset = 0;   // of the page
  bool partial = false;  // the time limit came first: the figures are lower bounds
};

/// The entities of the live articles that a pattern asks for, each by its own key (aliases apart; a bare name
/// counts for the full name that the index deduces): page and time limit as in `options`. Throws Error
/// (kIndex) for damaged data.
EntityAnswer list_entities(const PublishedIndex& index, const KeyPattern& pattern,
                           const SearchOptions& options);

}  // namespace depeche
