#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/published_index.h"
#include "searcher/aliases.h"
#include "searcher/match.h"
#include "searcher/query/query.h"

namespace depeche {

/// Bare words from which on a query is not demanded whole.
constexpr size_t kLongQuery = 5;

enum class SortOrder {
  kRelevance,
  kOldestFirst,
  kNewestFirst,
  kId,    // by the bytes of the article's id
  kNone,  // as they lie in the index: ascending docids; the quickest
};

struct SearchOptions {
  SortOrder sort = SortOrder::kRelevance;
  uint64_t offset = 0;
  uint64_t limit = 10;
  bool count_hits = false;           // Answer::hits and words of all articles, and no matches
  double time_limit = 2;             // seconds; 0: none
  const Aliases* aliases = nullptr;  // what else names are asked for by; nullptr: nothing
  bool relax = true;                 // questions may be answered by articles that have most of their words
  Relaxation* relaxation = nullptr;  // where to tell what was demanded; nullptr: nowhere
  uint64_t since_state = 0;          // only articles that a later state of the index brought; 0: all
  bool per_story = false;            // of the copies that answer (common/story_table.h), only one
  double least_share = 0;            // of the best score, 0 to 1: articles that score less are left out
};

/// Answers a query from one published state. Ties are broken by date (newest first), then id, so that the
/// order is total and does not depend on segments. Articles that Xapian alone cannot decide are decided on
/// their text.
///
/// Every word is demanded, but for grammatical ones beside others. With options.relax a question
/// (reads_as_question()), and a query of kLongQuery bare words that no article has together, is answered by
/// the articles that score at least two fifths of what the best one does; other conditions hold all the same.
/// Where they leave nothing of a question, the phrases among them count as words. The same holds of
/// find_documents(). Throws Error: kRefused for a wildcard that stands for too many
/// words; kIndex for damaged data.
Answer search(const PublishedIndex& index, const Query& query, const SearchOptions& options);

/// With options.per_story one article of each story is part of the answer: that of the best rank, or in no
/// order (SortOrder::kNone, count_hits) the one that was published first, then by id.

/// Documents that answer: docids of PublishedIndex::database.
struct FoundDocuments {
  std::vector<uint32_t> docids;  // in the order asked for
  uint64_t articles = 0;         // that answer, whatever page was asked for
  bool partial = false;          // the time limit came first
};

/// The page of documents that options.offset and limit ask for, without reading what they hold. Throws as
/// search().
FoundDocuments find_documents(const PublishedIndex& index, const Query& query, const SearchOptions& options);

/// Every document that answers, by docid, whatever page and order the options ask for. Throws as search().
FoundDocuments find_all_documents(const PublishedIndex& index, const Query& query, SearchOptions options);

/// What an answer to the query has of its words. Throws as search().
Relaxation relaxation_of(const PublishedIndex& index, const Query& query, const SearchOptions& options);

/// The query at its stages, for --explain: canonical text, tree, aliases of its names and bare names that
/// stand for them, Xapian query and what is checked on the text.
std::string explain(const PublishedIndex& index, const Query& query, const Aliases* aliases = nullptr);

}  // namespace depeche
