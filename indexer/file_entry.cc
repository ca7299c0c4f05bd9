#include "indexer/file_entry.h"

#include <cerrno>

#include "common/durable.h"
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

std::vector<FileEntry> file_entries(const std::filesystem::path& directory) {
  std::vector<FileEntry> files;
  for (const std::string& name : names_in(directory)) files.push_back(file_entry(directory / name));
  return files;
}

uint64_t bytes_of(const SegmentEntry& segment) {
  uint64_t bytes = 0;
  for (const FileEntry& file : segment.files) bytes += file.size;
  return bytes;
}

}  // namespace depeche
