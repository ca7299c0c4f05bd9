#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace depeche {

/// XXH3 (xxhash.com), not cryptographic: guards against accidents, not against forgers.
uint64_t hash64(std::string_view bytes);
/// 128 bits as 32 lower-case hexadecimal digits.
std::string hash128_hex(std::string_view bytes);

/// hash128_hex() of bytes that come in pieces. Not thread-safe.
class StreamHash {
 public:
  StreamHash();
  ~StreamHash();
  StreamHash(const StreamHash&) = delete;
  StreamHash& operator=(const StreamHash&) = delete;

  void add(std::string_view bytes);
  /// Of all bytes so far.
  std::string hex128() const;

 private:
  struct State;
  const std::unique_ptr<State> state_;
};

/// XXH3-64 of a whole regular file as 16 hexadecimal digits, read in large blocks. Throws Error
/// (kEnvironment).
std::string file_checksum(const std::string& path);
/// file_checksum() of a file that holds `bytes`.
std::string checksum_of(std::string_view bytes);

}  // namespace depeche
