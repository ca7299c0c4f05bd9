#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index_layout.h"
#include "common/manifest.h"
#include "indexer/run_lock.h"

namespace depeche {

/// What an index holds, read from one published state.
struct IndexStatus {
  struct Segment {
    std::string id;
    uint64_t live = 0, superseded = 0, bytes = 0;
  };

  std::string index;  // directory
  uint64_t manifest = 0;
  std::string published;
  std::vector<Segment> segments;
  uint64_t live = 0, superseded = 0, bytes = 0;
  std::string first_day, last_day;  // of publication, of live articles, YYYY-MM-DD; "" if none has one
  uint64_t uncertain = 0;           // live articles whose date is inferred or lacks its year
  uint64_t undated = 0;             // live articles without any date of publication
  uint64_t surnames = 0;            // that are decided: they stand for one person
  BuildVersions versions;
  std::optional<LastRun> last_run;
};

/// Takes no lock: may be asked while an indexer runs. Throws as open_published(), and Error (kIndex)
/// where the surname table is damaged.
IndexStatus status_of(const IndexLayout& layout);

/// Aligned lines for people.
std::string status_text(const IndexStatus& status);
/// One document with a line feed at its end (ARCHITECTURE.md, "JSON").
std::string status_json(const IndexStatus& status);

/// --status. Returns kOk; throws as status_of().
ExitCode print_status(const std::filesystem::path& index, bool json);

}  // namespace depeche
