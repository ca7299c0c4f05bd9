#pragma once

#include "indexer/console.h"
#include "indexer/options.h"
#include "indexer/report.h"

namespace depeche {

/// One night's work: takes the lock, clears what a killed run left, reads the corpus, and publishes the
/// articles that are new or changed as one segment more; where there are none, nothing is published. Fills
/// `report` as it goes, its exit code and total time aside; returns whether anything was rejected. Throws
/// Error, and what Xapian throws: nothing was published then, and `report` says how far the run came.
bool run(RunOptions options, Console& console, RunReport& report);

}  // namespace depeche
