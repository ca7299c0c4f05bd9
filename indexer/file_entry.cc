#include "indexer/file_entry.h"

#include <cerrno>

#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/message.h"

namespace depeche {

FileEntry file_entry(const std::filesystem::path& path) {
  const auto state = file_state(path);
  if (!state) throw system_error(tr("cannot read"), path.string(), ENOENT);
  return {path.filename().string(), state->size, state->mtime_ns, file_checksum(path.string())};
}

}  // namespace depeche
