#include "indexer/fingerprint.h"

#include <charconv>
#include <string>

#include "common/hash.h"

namespace depeche {

Fingerprint fingerprint_of(std::string_view bytes) {
  const std::string digits = hash128_hex(bytes);
  Fingerprint result;
  std::from_chars(digits.data(), digits.data() + 16, result.high, 16);
  std::from_chars(digits.data() + 16, digits.data() + 32, result.low, 16);
  return result;
}

}  // namespace depeche
