#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/plan.h"

namespace depeche {

/// An article that answers a query, with the places that do.
struct Match {
  uint64_t rank = 1;  // from 1, over the whole answer (--offset included)
  double score = 0;
  Article article;
  std::vector<Span> hits;  // in title and text, by field, then offset; may be empty (a query by date alone)
  std::string story = {};  // key of its story; "" where it has no copies
  /// Ids of the copies that answer too and are left out for it (SearchOptions::per_story), by their bytes.
  std::vector<std::string> copies = {};
};

/// What an answer's articles have of the words of a query.
struct Relaxation {
  Demand demand = Demand::kAll;
  uint64_t with_all = 0;  // unless kAll: articles that have all of the words, and the phrases as written
};

/// The page of an answer that was asked for, and the size of the whole.
struct Answer {
  std::vector<Match> matches;
  uint64_t articles = 0;            // matching articles
  std::optional<uint64_t> stories;  // matching articles without their copies; where these are left out
  uint64_t hits = 0;                // hits in all of them; only where asked for (--count)
  uint64_t words = 0;               // words of all of them; only where asked for
  Relaxation relaxation;
  bool partial = false;  // the time limit was reached: the figures are lower bounds
};

}  // namespace depeche
