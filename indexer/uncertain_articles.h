#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/article.h"
#include "common/index_layout.h"
#include "common/manifest.h"

namespace depeche {

/// A live article of an index whose year its source does not state.
struct UncertainArticle {
  Article article;
  std::string bytes;                // as stored
  std::string digest;               // of the article as it was read: kSlotDigest
  uint32_t segment = 0, docid = 0;  // index into Manifest::segments, and its document there
};

/// Visits them in the order of segments and documents, until `visit` returns false. Throws Xapian::Error,
/// Error (kIndex).
void for_each_uncertain(const IndexLayout& layout, const Manifest& manifest,
                        const std::function<bool(UncertainArticle&&)>& visit);

}  // namespace depeche
