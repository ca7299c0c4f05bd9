// Archives and compressed files: whatever a file holds, its members are read within bounds, and the size of
// the blocks in which it is read changes nothing.
#include <algorithm>

#include "corpus/archive.h"
#include "tests/fuzz/corpus_property.h"

namespace depeche::fuzz {
namespace {

constexpr size_t kMostBytes = 48 << 20;

struct Content {
  std::vector<std::string> names;
  size_t bytes = 0;
  bool whole = false;
  bool operator==(const Content&) const = default;
};

Content read(std::string_view packed, size_t block) {
  size_t used = 0;
  ByteStream stream([&](char* buffer, size_t capacity) {
    const size_t count = std::min({block, capacity, packed.size() - used});
    std::copy_n(packed.data() + used, count, buffer);
    used += count;
    return count;
  });
  Archive archive(stream);
  Content content;
  while (const auto member = archive.next()) {
    require(archive.single() == member->name.empty());
    require(!member->name.starts_with('/') && ("/" + member->name + "/").find("/../") == std::string::npos);
    require(std::ranges::find(content.names, member->name) == content.names.end());
    content.names.push_back(member->name);
    if (member->encrypted) continue;
    char buffer[4096];
    for (size_t count; (count = archive.read(buffer, sizeof buffer)) > 0;) content.bytes += count;
    require(content.bytes <= kMostBytes + 300 * packed.size());
  }
  content.whole = !archive.problem();
  require(content.whole || !archive.problem()->message.empty());
  return content;
}

}  // namespace
}  // namespace depeche::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace depeche::fuzz;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!depeche::is_archive(bytes)) return 0;
  require(read(bytes, 1 << 20) == read(bytes, 13));
  return 0;
}
