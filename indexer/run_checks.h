#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/index_layout.h"
#include "common/manifest.h"
#include "indexer/console.h"
#include "indexer/options.h"
#include "indexer/report.h"

namespace depeche {

/// Of how many things that go on a run warns, before it only counts them.
constexpr uint64_t kMaxWarnings = 10;

/// A named path that does not exist is a mistake to tell before anything is touched: throws as discover().
void require_paths_exist(const std::vector<std::string>& paths);

/// What a run writes must not be read as dispatches by the run itself or the next: throws Error (kUsage)
/// where
/// --report or --rejects names a file that a named path is or holds. Hidden files are no part of a corpus.
void require_outputs_outside(const RunOptions& options);

/// Whether what a run read may replace what the index holds. Throws Error: kInternal where the counts of the
/// report do not add up, kEnvironment where no file could be read, kTooManyRejects beyond the limit. Warns of
/// what is odd and no failure.
void require_publishable(const RunOptions& options, const RunReport& report, Console& console);

/// Every new version has become one document: throws Error (kInternal) where `documents` are not as many.
void require_as_many(uint64_t documents, const RunReport& report);

/// What every night ends with, unless --no-check: examines the state `manifest`, in force or about to be, and
/// keeps the result in the report. Throws Error (kIndex) where it is damaged.
void check_index(const RunOptions& options, const IndexLayout& layout, const Manifest& manifest,
                 Console& console, RunReport& report);

}  // namespace depeche
