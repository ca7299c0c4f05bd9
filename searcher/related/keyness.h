#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "common/published_index.h"
#include "searcher/query/query.h"
#include "searcher/search.h"

namespace depeche {

/// A word that one set of articles has more often than another.
struct KeyWord {
  std::string term;               // by which the index counts it
  std::string text;               // as people write it
  std::array<uint64_t, 2> times;  // in the articles read of the set, and of the reference
  double likelihood = 0;          // log-likelihood ratio, see below
  double log_ratio = 0;  // of the two relative frequencies, to base 2; above 0: more often in the set
};

/// The articles of a query, as far as they are counted.
struct CountedSet {
  std::string query;      // as to_text() prints it
  uint64_t articles = 0;  // that answer
  uint64_t read = 0;      // of them
  uint64_t words = 0;     // in those read
};

struct Keyness {
  std::array<CountedSet, 2> sets;   // the set, and the reference
  std::vector<KeyWord> more, less;  // most likely first, then by text; each the page that options ask for
  uint64_t found_more = 0, found_less = 0;
  bool same = false;     // both queries are answered by the same articles
  bool partial = false;  // the time limit came first
};

/// Articles of each set that are read: where more answer, as many of them, evenly spaced.
constexpr uint64_t kMostReadForKeyness = 400;

/// The words that distinguish the answers of a query from those of a reference, other than those that the two
/// queries ask for: by stem, without grammatical words. The log-likelihood ratio compares the frequencies
/// with those that both sets together would have it: 2 * (a ln(a / Ea) + b ln(b / Eb)) (Rayson and Garside,
/// Comparing corpora using frequency profiling, 2000). The log ratio is log2 of the quotient of the relative
/// frequencies, where a word that is missing counts half a time (Hardie, Log Ratio, 2014). Throws as
/// search().
Keyness find_key_words(const PublishedIndex& index, const Query& query, const Query& reference,
                       const SearchOptions& options);

/// The query with its dates of publication replaced by others: what a range of dates is compared by.
Query in_other_dates(const Query& query, const Query& dates);

/// Rayson and Garside's, as above, of `a` times in `a_words` words and `b` times in `b_words`.
double keyness_likelihood(uint64_t a, uint64_t a_words, uint64_t b, uint64_t b_words);

}  // namespace depeche
