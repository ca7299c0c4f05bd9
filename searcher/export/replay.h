#pragma once

#include <filesystem>
#include <ostream>
#include <utility>
#include <vector>

#include "searcher/export/export_record.h"

namespace depeche {

/// How the answer to the query of an export differs from then.
struct ReplayAnswer {
  /// What the manifest of the same export would hold now, but for bytes and checksum.
  ExportRecord now;
  std::vector<ExportedVersion> added;  // in the order of the answer
  std::vector<ExportedVersion> gone;   // in the order of the export
  /// Articles whose text or data are others, then and now, in the order of the answer.
  std::vector<std::pair<ExportedVersion, ExportedVersion>> changed;
  bool reordered = false;  // the same articles, but in another order
  bool partial = false;    // the time limit came first
  /// Whether every article is there, as it was; whatever the order.
  bool same() const { return added.empty() && gone.empty() && changed.empty(); }
};

/// Searches again for what `record` understood; `directory` is where the index is. Throws as search(), and
/// kUsage where the query is no longer one, kEnvironment where its file of aliases is gone.
ReplayAnswer replay_export(const PublishedIndex& index, const std::filesystem::path& directory,
                           const ExportRecord& record, double time_limit);

/// A line for each article that differs; then whether the answer is the same, and what else changed: state
/// of the index, versions of the programs, order, aliases.
void print_replay(const ReplayAnswer& answer, const ExportRecord& record, std::ostream& out);
/// The same as one object (ARCHITECTURE.md, "JSON").
Json replay_json(const ReplayAnswer& answer, const ExportRecord& record);

}  // namespace depeche
