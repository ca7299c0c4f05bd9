#pragma once

#include <cstdint>

#include "indexer/console.h"
#include "indexer/options.h"
#include "indexer/report.h"

namespace depeche {

/// Of how many things that go on a run warns, before it only counts them.
constexpr uint64_t kMaxWarnings = 10;

/// Whether what a run read may replace what the index holds. Throws Error: kInternal where the counts of the
/// report do not add up, kEnvironment where no file could be read, kTooManyRejects beyond the limit. Warns of
/// what is odd and no failure.
void require_publishable(const RunOptions& options, const RunReport& report, Console& console);

/// Every new version has become one document: throws Error (kInternal) where `documents` are not as many.
void require_as_many(uint64_t documents, const RunReport& report);

}  // namespace depeche
