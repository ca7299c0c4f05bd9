#pragma once

#include <ostream>
#include <vector>

#include "common/json.h"
#include "common/terminal.h"
#include "searcher/related/related_terms.h"
#include "searcher/related/variants.h"

namespace depeche {

/// Variants of a word and terms related to a query as tables, for the text renderer.
void print_variants(const Variants& variants, const Terminal& terminal, std::ostream& out);
void print_related(const RelatedTerms& related, const Terminal& terminal, std::ostream& out);

/// The same in JSON (ARCHITECTURE.md, "JSON"): what is whole, and the items of which it is made.
Json variants_json(const Variants& variants);
std::vector<Json> variant_items(const Variants& variants);
Json related_json(const RelatedTerms& related);
std::vector<Json> related_items(const RelatedTerms& related);

}  // namespace depeche
