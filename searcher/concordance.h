#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/published_index.h"
#include "searcher/search.h"

namespace depeche {

/// The order of the lines of a concordance. Whatever the first key, words are compared by their folded forms,
/// and ties are broken by the id of the article and the place in it, so that the order is total.
enum class LineOrder {
  kArticles,  // as SearchOptions::sort puts the articles; within one, title before text
  kLeft,      // by the words to the left, the nearest first; then by those to the right
  kRight,     // by the words to the right; then by those to the left
};

struct ConcordanceOptions {
  LineOrder order = LineOrder::kArticles;
  unsigned context = 10;  // words on each side, as the analyzer counts them
};

/// A hit with the words around it: one line (KWIC, key word in context). Contexts end with their paragraph.
struct ConcordanceLine {
  uint64_t rank = 1;  // from 1, over the hits of the whole answer (--offset included)
  std::string id;
  uint32_t version = 1;
  std::optional<ArticleDate> published;
  std::string source, title, path;
  Span span;         // of the hit, in title or text
  size_t begin = 0;  // the same in code points
  size_t end = 0;
  std::string left, keyword, right;  // as written; blanks at the ends of the contexts left out
};

struct Concordance {
  std::vector<ConcordanceLine> lines;  // the page asked for: options.offset and limit count hits
  uint64_t articles = 0;               // that answer
  std::optional<uint64_t> hits;        // in all of them; nullopt where that is not known without reading them
  uint64_t offset = 0;
  bool partial = false;  // the time limit came first
};

/// The concordance of a query. In the order of the articles only those of the page are read (and, where the
/// index alone cannot count hits, those before it); the other orders read every article that answers. Throws
/// as search().
Concordance make_concordance(const PublishedIndex& index, const Query& query, const SearchOptions& options,
                             const ConcordanceOptions& concordance);

/// What hits are grouped by.
enum class HitGrouping {
  kForm,   // the hit itself
  kLeft1,  // the word before it
  kRight1  // the word behind it
};

/// Hits that share a form, in lower case with accents; "" stands for no word in the paragraph.
struct HitGroup {
  std::string form;
  uint64_t hits = 0, articles = 0;
};

struct HitGroups {
  HitGrouping by = HitGrouping::kForm;
  std::vector<HitGroup> groups;  // the page asked for: most hits first, then by form
  uint64_t found = 0;            // groups
  uint64_t hits = 0;             // in the articles read
  uint64_t articles = 0;         // that answer
  uint64_t read = 0;             // of them
  uint64_t offset = 0;
  bool partial = false;  // the time limit came first: the figures are lower bounds
};

/// Counts the hits of a query by form or neighbour; reads every article that answers, or where there are more
/// than `most_read`, as many of them, evenly spaced (0: no bound). Throws as search().
HitGroups group_hits(const PublishedIndex& index, const Query& query, const SearchOptions& options,
                     HitGrouping by, uint64_t most_read = 0);

}  // namespace depeche
