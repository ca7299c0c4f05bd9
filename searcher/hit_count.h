#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/word_filter.h"
#include "searcher/plan.h"
#include "searcher/vocabulary.h"

namespace depeche {

/// Counts the hits of a plan without reading texts, where the index knows how many they are: where it asks
/// for single words, by the frequencies of the forms that share a stem. `documents`: docids that answer the
/// plan, ascending. Element i is what HitFinder finds in documents[i]; nullopt where only the text can tell:
/// names, phrases and distances, words one of whose forms is also the form of another word there, or shares
/// its place with another (XS). Costs as much as going through the postings of the forms.
std::vector<std::optional<uint32_t>> count_hits(const Plan& plan, const Vocabulary& vocabulary,
                                                const Xapian::Database& database,
                                                const std::vector<uint32_t>& documents);

/// Every folded form that a word matching the pattern can have in the index, compounds aside.
std::vector<std::string> forms_of(const Pattern& pattern, const Vocabulary& vocabulary);

/// Lets pass every word that may match a pattern of the plan.
WordFilter word_filter_of(const Plan& plan, const Vocabulary& vocabulary);

}  // namespace depeche
