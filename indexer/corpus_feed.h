#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

#include "corpus/reader.h"
#include "indexer/console.h"

namespace depeche {

/// Reads a corpus into a pipeline, and counts while it does: one thread reads, others may ask how far it is.
class CorpusFeed {
 public:
  /// Keeps a reference, which must outlive it.
  explicit CorpusFeed(const CorpusOptions& options) : options_(options) {}

  /// Pushes every item with its weight in bytes until the corpus ends, `push` says no, or a signal asks to
  /// stop. Throws as read_corpus() does.
  void read(const std::function<bool(CorpusItem&&, size_t)>& push);

  /// Files, records and bytes so far. Thread-safe.
  Progress progress() const { return {files_.load(), records_.load(), bytes_.load()}; }
  /// What read_corpus() counted, and the seconds it took, waiting in `push` aside. Once read() has returned.
  const FileCounts& files() const { return counts_; }
  double seconds() const { return seconds_; }

 private:
  std::atomic<uint64_t> files_{0}, records_{0}, bytes_{0};
  const CorpusOptions& options_;
  FileCounts counts_;
  double seconds_ = 0;
};

}  // namespace depeche
