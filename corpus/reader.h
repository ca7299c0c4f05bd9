#pragma once

#include <cstdint>
#include <variant>

#include "corpus/corpus_options.h"
#include "corpus/record.h"

namespace depeche {

struct FileCounts {
  uint64_t seen = 0, read = 0, skipped = 0, failed = 0;  // seen = read + skipped + failed
  uint64_t bytes = 0;
  uint64_t warnings_encoding = 0;  // records that were not UTF-8
};

/// Walks options.paths without following links, chooses each file's format and hands every record or
/// rejection to `sink` until it returns false, in a fixed order (files by path bytes, records by offset).
/// Streams: at most one record and one buffer in memory. A file that cannot be read is a Rejection with
/// whole_file; a named path that does not exist is an Error (kEnvironment) before anything is read. `sink` is
/// called from the calling thread. A file of at most max_record_bytes that changes while it is read is read
/// again; of a longer one the records read so far stand, and a Rejection (E_CHANGED) follows them.
FileCounts read_corpus(const CorpusOptions& options, const CorpusSink& sink);

/// Understands a record: maps its fields, reads header and dateline, dates, paragraphs. Thread-safe.
/// The id is the record's own, else the hash of its relative path and its number.
/// Dates are those stated; a date without a year keeps none (indexer/ places it).
std::variant<Article, Rejection> to_article(const Record& record, const CorpusOptions& options,
                                            bool read_dates = true);

}  // namespace depeche
