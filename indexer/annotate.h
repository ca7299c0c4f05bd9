#pragma once

#include <memory>
#include <string>
#include <variant>

#include "common/article.h"
#include "corpus/corpus_options.h"
#include "corpus/record.h"
#include "indexer/entities/recogniser.h"
#include "indexer/place_dates.h"

namespace depeche {

/// Raised when entities or dates are found otherwise than before, so that articles that did not change are
/// annotated again.
constexpr int kEntityRulesVersion = 2;
constexpr int kDateRulesVersion = 2;

/// Which steps between the record and the document are taken, and how.
struct AnnotateOptions {
  bool dates = true;
  bool entities = true;
  bool repair = true;
  std::shared_ptr<const entities::NameModel> entity_model;  // none: rules alone recognise names
  DatePlacement placement;
};

/// The steps from a record to a complete article. Not thread-safe: one per thread.
class Annotator {
 public:
  /// Keeps references: both must outlive it.
  Annotator(const CorpusOptions& corpus, const AnnotateOptions& options)
      : corpus_(corpus), options_(options), recogniser_(options.entity_model) {}

  /// What the source says, repaired and with the dates that it and its file decide alone. needs_year() is
  /// left to place_year().
  std::variant<Article, Rejection> read(const Record& record) const;
  /// Tells apart what an index should hold as different versions: the content of an article that read()
  /// returned, the steps that annotate() would take, and what bounds a missing year. Does not depend on other
  /// articles.
  std::string digest(const Article& article) const;
  /// Adds what the article is found and cut by: mentions, sentences, and event dates unless it needs_year():
  /// they are read with the day of publication in hand.
  void annotate(Article& article);

 private:
  const CorpusOptions& corpus_;
  const AnnotateOptions& options_;
  EntityRecogniser recogniser_;
};

}  // namespace depeche
