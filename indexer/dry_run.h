#pragma once

#include "common/error.h"
#include "indexer/options.h"

namespace depeche {

/// Reads the corpus as a run would, and prints each article as a line of JSON (common/article_json.h) on
/// standard output, in the order of the records; rejections are warnings. Reads an index only where one is
/// named and there, as evidence about missing years, and writes none. An article without its year, and all
/// behind it, are printed when the whole corpus was read. Returns kOk, or kRejects where a record or file was
/// rejected; a closed pipe ends it quietly. Throws Error, as run() does.
ExitCode dry_run(const RunOptions& options);

}  // namespace depeche
