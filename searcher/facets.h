#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/schema.h"
#include "searcher/name_count.h"
#include "searcher/search.h"

namespace depeche {

/// What answers can be counted by.
struct FacetField {
  std::string_view english, french;  // names on the command line, as kFields has them
  std::optional<FieldId> field;      // none: the year of publication
  bool has_mentions = false;         // an entity: counted by mentions too
};

/// By English or French name, any case, with or without accents; nullptr if answers are not counted by it.
const FacetField* find_facet_field(std::string_view name);
/// The French names, joined by ", ": for messages.
std::string facet_field_names();

/// The values of one field over the articles that answer.
struct Facet {
  const FacetField* field = nullptr;
  uint64_t values = 0;         // different ones
  std::vector<NameCount> top;  // the most frequent
};

struct FacetAnswer {
  std::vector<Facet> facets;  // in the order asked for
  uint64_t articles = 0;      // counted
  bool partial = false;       // the time limit came first: the figures are lower bounds
};

/// Counts the values of fields over all articles that answer, at most `limit` values a field. Names that
/// options.aliases holds for one entity are one value, under the key of the canonical name; a bare name
/// counts for the full name that the index deduces. The year is that of the best date of publication;
/// articles without one count in no year.
FacetAnswer count_facets(const PublishedIndex& index, const Query& query,
                         const std::vector<const FacetField*>& fields, uint64_t limit,
                         const SearchOptions& options);

}  // namespace depeche
