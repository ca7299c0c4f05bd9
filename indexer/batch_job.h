#pragma once

#include "common/error.h"
#include "indexer/options.h"

namespace depeche {

/// A run (indexer/run.h) with what surrounds it: progress, the report file and the summary. Returns kOk or
/// kRejects. Where run() throws, the report tells the exit code, and the exception goes on.
ExitCode batch_job(const RunOptions& options);

}  // namespace depeche
