#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/name_title.h"
#include "common/schema.h"

namespace depeche {

/// A value of an article that answers are counted by: an entity as it is written in one way, the source, the
/// section, an author, the year of publication.
struct FacetValue {
  FieldId field = FieldId::kOther;  // kDate: the year; figures
  std::string_view key;             // Mention::key; "" where the field is no entity
  std::string_view text;            // as it is written in the article
  uint32_t mentions = 1;            // of an entity so written
  bool linked = false;              // they stand for the name, as the article itself shows
  std::optional<Sex> bare;  // they are of a bare name (common/bare_names.h), of the sex that titles tell
};

/// The field of an entity type.
FieldId field_of(EntityType type);

/// What kSlotFacets holds of an article: all its facet values, so that answers are counted without reading
/// them. The same for the same article, whatever the order of its mentions came from.
std::string encode_facet_values(const Article& article);

/// Calls `visit` for each value that `bytes` holds; its views live as long as `bytes`. No bytes, no values.
/// Throws Error (kIndex) where encode_facet_values() never wrote such bytes.
void visit_facet_values(std::string_view bytes, const std::function<void(const FacetValue&)>& visit);

}  // namespace depeche
