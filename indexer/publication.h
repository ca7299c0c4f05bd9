#pragma once

#include <future>
#include <memory>
#include <optional>
#include <string>

#include "indexer/console.h"
#include "indexer/options.h"
#include "indexer/report.h"
#include "indexer/segment_builder.h"
#include "indexer/segment_merge.h"

namespace depeche {

/// The segments that a run makes, and the state of them that it publishes. Not thread-safe.
class Publication {
 public:
  /// Keeps references; all must outlive it. `in_force` stands in `layout`.
  Publication(const RunOptions& options, const IndexLayout& layout, const Manifest& in_force,
              Console& console, RunReport& report);
  /// Leaves only what is in force; what cannot be removed now, the next run removes.
  ~Publication();
  Publication(const Publication&) = delete;
  Publication& operator=(const Publication&) = delete;

  /// Of the new segment, as those of SegmentBuilder. The first document has the small segments of the index
  /// merged meanwhile, if there are too many.
  uint32_t add(PreparedDocument&& prepared);
  void remove(uint32_t number) { segment_->remove(number); }
  uint32_t documents() const { return segment_ ? segment_->documents() : 0; }

  /// What the new state has beside its new segment.
  struct State {
    Manifest manifest;                   // the one in force, with what the run supersedes
    std::optional<std::string> sources;  // the list of source files, encoded, where it is another
    bool removes = false;                // articles were removed
  };
  /// Finishes the segment, checks the state and puts it in force, or only checks the one in force where there
  /// is nothing new. Call once. Throws Error; nothing was published then.
  void publish(State&& state);

 private:
  SegmentMerge merge_of(const std::vector<SegmentEntry>& sources) const;
  void begin_merge();
  void end_merge(Manifest& next);
  void merge_all(Manifest& next);
  bool drops_versions(const Manifest& manifest) const;
  void put_merged(SegmentMerge& merge, Manifest& next);

  const RunOptions& options_;
  const IndexLayout& layout_;
  const Manifest& in_force_;
  Console& console_;
  RunReport& report_;
  std::unique_ptr<SegmentBuilder> segment_;  // from the first document on
  std::optional<SegmentMerge> merge_;        // of small segments, in a thread of its own
  std::future<void> merging_;
};

}  // namespace depeche
