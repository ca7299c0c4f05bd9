#pragma once

#include "indexer/fingerprint.h"
#include "indexer/options.h"

namespace depeche {

/// Of all that decides what becomes of a file's bytes: the options of reading, the model of names, the
/// lexicons, the versions of rules, analyzer, stemmer and program. A file that was read under the same one
/// need not be read again unless it changed.
Fingerprint reading_fingerprint(const RunOptions& options);

}  // namespace depeche
