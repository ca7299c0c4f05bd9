#include "indexer/uncertain_articles.h"

#include <algorithm>
#include <utility>

#include <xapian.h>

#include "common/schema.h"
#include "common/stored_article.h"

namespace depeche {
namespace {

bool states_no_year(const ArticleDate& date) {
  return date.kind != DateKind::kEvent && (date.stated || date.value.precision() == Precision::kMonthDay);
}

}  // namespace

void for_each_uncertain(const IndexLayout& layout, const Manifest& manifest,
                        const std::function<bool(UncertainArticle&&)>& visit) {
  const std::string uncertain(kUncertainTerm);
  for (uint32_t i = 0; i < manifest.segments.size(); ++i) {
    const SegmentEntry& segment = manifest.segments[i];
    const Xapian::Database database(layout.segment(segment.id).string(), Xapian::DB_BACKEND_GLASS);
    for (auto it = database.postlist_begin(uncertain); it != database.postlist_end(uncertain); ++it) {
      if (segment.superseded.contains(*it)) continue;
      const Xapian::Document document = database.get_document(*it);
      UncertainArticle found{{}, document.get_data(), document.get_value(kSlotDigest), i, *it};
      found.article = decode_article(found.bytes);
      if (std::ranges::none_of(found.article.dates, states_no_year)) continue;
      if (!visit(std::move(found))) return;
    }
  }
}

}  // namespace depeche
