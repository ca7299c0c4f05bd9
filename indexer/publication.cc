#include "indexer/publication.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>
#include <malloc.h>

#include "common/clock.h"
#include "common/error.h"
#include "common/message.h"
#include "indexer/disk_space.h"
#include "indexer/file_entry.h"
#include "indexer/merge_policy.h"
#include "indexer/publish.h"
#include "indexer/run_checks.h"
#include "indexer/size_text.h"
#include "indexer/stop.h"
#include "indexer/story_evidence.h"
#include "indexer/surname_evidence.h"

namespace depeche {
namespace {

/// The allocator keeps what threads have freed, each thread its own; what comes next is done by others.
void hand_back_memory() { malloc_trim(0); }

std::string segment_name(uint64_t manifest) { return fmt::format("{:06}", manifest); }

/// Of each source, its entry in `manifest`, where superseded documents are up to date.
std::vector<SegmentEntry> entries_now(const SegmentMerge& merge, const Manifest& manifest) {
  std::vector<SegmentEntry> entries;
  for (const SegmentEntry& source : merge.sources())
    entries.push_back(*std::ranges::find(manifest.segments, source.id, &SegmentEntry::id));
  return entries;
}

bool same_segments(const Manifest& a, const Manifest& b) {
  return std::ranges::equal(a.segments, b.segments, {}, &SegmentEntry::id, &SegmentEntry::id);
}

}  // namespace

Publication::Publication(const RunOptions& options, const IndexLayout& layout, const Manifest& in_force,
                         Console& console, RunReport& report)
    : options_(options), layout_(layout), in_force_(in_force), console_(console), report_(report) {}

Publication::~Publication() {
  if (!segment_ && !merge_) return;
  // A stop must be quick, and to free what Xapian holds of a large batch takes seconds.
  [[maybe_unused]] static SegmentBuilder* volatile abandoned;
  if (stop_signal() != 0 && segment_) {
    segment_->abandon();
    abandoned = segment_.release();
  }
  segment_.reset();
  if (merging_.valid()) merging_.wait();
  try {
    recover(layout_);
  } catch (...) {  // Error, or out of memory
  }
}

uint32_t Publication::add(PreparedDocument&& prepared) {
  if (!segment_) {
    segment_ = std::make_unique<SegmentBuilder>(
        layout_, segment_name(in_force_.number + 1),
        SegmentOptions{.threads = options_.threads, .memory_bytes = options_.memory_bytes / 8 * 3});
    begin_merge();
  }
  return segment_->add(std::move(prepared));
}

SegmentMerge Publication::merge_of(const std::vector<SegmentEntry>& sources) const {
  return {layout_, segment_name(in_force_.number + 1) + "-merged", sources, options_.keep_versions};
}

/// Merging can wait, if the disk is too full for it: searches are slower, and nothing is lost.
void Publication::begin_merge() {
  if (options_.merge) return;
  std::vector<uint64_t> sizes;
  for (const SegmentEntry& segment : in_force_.segments) sizes.push_back(bytes_of(segment));
  std::vector<SegmentEntry> sources;
  for (const size_t i : segments_to_merge(sizes)) sources.push_back(in_force_.segments[i]);
  if (sources.empty()) return;
  SegmentMerge merge = merge_of(sources);
  if (merge.bytes_needed() > free_bytes(layout_.root())) {
    console_.warn(
        tr("the {0} smallest segments are not merged: about {1} are needed on the disk of the index, and "
           "{2} are free",
           sources.size(), size_text(static_cast<double>(merge.bytes_needed())),
           size_text(static_cast<double>(free_bytes(layout_.root())))));
    return;
  }
  merge_.emplace(std::move(merge));
  merging_ = std::async(std::launch::async, [this] { merge_->write(); });
}

void Publication::put_merged(SegmentMerge& merge, Manifest& next) {
  SegmentEntry merged = merge.finish(entries_now(merge, next));
  add_segment(layout_, merge.built(), merge.id());
  report_.merged += merge.sources().size();
  report_.dropped += merge.dropped();
  replace_merged(next, merge, std::move(merged));
}

void Publication::end_merge(Manifest& next) {
  if (!merging_.valid()) return;
  console_.announce(tr("merging small segments"));
  merging_.get();
  put_merged(*merge_, next);
}

void Publication::merge_all(Manifest& next) {
  console_.announce(tr("merging all segments"));
  SegmentMerge merge = merge_of(next.segments);
  require_space(layout_.root(), merge.bytes_needed());
  merge.write();
  throw_if_stopped();
  put_merged(merge, next);
}

bool Publication::drops_versions(const Manifest& manifest) const {
  if (!options_.keep_versions) return false;
  return std::ranges::any_of(versions_beyond(layout_, manifest.segments, *options_.keep_versions),
                             [](const DocidSet& beyond) { return beyond.size() > 0; });
}

void Publication::publish(State&& state) {
  Manifest& next = state.manifest;
  const bool articles_differ = documents() > 0 || state.removes;
  const bool merges =
      options_.merge && (next.segments.size() + (documents() > 0) > 1 || drops_versions(next));
  if (!articles_differ && !merges && (!state.sources || in_force_.number == 0))
    return check_index(options_, layout_, in_force_, console_, report_);
  const Stopwatch writing;
  hand_back_memory();
  next.advance();
  next.versions = BuildVersions::of_this_program();
  end_merge(next);
  if (documents() > 0) {
    console_.announce(tr("writing the index"));
    next.segments.push_back(segment_->finish());
    throw_if_stopped();
    add_segment(layout_, segment_->built(), next.segments.back().id);
  }
  if (merges) merge_all(next);
  report_.timings.write += writing.seconds();
  throw_if_stopped();
  const Stopwatch publishing;
  if (articles_differ) next.surnames = add_surnames(layout_, next.number, decide_surnames(layout_, next));
  if (articles_differ || !same_segments(next, in_force_))  // it names documents by their segments
    next.stories = add_stories(layout_, next.number, decide_stories(layout_, next));
  if (state.sources) next.sources = add_sources(layout_, next.number, *std::exchange(state.sources, {}));
  hand_back_memory();
  check_index(options_, layout_, next, console_, report_);
  disregard_stop_signals();
  throw_if_stopped();
  next.published = to_utc(std::chrono::system_clock::now());
  const std::optional<std::string> unconfirmed = depeche::publish(layout_, next);
  report_.published = true;
  if (unconfirmed)
    console_.warn(
        tr("published, but the disk does not confirm it, and a power cut may bring back the state before: {}",
           *unconfirmed));
  report_.timings.publish = publishing.seconds() - (report_.check ? report_.check->seconds : 0);
  report_.describe(layout_.root().string(), next);
}

}  // namespace depeche
