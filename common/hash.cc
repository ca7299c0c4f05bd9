#include "common/hash.h"

#include <cerrno>
#include <memory>
#include <new>
#include <vector>

#include <fmt/format.h>
#include <xxhash.h>

#include "common/error.h"
#include "common/file.h"
#include "common/message.h"

namespace depeche {
namespace {

std::string hex_of(const XXH128_hash_t& hash) {
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

uint64_t hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::string hash128_hex(std::string_view bytes) { return hex_of(XXH3_128bits(bytes.data(), bytes.size())); }

struct StreamHash::State {
  XXH3_state_t* const xxh = XXH3_createState();
  ~State() { XXH3_freeState(xxh); }
};

StreamHash::StreamHash() : state_(std::make_unique<State>()) {
  if (!state_->xxh || XXH3_128bits_reset(state_->xxh) == XXH_ERROR) throw std::bad_alloc();
}

StreamHash::~StreamHash() = default;

void StreamHash::add(std::string_view bytes) { XXH3_128bits_update(state_->xxh, bytes.data(), bytes.size()); }

std::string StreamHash::hex128() const { return hex_of(XXH3_128bits_digest(state_->xxh)); }

std::string checksum_of(std::string_view bytes) { return fmt::format("{:016x}", hash64(bytes)); }

std::string file_checksum(const std::string& path) {
  const FileDescriptor file = open_regular(path);
  if (!file) throw system_error(tr("cannot read"), path, ENOENT);
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), XXH3_freeState);
  if (!state || XXH3_64bits_reset(state.get()) == XXH_ERROR) throw std::bad_alloc();
  constexpr size_t kBlock = 1 << 20;
  std::vector<char> block(kBlock);
  while (const size_t count = read_some(file, block.data(), block.size(), path))
    XXH3_64bits_update(state.get(), block.data(), count);
  return fmt::format("{:016x}", XXH3_64bits_digest(state.get()));
}

}  // namespace depeche
