#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/text_hash.h"

namespace depeche::entities {

/// A name known by heart.
struct GazetteerName {
  EntityType type = EntityType::kPlace;
  bool capitals_only = false;  // PS, LR: short acronyms that are words in lower case
};

/// Names of countries, cities, organisations ... by their words in order. Built once from the tables and from
/// ICU (CLDR): countries, parts of the world and the cities of time zones, in French. Immutable, thread-safe.
class Gazetteer {
 public:
  Gazetteer();

  struct Step {
    const GazetteerName* name = nullptr;  // the key is a name
    bool goes_on = false;                 // the key is the beginning of a longer name
  };
  /// `key`: folded words joined by single spaces; hyphens and apostrophes count as spaces (append_to_key).
  Step find(std::string_view key) const;

 private:
  struct Entry {
    std::optional<GazetteerName> name;
    bool goes_on = false;
  };

  void add(std::string_view name, EntityType type);

  TextMap<Entry> entries_;
};

const Gazetteer& gazetteer();

}  // namespace depeche::entities
