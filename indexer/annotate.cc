#include "indexer/annotate.h"

#include <fmt/format.h>

#include "common/hash.h"
#include "common/stored_article.h"
#include "common/text/sentence.h"
#include "corpus/reader.h"
#include "corpus/repair.h"
#include "indexer/entities/model/name_model.h"
#include "indexer/event_dates.h"

namespace depeche {

std::variant<Article, Rejection> Annotator::read(const Record& record) const {
  std::variant<Article, Rejection> understood = to_article(record, corpus_, options_.dates);
  if (Article* article = std::get_if<Article>(&understood)) {
    if (options_.repair) repair(*article);
    if (options_.dates) place_own_dates(*article, options_.placement);
  }
  return understood;
}

std::string Annotator::digest(const Article& article) const {
  const auto rules = [](bool used, const char* name, int version) {
    return used ? fmt::format(" {} {}", name, version) : fmt::format(" no-{}", name);
  };
  const bool modelled = options_.entities && options_.entity_model;
  return hash128_hex(content_digest(article) + rules(options_.entities, "entities", kEntityRulesVersion) +
                     (modelled ? " model " + options_.entity_model->checksum() : "") +
                     rules(options_.dates, "dates", kDateRulesVersion) +
                     placement_key(article, options_.placement));
}

void Annotator::annotate(Article& article) {
  if (options_.entities) article.mentions = recogniser_.recognise(article);
  article.sentences = sentence_starts(article.text);
  if (options_.dates && !needs_year(article)) add_event_dates(article, options_.placement.now);
}

}  // namespace depeche
