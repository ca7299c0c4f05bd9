#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index_layout.h"

namespace depeche {

struct FileEntry {
  std::string name;  // within its directory
  uint64_t size = 0;
  int64_t mtime_ns = 0;
  std::string checksum;  // file_checksum()
};

/// A set of docids of one segment; docids begin at 1. Written as ranges: [[3,3],[10,12]].
class DocidSet {
 public:
  void insert(uint32_t docid) { insert(docid, docid); }
  void insert(uint32_t first, uint32_t last);  // inclusive
  bool contains(uint32_t docid) const { return docid < bits_.size() && bits_[docid]; }
  uint32_t size() const { return size_; }
  std::vector<std::pair<uint32_t, uint32_t>> ranges() const;  // inclusive, ascending, not adjacent

 private:
  std::vector<bool> bits_;
  uint32_t size_ = 0;
};

struct SegmentEntry {
  std::string id;    // name of its directory
  std::string uuid;  // of the Xapian database
  uint32_t documents = 0;
  uint32_t last_docid = 0;       // highest docid ever given; above documents where removals left holes
  std::vector<FileEntry> files;  // by name
  DocidSet superseded;           // older versions, removed articles: no search finds them
};

/// Versions whose change makes an index unreadable, or readable only wrongly.
struct BuildVersions {
  int schema = 0;
  std::string program, analyzer, stemmer, icu, xapian;
  static BuildVersions of_this_program();
};

/// Throws Error (kIndex) naming the index at `path` and what to run, where a program of other versions than
/// ours wrote what we would read wrongly: another schema, analyzer or stemmer.
void require_readable(const BuildVersions& written, const std::string& path);

/// When an earlier state was published: its manifest goes, the articles that it brought stay.
struct PastState {
  uint64_t number = 0;
  std::string published;  // as Manifest::published
  friend bool operator==(const PastState&, const PastState&) = default;
};

/// What an index consists of: one published state.
struct Manifest {
  static constexpr size_t kMaxHistory = 10'000;  // 27 years of nights

  uint64_t number = 0;  // 1, 2, 3 ...; a counter, not a time
  BuildVersions versions;
  std::string published;  // UTC, for people: "2019-03-01T03:12:09Z"
  std::vector<SegmentEntry> segments;
  std::optional<FileEntry> surnames;  // the surname table, in the index directory; none where it is empty
  std::optional<FileEntry> stories;   // the story table, beside it; none where no article has copies
  std::optional<FileEntry> sources;   // the list of source files (indexer/source_list.h), beside it
  std::vector<PastState> history;     // ascending; the last kMaxHistory states before this one

  uint64_t live_documents() const;
  /// When a state was published, this one or an earlier one; "" where that is not known.
  std::string published_at(uint64_t state) const;
  /// Makes it the state after itself: counts on, and remembers itself in the history.
  void advance();
};

/// Its last member is a checksum of the others.
std::string to_json(const Manifest& manifest);
/// Throws Error (kIndex) naming `path` where `json` is not a manifest this program can read: other schema
/// (says what to run), wrong checksum, missing or ill-typed members. Members it does not know are passed
/// over.
Manifest manifest_from_json(const std::string& json, const std::string& path);

/// Number in CURRENT; nullopt if there is no CURRENT (no index yet). Throws Error: kEnvironment if it cannot
/// be read, kIndex if it holds anything else.
std::optional<uint64_t> read_current(const IndexLayout& layout);
/// The same, with Error (kEnvironment) that names the command that makes an index where there is none.
uint64_t number_in_force(const IndexLayout& layout);
/// Reads manifest-N.json; nullopt where there is none. Throws as manifest_from_json(), or kEnvironment where
/// it cannot be read.
std::optional<Manifest> find_manifest(const IndexLayout& layout, uint64_t number);
/// The same, with Error (kIndex) where there is none: CURRENT names a file that must exist.
Manifest read_manifest(const IndexLayout& layout, uint64_t number);

}  // namespace depeche
