#pragma once

#include <set>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/query/query.h"

namespace depeche::oracle {

/// Ids of the articles whose raw title or text a regular expression of ICU finds for an exact word or a
/// phrase: shares no code with the analyzer.
std::set<std::string> raw_scan(const std::vector<Article>& articles, const Query& query);

}  // namespace depeche::oracle
