#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <utility>

#include "corpus/reader.h"
#include "indexer/console.h"

namespace depeche {

/// Reads a corpus into a pipeline, and counts while it does: one thread reads, others may ask how far it is.
class CorpusFeed {
 public:
  /// What reads: read_corpus() or Sources::read().
  using Read = std::function<FileCounts(const CorpusSink& sink)>;
  explicit CorpusFeed(Read read) : read_(std::move(read)) {}

  /// Pushes every item with its weight in bytes until the corpus ends, `push` says no, or a signal asks to
  /// stop. Throws as what reads does.
  void read(const std::function<bool(CorpusItem&&, size_t)>& push);

  /// Files, records and bytes so far. Thread-safe.
  Progress progress() const {
    return {.files = files_.load(), .records = records_.load(), .bytes = bytes_.load()};
  }
  /// What was counted in reading, and the seconds it took, waiting in `push` aside. Once read() has returned.
  const FileCounts& files() const { return counts_; }
  double seconds() const { return seconds_; }

 private:
  std::atomic<uint64_t> files_{0}, records_{0}, bytes_{0};
  const Read read_;
  FileCounts counts_;
  double seconds_ = 0;
};

}  // namespace depeche
