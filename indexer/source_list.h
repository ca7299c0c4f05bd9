#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index_layout.h"
#include "common/manifest.h"
#include "common/stored_bytes.h"
#include "corpus/record.h"
#include "corpus/source_file.h"
#include "indexer/fingerprint.h"
#include "indexer/ledger.h"
#include "indexer/published_versions.h"

namespace depeche {

/// What a run found in one record that became an article, a duplicate or a withdrawal: its claim without the
/// file's path.
struct SourceRecord {
  Fingerprint id, digest;
  PartialDate published;
  std::optional<uint16_t> minute;
  uint64_t record = 1;
  uint64_t revision = 0, updated = 0;
  bool withdrawn = false;

  static SourceRecord of(const Claim& claim);
  /// Of publication, where it is stated in full.
  std::optional<Day> stated_day() const;
  /// A view of `path`, which must outlive it. One that withdraws its id stands so, whatever `standing`.
  Claim claim(std::string_view path, Standing standing) const;
};

/// The same of many, packed: about 40 bytes each.
std::string pack(const std::vector<SourceRecord>& records);

/// Reads them one after the other: for (const SourceRecord& record : PackedRecords(bytes)). A view of
/// `bytes`. Throws Error (kIndex) where these are damaged.
class PackedRecords {
 public:
  explicit PackedRecords(std::string_view bytes) : bytes_(bytes) {}

  class Iterator {
   public:
    explicit Iterator(std::string_view bytes) : rest_(bytes) { ++*this; }
    const SourceRecord& operator*() const { return record_; }
    Iterator& operator++();
    bool operator==(std::default_sentinel_t) const { return ended_; }

   private:
    ByteReader rest_;
    SourceRecord record_;
    bool ended_ = false;
  };
  Iterator begin() const { return Iterator(bytes_); }
  std::default_sentinel_t end() const { return {}; }
  std::vector<SourceRecord> all() const;

 private:
  std::string_view bytes_;
};

/// Rejections of records; of the paths of their origins only what follows the path of the file.
std::string pack(const std::vector<Rejection>& rejections);
std::vector<Rejection> unpack_rejections(std::string_view bytes);

/// What the record is to the index, as it was read: kUnchanged where that very article is live.
Standing standing_of(const SourceRecord& record, const PublishedVersions& published);
/// Whether the index is already as the record wants it: that very article is live, or none where it is
/// withdrawn.
bool is_settled(const SourceRecord& record, const PublishedVersions& published);

/// A source file as a run knows it from the runs before.
struct Source {
  std::string path;      // absolute, without . and .., links not resolved: the key
  std::string relative;  // to the root of the run that met it first
  std::string id_path;   // what ids of its records are made of: `relative`, or that of the file it was before
                         // it was renamed
  SourceState state;
  bool settled = false;   // SourceFile::settled()
  bool vanished = false;  // no longer there, and its articles are kept
  std::string digest;     // of its bytes, hash128_hex(); "" where it must be read again
  Fingerprint reading;    // reading_fingerprint() of the run that read it
  std::string records;    // packed
  std::string rejections;
  std::vector<Fingerprint> held;  // ids that records had which may be among those rejected now

  friend bool operator==(const Source&, const Source&) = default;
};

/// The source files behind a published state, by path, each once.
using SourceList = std::vector<Source>;

/// nullptr where the list has no such path.
const Source* find_source(const SourceList& list, std::string_view path);

std::string encode_sources(const SourceList& list);
/// Throws Error (kIndex) where the bytes are not what encode_sources() writes.
SourceList decode_sources(std::string_view bytes);

/// The list that a manifest names; an empty one where it names none. Throws Error: kIndex where the file is
/// damaged or missing, kEnvironment where it cannot be read.
SourceList read_sources(const IndexLayout& layout, const Manifest& manifest);

}  // namespace depeche
