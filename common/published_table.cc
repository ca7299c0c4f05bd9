#include "common/published_table.h"

#include "common/hash.h"
#include "common/index_damage.h"
#include "common/message.h"

namespace depeche {

std::string read_published(FileDescriptor& file, const std::filesystem::path& path,
                           const std::string& checksum) {
  std::string bytes;
  char buffer[1 << 16];
  while (const size_t count = read_some(file, buffer, sizeof buffer, path)) bytes.append(buffer, count);
  if (checksum_of(bytes) != checksum) throw index_damage(path, tr("the file has changed"));
  return bytes;
}

}  // namespace depeche
