#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "indexer/annotate.h"
#include "indexer/date_evidence.h"
#include "indexer/document.h"
#include "indexer/fingerprint.h"
#include "indexer/spill.h"

namespace depeche {

/// An annotated article whose year is decided when all evidence is known.
struct WaitingArticle {
  std::string bytes;                // encode_article()
  std::string digest;               // of the article as it was read: goes into the document
  Fingerprint id;                   // id_fingerprint()
  uint32_t segment = 0, docid = 0;  // the document that it replaces where it differs; docid 0: a new one
  uint32_t version = 1;
};

/// One of them, placed.
struct PlacedArticle {
  Article article;                           // its text and header are dropped
  std::optional<PreparedDocument> prepared;  // none where it would be the document that it replaces
  Fingerprint id;
  uint32_t segment = 0, docid = 0;
};

/// The articles of a run that wait for their year, outside memory, in the order in which they came.
class WaitingArticles {
 public:
  /// Keeps what does not fit in memory in `directory`.
  explicit WaitingArticles(std::filesystem::path directory) : spill_(std::move(directory)) {}

  void add(WaitingArticle&& article);
  /// Another record of the run stands for that id: one that waits for it is dropped. Returns whether one did.
  bool withdraw(Fingerprint id);
  bool empty() const { return waiting_.empty(); }

  /// Places them in several threads and calls `visit` in order in this one, until it returns false. `batch`
  /// is the number of the manifest that the run will publish. Call once.
  void place(const AnnotateOptions& options, const DateEvidence& evidence, unsigned threads,
             unsigned long batch, const std::function<bool(PlacedArticle&&)>& visit);

 private:
  struct Entry {
    std::string digest;
    Fingerprint id;
    uint32_t segment, docid, version;
    bool withdrawn = false;
  };
  std::vector<Entry> waiting_;  // as in spill_
  std::unordered_map<Fingerprint, size_t, FingerprintHash> by_id_;
  Spill spill_;
};

/// Whether a reader would see another date, or find it otherwise: another value, basis or set of candidates,
/// or a confidence that moved by 0.05.
bool dates_differ(const Article& before, const Article& after);

}  // namespace depeche
