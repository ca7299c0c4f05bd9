#pragma once

#include <optional>
#include <variant>

#include "common/text/analyzer.h"
#include "corpus/reader.h"
#include "indexer/annotate.h"
#include "indexer/document.h"
#include "indexer/fingerprint.h"
#include "indexer/ledger.h"
#include "indexer/published_versions.h"
#include "indexer/waiting_articles.h"

namespace depeche {

/// An article on its way from the analysing threads to the segment.
struct Analysed {
  Article article;  // its text and header are dropped: the document holds them
  Fingerprint id, digest;
  Standing standing = Standing::kNew;
  bool lacks_year = false;
  std::optional<PreparedDocument> prepared;  // none where the article is unchanged, or waits
  std::optional<WaitingArticle> waiting;     // where it has changed, and lacks its year
  Testimony testimony;
};

/// What becomes of a corpus item; the seconds it took.
struct Outcome {
  std::variant<Analysed, Rejection> result;
  double seconds = 0;
};

/// Everything that happens to a record in a thread of its own. Not thread-safe: one per thread.
class Analysis {
 public:
  /// Keeps references; all must outlive it. `batch` is the number of the manifest that the run will publish.
  Analysis(const CorpusOptions& corpus, const AnnotateOptions& annotate, const PublishedVersions& published,
           unsigned long batch)
      : annotator_(corpus, annotate), published_(published), batch_(batch) {}

  Outcome operator()(CorpusItem&& item);

 private:
  Analysed prepare(Article&& article);

  Annotator annotator_;
  Analyzer analyzer_;
  const PublishedVersions& published_;
  const unsigned long batch_;
};

}  // namespace depeche
