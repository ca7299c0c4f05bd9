#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "common/published_index.h"
#include "searcher/export/export_record.h"

namespace depeche {

struct ExportOutcome {
  uint64_t articles = 0;
  bool partial = false;  // the time limit came first: nothing is written to an output that has a name
};

/// Exports the page of answers that options.offset and limit ask for: to `out`, or as request.output says,
/// with its manifest OUTPUT.manifest.json beside it. A file is replaced as a whole; a directory must not be
/// there yet, and appears whole. Nothing is written where nothing is found. Throws as search(), and Error:
/// kUsage where the directory is there, kEnvironment where it cannot be written.
ExportOutcome write_export(const PublishedIndex& index, const std::filesystem::path& directory,
                           const Query& query, const SearchOptions& options, const ExportRequest& request,
                           std::ostream& out);

/// How the answer to the query of an export differs from then. Ascending by id.
struct ReplayAnswer {
  struct Change {
    std::string id;
    uint32_t from = 0, to = 0;
  };
  std::vector<ExportedVersion> added, gone;
  std::vector<Change> changed;
  uint64_t before = 0, now = 0;  // articles
  bool partial = false;
  bool same() const { return added.empty() && gone.empty() && changed.empty(); }
};

/// Searches again for what `record` understood. Throws as search(), and kUsage where the query is no longer
/// one.
ReplayAnswer replay_export(const PublishedIndex& index, const ExportRecord& record, double time_limit);

/// A line a change and one that says how many; `number` is that of the state in force.
void print_replay(const ReplayAnswer& answer, const ExportRecord& record, uint64_t number, std::ostream& out);
Json replay_json(const ReplayAnswer& answer);

}  // namespace depeche
