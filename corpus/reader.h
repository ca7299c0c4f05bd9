#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "corpus/archive.h"
#include "corpus/byte_stream.h"
#include "corpus/corpus_options.h"
#include "corpus/discover.h"
#include "corpus/record.h"
#include "corpus/source_file.h"

namespace depeche {

struct FileCounts {
  uint64_t seen = 0;  // read + unchanged + skipped + failed
  uint64_t read = 0;
  uint64_t unchanged = 0;  // known from an earlier run: no record of theirs was read
  uint64_t skipped = 0;    // links, hidden files and directories, indexes
  uint64_t failed = 0;
  uint64_t bytes = 0;              // of the files read
  uint64_t warnings_encoding = 0;  // records that were not UTF-8, or held HTML character references
};

/// What is known of a file's content before its records are read.
struct Recognition {
  bool known = false;   // its records need not be read
  std::string id_path;  // what ids of its records are made of; "" = its path relative to the root
};

/// A file to be read.
struct FileRequest {
  std::string path;     // as the system knows it
  std::string id_path;  // as in Recognition
  /// Where set: asked with the digest of the file's bytes, before any record is read.
  std::function<Recognition(const std::string& digest)> recognise;
};

/// What became of it.
struct FileOutcome {
  enum Kind : uint8_t { kRead, kKnown, kFailed };
  Kind kind = kFailed;
  bool more = true;  // whether the sink wants more
  // Where read or known:
  SourceState state;  // as it was opened
  bool settled = false;
  std::string digest;  // hash128_hex() of its bytes; "" where the sink wanted no more
};

/// Reads the files of a corpus one by one, and counts. Archives (corpus/archive.h) are read in place: the
/// path of a member is that of its archive, « / » and its name; records and offsets are those within the
/// member, and a member that cannot be read is a rejection of its first record. An archive within an archive
/// is not read, a compressed file within one is. A file of at most max_record_bytes that changes while it is
/// read is read again; of a longer one the records read so far stand, and a Rejection (E_CHANGED) follows
/// them. Streams: at most one record and one buffer in memory. Not thread-safe.
class CorpusReader {
 public:
  /// Keeps references, which must outlive it. Throws Error (kUsage) where the encoding is unknown.
  CorpusReader(const CorpusOptions& options, const CorpusSink& sink);

  /// Hands every record or rejection to the sink. A file that cannot be read is a Rejection with whole_file.
  FileOutcome read(const FileRequest& request);
  /// An entry of the walk that is no file to read: counted, and rejected where it failed. False if the sink
  /// wants no more.
  bool pass_over(const Found& found);
  /// A file that needs not be read.
  void count_unchanged();

  std::string relative_path(const std::string& path) const { return relative_.of(path); }
  const FileCounts& counts() const { return counts_; }

 private:
  bool fail(const Origin& origin, const Problem& problem);
  void read_whole(SourceFile& file, const FileRequest& request, FileOutcome& outcome);
  void read_stream(SourceFile& file, const FileRequest& request, FileOutcome& outcome);
  void read_content(ByteStream& stream, const Origin& origin, const std::string& id_path,
                    const FileRequest& request,
                    const std::function<std::optional<Problem>()>& problem_of_file, FileOutcome& outcome);
  struct Content;
  bool read_format(const Content& content, const CorpusSink& sink);
  bool read_archive(const Content& content, const CorpusSink& sink);
  bool read_member(const Content& outer, Archive& archive, const ArchiveMember& member,
                   const CorpusSink& sink);

  const CorpusOptions& options_;
  const CorpusSink& sink_;
  const RelativePath relative_;
  FileCounts counts_;
};

/// Walks options.paths without following links, chooses each file's format and hands every record or
/// rejection to `sink` until it returns false, in a fixed order (files by path bytes, records by offset). A
/// named path that does not exist is an Error (kEnvironment) before anything is read. `sink` is called from
/// the calling thread.
FileCounts read_corpus(const CorpusOptions& options, const CorpusSink& sink);

/// Understands a record: maps its fields, reads header and dateline, dates, paragraphs. Thread-safe.
/// The id is the record's own, else the hash of its relative path and its number.
/// Dates are those stated; a date without a year keeps none (indexer/ places it).
std::variant<Article, Rejection> to_article(const Record& record, const CorpusOptions& options,
                                            bool read_dates = true);

}  // namespace depeche
