#include "indexer/waiting_articles.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "common/schema.h"
#include "common/stored_article.h"
#include "indexer/event_dates.h"
#include "indexer/pipeline.h"

namespace depeche {
namespace {

std::vector<const ArticleDate*> own_dates(const Article& article) {
  std::vector<const ArticleDate*> dates;
  for (const ArticleDate& date : article.dates)
    if (date.kind != DateKind::kEvent) dates.push_back(&date);
  return dates;
}

std::vector<std::string> values_of(const std::vector<DateCandidate>& candidates) {
  std::vector<std::string> values;
  for (const DateCandidate& candidate : candidates) values.push_back(to_edtf(candidate.value));
  std::ranges::sort(values);
  return values;
}

bool differ(const ArticleDate* before, const ArticleDate* after) {
  constexpr float kNoticed = 0.05f;
  return before->kind != after->kind || before->value != after->value || before->basis != after->basis ||
         std::abs(before->confidence - after->confidence) >= kNoticed ||
         values_of(before->candidates) != values_of(after->candidates);
}

}  // namespace

bool dates_differ(const Article& before, const Article& after) {
  return !std::ranges::equal(own_dates(before), own_dates(after),
                             [](const auto* a, const auto* b) { return !differ(a, b); });
}

void WaitingArticles::add(WaitingArticle&& article) {
  spill_.add(article.bytes);
  by_id_[article.id] = waiting_.size();
  waiting_.push_back(
      {std::move(article.digest), article.id, article.segment, article.docid, article.version});
}

bool WaitingArticles::withdraw(Fingerprint id) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return false;
  waiting_[found->second].withdrawn = true;
  by_id_.erase(found);
  return true;
}

void WaitingArticles::place(const AnnotateOptions& options, const DateEvidence& evidence, unsigned threads,
                            unsigned long batch, const std::function<bool(PlacedArticle&&)>& visit) {
  struct Item {
    const Entry* entry;
    std::string bytes;
  };
  spill_.rewind();
  Pipeline<Item, PlacedArticle> pipeline({.threads = threads});
  const auto work = [&](Analyzer& analyzer, const Item& item) {
    PlacedArticle placed{
        decode_article(item.bytes), {}, item.entry->id, item.entry->segment, item.entry->docid};
    Article& article = placed.article;
    const bool again = placed.docid != 0;
    const Article before = again ? article : Article();
    if (again) {
      std::erase_if(article.dates, [](const ArticleDate& date) { return date.kind == DateKind::kEvent; });
      unplace_dates(article);
      place_own_dates(article, options.placement);
    }
    place_year(article, options.placement, evidence);
    if (!again || dates_differ(before, article)) {
      article.version = item.entry->version;
      add_event_dates(article, options.placement.now);
      placed.prepared = to_document(article, analyzer, batch);
      placed.prepared->document.add_value(kSlotDigest, item.entry->digest);
    }
    article.text = {};
    article.header = {};
    return placed;
  };
  pipeline.run(
      [&](const auto& push) {
        for (const Entry& entry : waiting_) {
          Item item{&entry, spill_.next()};
          const size_t bytes = item.bytes.size();
          if (!entry.withdrawn && !push(std::move(item), bytes)) return;
        }
      },
      [&] {
        auto analyzer = std::make_shared<Analyzer>();
        return [&work, analyzer](Item&& item) { return work(*analyzer, item); };
      },
      [&](PlacedArticle&& placed) { return visit(std::move(placed)); });
}

}  // namespace depeche
