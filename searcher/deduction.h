#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/facet_values.h"
#include "common/published_index.h"
#include "common/surname_table.h"
#include "searcher/aliases.h"
#include "searcher/name_count.h"

namespace depeche {

/// That a bare name of an article stands for a full name: known only from the other articles of the index.
struct Deduction {
  size_t mention = 0;  // index into Article::mentions
  Surname surname;
  std::string name;  // the full name as people read it; its key where that is all that is known
};
using Deductions = std::vector<Deduction>;

/// The deductions of an article, by mention; `name` is the key.
Deductions deductions(const Article& article, const SurnameTable& table);

/// The same, each `name` as the index writes it: in most mentions of some of the articles that have it, those
/// of the lowest identifiers, so that it does not depend on segments. Throws Error (kIndex) for damaged data.
Deductions readable_deductions(const Article& article, const PublishedIndex& index);

/// Whom mentions are counted for: a deduced one for the full name.
struct NamedEntity {
  std::string_view key;  // lives as long as the value and the table
  NameUse use = NameUse::kWhole;
};
/// Of an entity. Reads the surname table only for bare names.
NamedEntity named_entity(const FacetValue& value, const PublishedSurnames& surnames);
/// The same under the canonical name of its aliases (nullptr: none), in whose group the key lives.
NamedEntity named_entity(const FacetValue& value, const PublishedSurnames& surnames, const Aliases* aliases);

/// The filter terms of the bare names that stand for a surname's full name: those that no title contradicts.
std::vector<std::string> bare_name_terms(const Surname& surname);

/// « deduced: 57 of the 58 articles that name in full a person of that name »
std::string reason_text(const Surname& surname);

/// The same for JSON, in English and without figures.
constexpr const char* kDeducedRule = "nine in ten of the articles that name in full a person of that name";

}  // namespace depeche
