#pragma once

#include <set>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/query/query.h"

namespace depeche::oracle {

/// Folded surface forms of all articles: what decides whether a solid word has halves.
std::set<std::string> surface_terms(const std::vector<Article>& articles);

/// Ids of the articles that a query finds, worked out article by article over analyzed tokens: no index, no
/// plan, nothing of searcher/ but the tree.
std::set<std::string> naive_search(const std::vector<Article>& articles, const Query& query);

}  // namespace depeche::oracle
