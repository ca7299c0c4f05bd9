#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/published_index.h"
#include "searcher/query/query.h"
#include "searcher/search.h"

namespace depeche {

/// A condition of a query that found nothing.
struct EmptyingPart {
  std::string text;          // as to_text() prints it
  uint64_t alone = 0;        // articles that it finds by itself
  uint64_t without = 0;      // articles that the rest of the query finds
  std::string did_you_mean;  // a word of the index near a word that it has not; "" if none
};

/// Why nothing was found: each condition at the highest level of the query that finds nothing by itself; if
/// there is none, each without which the rest finds something. Empty where only several together are to
/// blame, and for a query of one condition that is no word. Asks two searches a condition, of at most
/// kMaxAdvised conditions. Throws as search().
std::vector<EmptyingPart> advise(const PublishedIndex& index, const Query& query,
                                 const SearchOptions& options);

constexpr size_t kMaxAdvised = 12;

/// The word of the index that `word` is most likely a misspelling of, as the index writes it most often:
/// within one edit (insertion, deletion, substitution, swap of neighbours) of 4 letters or more, two of 8 or
/// more, of the folded forms; the nearest, then the one of most articles. "" if there is none. Reads the
/// whole vocabulary.
std::string nearest_word(const PublishedIndex& index, const std::string& word);

}  // namespace depeche
