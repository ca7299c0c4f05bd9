#pragma once

#include <random>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/query/query.h"

namespace depeche::oracle {

/// Articles of a few awkward words, so that random queries find something: accents and their absence,
/// capitals, elisions, compounds in three shapes, paragraphs, dates known in part or not at all, versions of
/// one id.
std::vector<Article> random_articles(std::mt19937& random, size_t count);

/// A query over the same words, nested at most `depth` deep.
Query random_query(std::mt19937& random, unsigned depth);

/// A word, exact word or phrase without compounds: what a scan of the raw text can decide.
Query random_plain_query(std::mt19937& random);

/// A bare word of the articles that is not grammatical.
Query random_word(std::mt19937& random);

}  // namespace depeche::oracle
