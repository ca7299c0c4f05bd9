#pragma once

#include <cstddef>

#include "common/article.h"
#include "common/published_index.h"
#include "searcher/query/query.h"

namespace depeche {

/// Words that a query of similar_to() has at most.
constexpr size_t kMostSimilarWords = 20;
/// Articles that score less than this share of the most similar one resemble by a word or two only.
constexpr double kLeastSimilarity = 0.2;

/// The query that finds the articles most like one: any of the words that tell it apart, but not the article
/// itself. These are the words that stand in another article too of the highest (1 + ln tf) · ln(N / df): tf
/// times in this article, in df of the N of the index (Salton and Buckley, Term-weighting approaches in
/// automatic text retrieval, 1988); words of names count twice; of equals the first in the article. kAll
/// where there is no such word.
Query similar_to(const PublishedIndex& index, const Article& article);

}  // namespace depeche
