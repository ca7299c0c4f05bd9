#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/published_index.h"
#include "searcher/query/query.h"
#include "searcher/search.h"

namespace depeche {

/// A term that may make a query find more.
struct RelatedTerm {
  enum class Kind : uint8_t {
    kWord,     // of the best answers
    kName,     // named in the best answers
    kDemonym,  // of a place of the query: chinois
    kPlace,    // of a demonym of the query: Chine
  };
  Kind kind = Kind::kWord;
  std::string text;       // as people write it
  std::string query;      // the same in the query language
  uint64_t answers = 0;   // of those read, that have it
  uint64_t articles = 0;  // of the index, that have it; superseded versions count too
  double weight = 0;      // kWord and kName: bits, see below
};

struct RelatedTerms {
  std::vector<RelatedTerm> terms;  // by kind; words and names by weight, at most options.limit of each
  uint64_t read = 0;               // answers
  uint64_t articles = 0;           // that answer
  bool partial = false;            // the time limit came first
};

/// Answers that are read: the best ones.
constexpr uint64_t kMostReadForRelated = 20;

/// Terms related to a query; nothing is ever added to it. Words and names are those that the best answers
/// have, two of them at least where there are three, and the query has not. They are weighed by Bo1, tf ·
/// log2((1 + P) / P) + log2(1 + P), where P is the frequency of the term in the index per document (Amati,
/// Probability models for information retrieval based on divergence from randomness, 2003, 4.2); tf counts
/// the places of a word in the answers, and the answers of a name. Throws as search().
RelatedTerms related_terms(const PublishedIndex& index, const Query& query, const SearchOptions& options);

/// The demonyms of the places that a query names, and the places of the demonyms that it has, without counts.
std::vector<RelatedTerm> related_demonyms(const Query& query);

/// "word", "name", "demonym", "place": names in JSON and CSV.
std::string_view name_of(RelatedTerm::Kind kind);

}  // namespace depeche
