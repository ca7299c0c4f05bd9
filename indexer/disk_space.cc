#include "indexer/disk_space.h"

#include <limits>
#include <system_error>

#include "common/durable.h"
#include "common/error.h"
#include "common/message.h"
#include "common/text/visible.h"
#include "indexer/size_text.h"

namespace depeche {

namespace fs = std::filesystem;

uint64_t bytes_below(const fs::path& directory) {
  uint64_t bytes = 0;
  for (const std::string& name : names_in(directory)) {
    std::error_code unreadable;
    const uintmax_t size = fs::file_size(directory / name, unreadable);
    if (!unreadable) bytes += size;
  }
  return bytes;
}

uint64_t free_bytes(const fs::path& path) {
  std::error_code error;
  fs::path existing = fs::absolute(path, error);
  while (!error && !fs::exists(existing, error) && existing.has_relative_path())
    existing = existing.parent_path();
  const fs::space_info space = fs::space(existing, error);
  return error ? std::numeric_limits<uint64_t>::max() : space.available;
}

void require_space(const fs::path& path, uint64_t needed) {
  const uint64_t free = free_bytes(path);
  if (needed <= free) return;
  throw Error(
      ExitCode::kEnvironment,
      tr("{0}: about {1} are needed on this disk, and {2} are free: nothing was published; make room, or "
         "put the index elsewhere (--index)",
         visible_text(path.string()), size_text(static_cast<double>(needed)),
         size_text(static_cast<double>(free))));
}

}  // namespace depeche
