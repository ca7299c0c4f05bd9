#include "indexer/analyse.h"

#include <string>
#include <utility>

#include "common/schema.h"
#include "common/stored_article.h"
#include "indexer/report.h"

namespace depeche {

Outcome Analysis::operator()(CorpusItem&& item) {
  const Stopwatch watch;
  if (Rejection* rejection = std::get_if<Rejection>(&item)) return {std::move(*rejection), watch.seconds()};
  std::variant<Article, Rejection> understood = annotator_.read(std::get<Record>(item));
  if (Rejection* rejection = std::get_if<Rejection>(&understood))
    return {std::move(*rejection), watch.seconds()};
  Analysed analysed = prepare(std::move(std::get<Article>(understood)));
  return {std::move(analysed), watch.seconds()};
}

Analysed Analysis::prepare(Article&& article) {
  const std::string digest = annotator_.digest(article);
  Analysed analysed;
  analysed.id = id_fingerprint(article.id);
  analysed.digest = fingerprint_of(digest);
  analysed.article = std::move(article);
  if (const PublishedVersions::Entry* held = published_.find(analysed.id)) {
    const bool live = held->docid != 0;
    analysed.standing = !live                             ? Standing::kNew
                        : held->digest == analysed.digest ? Standing::kUnchanged
                                                          : Standing::kChanged;
    analysed.article.version = held->version + 1;
  }
  analysed.lacks_year = needs_year(analysed.article);
  if (analysed.standing != Standing::kUnchanged) {
    annotator_.annotate(analysed.article);
    if (analysed.lacks_year) {
      analysed.waiting = WaitingArticle{.bytes = encode_article(analysed.article),
                                        .digest = digest,
                                        .id = analysed.id,
                                        .version = analysed.article.version};
    } else {
      analysed.prepared = to_document(analysed.article, analyzer_, batch_);
      analysed.prepared->document.add_value(kSlotDigest, digest);
    }
  }
  analysed.testimony = testimony_of(analysed.article);
  analysed.article.text = {};
  analysed.article.header = {};
  return analysed;
}

}  // namespace depeche
