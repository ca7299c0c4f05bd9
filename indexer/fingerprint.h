#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace depeche {

/// 128-bit hash of an id or of a content, for tables with an entry per article. Two of ten million articles
/// share one with a probability under 1e-24.
struct Fingerprint {
  uint64_t high = 0, low = 0;
  friend auto operator<=>(const Fingerprint&, const Fingerprint&) = default;
};

Fingerprint fingerprint_of(std::string_view bytes);

struct FingerprintHash {
  size_t operator()(const Fingerprint& fingerprint) const { return fingerprint.low; }
};

}  // namespace depeche
