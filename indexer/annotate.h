#pragma once

#include <string>
#include <variant>

#include "common/article.h"
#include "corpus/corpus_options.h"
#include "corpus/record.h"
#include "indexer/entities/recogniser.h"
#include "indexer/place_dates.h"

namespace depeche {

/// Which steps between the record and the document are taken, and how.
struct AnnotateOptions {
  bool dates = true;
  bool entities = true;
  bool repair = true;
  DatePlacement placement;
};

/// The steps from a record to a complete article. Not thread-safe: one per thread.
class Annotator {
 public:
  /// Keeps references: both must outlive it.
  Annotator(const CorpusOptions& corpus, const AnnotateOptions& options)
      : corpus_(corpus), options_(options) {}

  /// What the source says, repaired and with its dates decided: all that content_digest() depends on.
  std::variant<Article, Rejection> read(const Record& record) const;
  /// Tells apart what an index should hold as different versions: the content of an article that read()
  /// returned, and the steps that annotate() would take.
  std::string digest(const Article& article) const;
  /// Adds what the article is found and cut by: mentions and sentences.
  void annotate(Article& article);

 private:
  const CorpusOptions& corpus_;
  const AnnotateOptions& options_;
  EntityRecogniser recogniser_;
};

}  // namespace depeche
