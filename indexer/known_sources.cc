#include "indexer/known_sources.h"

#include "common/error.h"
#include "common/message.h"

namespace depeche {

SourceList known_sources(const IndexLayout& layout, const Manifest& manifest, bool needed, Console& console) {
  try {
    return read_sources(layout, manifest);
  } catch (const Error& error) {
    if (needed || error.code() != ExitCode::kIndex) throw;
    console.warn(tr("{}: all files are read", error.what()));
    return {};
  }
}

}  // namespace depeche
