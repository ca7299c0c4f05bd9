#include "indexer/annotate.h"

#include "common/hash.h"
#include "common/stored_article.h"
#include "common/text/sentence.h"
#include "corpus/reader.h"
#include "corpus/repair.h"

namespace depeche {

std::variant<Article, Rejection> Annotator::read(const Record& record) const {
  std::variant<Article, Rejection> understood = to_article(record, corpus_, options_.dates);
  if (Article* article = std::get_if<Article>(&understood)) {
    if (options_.repair) repair(*article);
    if (options_.dates) {
      place_dates(*article, options_.placement);
      add_event_dates(*article);
    }
  }
  return understood;
}

std::string Annotator::digest(const Article& article) const {
  return hash128_hex(content_digest(article) + (options_.entities ? " entities" : " no-entities"));
}

void Annotator::annotate(Article& article) {
  if (options_.entities) article.mentions = recogniser_.recognise(article);
  article.sentences = sentence_starts(article.text);
}

}  // namespace depeche
