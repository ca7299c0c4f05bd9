#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/published_index.h"
#include "searcher/match.h"
#include "searcher/search.h"
#include "searcher/standing/standing_queries.h"

namespace depeche {

/// The states of the index that a digest compares.
struct DigestPeriod {
  uint64_t since = 0;           // what was known then is no news
  uint64_t state = 0;           // the one that answers
  std::string since_published;  // when: "2019-03-01T03:12:09Z"; "" if not known
  std::string published;
};
DigestPeriod period_of(const Manifest& manifest, uint64_t since);

/// What is new for one standing query: live articles that states after DigestPeriod::since brought. One is
/// changed where the index had a version of it by then, or where it has dropped older versions and cannot
/// tell; else it is new.
struct QueryDigest {
  std::vector<Match> fresh, changed;  // of the page asked for, in its order; ranks begin at 1 in each
  uint64_t fresh_articles = 0, changed_articles = 0;  // whatever page was asked for
  bool partial = false;                               // the time limit was reached: lower bounds

  uint64_t articles() const { return fresh_articles + changed_articles; }
};

/// Answers a standing query; the options say in which order and how many of its articles. Every word is
/// demanded: an article that has but most of them is no news of it. Throws as search().
QueryDigest make_digest(const PublishedIndex& index, const StandingQuery& query, uint64_t since,
                        const SearchOptions& options);

}  // namespace depeche
