#pragma once

#include "common/error.h"
#include "indexer/options.h"

namespace depeche {

/// Reads the corpus as a run would, and prints each article as a line of JSON (common/article_json.h) on
/// standard output, in the order of the records; rejections are warnings. Touches no index. Returns kOk, or
/// kRejects where a record or file was rejected; a closed pipe ends it quietly. Throws Error, as run() does.
ExitCode dry_run(const RunOptions& options);

}  // namespace depeche
