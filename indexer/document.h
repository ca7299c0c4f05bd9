#pragma once

#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/text/analyzer.h"

namespace depeche {

/// What a segment stores of an article.
struct PreparedDocument {
  Xapian::Document document;
  /// (stem, surface form) pairs of the article's words, once each: the segment's stem -> forms table.
  std::vector<std::pair<std::string, std::string>> forms;
  size_t long_words = 0;  // words left out because they are too long for a term
};

/// The term of the name that a mention stands for: XP, XO, XL or XM and its key.
std::string entity_term(const Mention& mention);

/// Turns an annotated article into terms, values and data (common/schema.h), all of them valid for Xapian.
/// `batch` is the number of the manifest that the run will publish.
PreparedDocument to_document(const Article& article, Analyzer& analyzer, unsigned long batch);

}  // namespace depeche
