#pragma once

#include "common/index_layout.h"
#include "common/manifest.h"
#include "indexer/console.h"
#include "indexer/source_list.h"

namespace depeche {

/// The list behind the state in force. Where it is damaged a warning says so, and the list is empty: it only
/// saves work. `needed`: then that is an Error (kIndex).
SourceList known_sources(const IndexLayout& layout, const Manifest& manifest, bool needed, Console& console);

}  // namespace depeche
