#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/published_index.h"
#include "common/schema.h"
#include "searcher/query/query.h"
#include "searcher/search.h"

namespace depeche {

/// What is counted: articles that answer, or their sentences that hold a hit (a title is a sentence).
enum class CooccurrenceScope : uint8_t { kArticle, kSentence };

struct CooccurrenceOptions {
  std::optional<FieldId> field;  // kPerson to kEntity: names of that kind, or of any; none: words
  CooccurrenceScope scope = CooccurrenceScope::kArticle;
};

/// A name or word that stands with what a query asks for more often than chance would have it.
struct Cooccurrent {
  FieldId field = FieldId::kOther;  // of a name
  std::string key;                  // of a name; the term of a word
  std::string text;                 // as people write it
  uint64_t together = 0;            // articles or sentences with it that answer
  uint64_t everywhere = 0;          // with it, of all compared
  double expected = 0;              // together, if it were spread evenly
  double likelihood = 0;            // log-likelihood ratio, see below
};

struct Cooccurrences {
  CooccurrenceOptions asked;
  std::vector<Cooccurrent> top;  // the page asked for: by likelihood, then by text
  uint64_t found = 0;            // names or words that stand with it more often than chance would have it
  uint64_t matching = 0;         // articles or sentences that answer, of those compared
  uint64_t compared = 0;         // articles or sentences
  uint64_t articles = 0;         // that answer
  uint64_t read = 0;             // of them, those that are counted
  uint64_t offset = 0;           // of the page
  bool partial = false;          // the time limit came first: the figures are of what was read by then
};

/// Articles that are read for words and for sentences: where more answer, as many of them, evenly spaced.
constexpr uint64_t kMostReadForCooccurrence = 1000;

/// What stands with the answers of a query. Articles are compared with all live articles of the index;
/// sentences with a hit, with all sentences of the articles that answer. Names are under their canonical
/// name, those that the query asks for left out; words are those of may_tell(), by stem. Page and time limit
/// as in `options`. Throws as search().
Cooccurrences find_cooccurrents(const PublishedIndex& index, const Query& query,
                                const CooccurrenceOptions& asked, const SearchOptions& options);

/// The log-likelihood ratio of the two-by-two table of `together` of `matching` and `everywhere` of
/// `compared`: 2 * sum O ln(O / E) (Dunning, Accurate methods for the statistics of surprise and coincidence,
/// Computational Linguistics 19(1), 1993). Above 10.83 chance is behind it once in a thousand times.
/// Precondition: together <= matching, everywhere; all <= compared.
double log_likelihood(uint64_t together, uint64_t matching, uint64_t everywhere, uint64_t compared);

/// "article", "sentence": names on the command line and in JSON.
std::string_view name_of(CooccurrenceScope scope);

}  // namespace depeche
