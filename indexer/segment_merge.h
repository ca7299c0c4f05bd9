#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/index_layout.h"
#include "common/manifest.h"

namespace depeche {

/// Of each article: how many superseded versions a merge leaves, the newest ones; nullopt = all.
using KeepVersions = std::optional<uint32_t>;

/// Of each segment, the superseded documents beyond the `keep` newest of their article. Throws Xapian::Error
/// where a segment cannot be read.
std::vector<DocidSet> versions_beyond(const IndexLayout& layout, const std::vector<SegmentEntry>& segments,
                                      uint32_t keep);

/// Makes one segment of several published ones, in INDEX/ID.building/. Superseded documents stay, and stay
/// superseded, but for those that `keep` drops. Not thread-safe, but it may work in a thread of its own.
class SegmentMerge {
 public:
  /// `sources` stand in `layout`, in the order of the manifest; what they say of superseded documents is what
  /// may be dropped.
  SegmentMerge(const IndexLayout& layout, std::string id, std::vector<SegmentEntry> sources,
               KeepVersions keep);

  /// Bytes that write() needs on the disk.
  uint64_t bytes_needed() const;
  /// Writes the segment. Call once. Throws Error: kEnvironment where it cannot be written, kInternal where it
  /// does not hold what the sources hold.
  void write();
  /// Has a child process check what write() made, waits until it is on disk, and returns its entry: of the
  /// documents that `now`, the sources as they stand meanwhile, hold for superseded. Call where no other
  /// thread runs. Throws as write().
  SegmentEntry finish(const std::vector<SegmentEntry>& now);

  std::filesystem::path built() const { return work_ / "segment"; }
  const std::string& id() const { return id_; }
  const std::vector<SegmentEntry>& sources() const { return sources_; }
  /// Versions that were dropped; known after write().
  uint64_t dropped() const { return dropped_.size(); }

 private:
  void merge_into(const std::filesystem::path& directory);
  void drop(const std::filesystem::path& merged);

  const IndexLayout layout_;
  const std::string id_;
  const std::vector<SegmentEntry> sources_;
  const KeepVersions keep_;
  const std::filesystem::path work_;
  std::vector<uint32_t> shifts_;  // of the docids of each source; modulo 2^32
  DocidSet dropped_;              // docids of the merged segment
};

/// `manifest` with the merged segment in the place of its sources, which it must hold. `merged` is what
/// finish() returned.
void replace_merged(Manifest& manifest, const SegmentMerge& merge, SegmentEntry&& merged);

}  // namespace depeche
