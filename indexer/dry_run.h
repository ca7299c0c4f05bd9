#pragma once

#include "indexer/console.h"
#include "indexer/options.h"

namespace depeche {

/// Reads the corpus as a run would, and prints each article as a line of JSON (common/article_json.h) on standard
/// output, in the order of the records. Touches no index. Returns how many records and files were rejected; a closed
/// pipe ends it quietly. Throws Error, as run() does.
uint64_t dry_run(const RunOptions& options, Console& console);

}  // namespace depeche
