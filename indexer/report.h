#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/clock.h"
#include "common/manifest.h"
#include "corpus/reader.h"
#include "corpus/rejection_code.h"
#include "indexer/index_check.h"
#include "indexer/ledger.h"
#include "indexer/retry.h"

namespace depeche {

/// How the published dates of all articles read stand; the first four add up to their number.
struct DateCounts {
  uint64_t stated = 0, inferred = 0, missing = 0, without_year = 0;
  uint64_t future = 0;   // of those: certainly after the day behind the day of the run
  uint64_t redated = 0;  // articles of the index that were placed otherwise (--redate); not among the four

  void count(const Article& article, Day now);
};

/// Damaged words of all articles read.
struct RepairCounts {
  uint64_t repaired = 0;   // one reading: it stands in the text
  uint64_t undecided = 0;  // several readings: the text keeps the original

  void count(const Article& article);
};

/// Where the time of a run went, in seconds. Steps run beside each other: they do not add up to the total.
struct Timings {
  double read = 0;     // reading thread, waiting aside
  double analyse = 0;  // sum over all analysing threads
  double write = 0;    // documents into the segment, and finishing it
  double publish = 0;
  double total = 0;
};

/// Articles whose source is gone.
struct GoneCounts {
  uint64_t files = 0;     // known, below the paths named, and no longer there
  uint64_t articles = 0;  // live ones that no source holds any more
  uint64_t pruned = 0;    // of those: removed by this run
};

/// What a run did: --report as JSON, and the summary.
struct RunReport {
  std::string started, finished;  // UTC, "2019-03-01T03:12:09Z"
  std::vector<std::string> options;
  FileCounts files;
  RecordCounts records;
  std::map<std::string, uint64_t> rejections;  // records and files, by code
  GoneCounts gone;
  std::vector<RetriedReject> retried;  // --retry-rejects
  DateCounts dates;
  RepairCounts repairs;
  std::string
      entity_model;  // checksum of the model of names; "" where rules alone recognised them, or nothing did
  uint64_t mentions = 0, long_words = 0;      // of the articles that were analysed: not of unchanged ones
  std::map<std::string, uint64_t> encodings;  // articles by encoding of their source
  std::string index;                          // directory
  bool published = false;
  uint64_t manifest = 0;                 // number of the one in force at the end; 0 if there is none
  uint64_t segments = 0, documents = 0;  // of that manifest; documents that are not superseded
  uint64_t merged = 0;                   // segments of the index that were merged
  uint64_t dropped = 0;                  // superseded versions that went thereby
  std::optional<IndexCheck> check;       // of the state published, or in force still; none with --no-check
  Timings timings;
  int exit_code = 0;

  /// Fills in the state in force at the end of the run.
  void describe(const std::string& directory, const Manifest& in_force);
  /// How many records and files were rejected for that reason.
  uint64_t rejected_for(RejectionCode code) const;
  /// The equations that hold at the end of a run in which nothing was lost.
  bool balanced() const;
};

/// One JSON document with a line feed at its end (ARCHITECTURE.md, "JSON").
std::string to_json(const RunReport& report);
/// A few aligned lines for people.
std::string to_summary(const RunReport& report);

}  // namespace depeche
