#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/published_index.h"
#include "searcher/deadline.h"
#include "searcher/hits.h"
#include "searcher/match.h"
#include "searcher/search.h"
#include "searcher/vocabulary.h"

namespace depeche {

/// The articles that answer a query, with the number of their hits.
struct HitCounts {
  std::vector<uint32_t> docids;               // ascending
  std::vector<std::optional<uint32_t>> hits;  // of each; nullopt where its text has to be read for it
  bool partial = false;                       // the time limit came first

  /// Of all articles; nullopt where one is not known.
  std::optional<uint64_t> total() const;
  /// Of one document; nullopt where it is not known or not found.
  std::optional<uint32_t> of(uint32_t docid) const;
};

/// Counts and reads the hits of one query. Holds references to index and options.aliases; not thread-safe.
class HitReader {
 public:
  /// Throws as search().
  HitReader(const PublishedIndex& index, const Query& query, const SearchOptions& options);

  /// What the index knows without a text.
  HitCounts count(const Deadline& deadline) const;
  /// Reads texts for the numbers that are missing: all, or none where more than `most` are.
  void complete(HitCounts& counts, uint64_t most, const Deadline& deadline);

  /// An article that answers, and its hits; rank and score are not set. Throws Error (kIndex) for damaged
  /// data.
  Match read(uint32_t docid);
  /// The words of the article that was read last; until the next read().
  const ArticleTokens& tokens(const Match& match) { return finder_.tokens(match.article); }
  const Plan& plan() const { return plan_; }

 private:
  const PublishedIndex& index_;
  Query query_;
  SearchOptions options_;
  Vocabulary vocabulary_;
  Plan plan_;
  HitFinder finder_;
};

}  // namespace depeche
