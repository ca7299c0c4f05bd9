#include "indexer/entities/lexicon/lexicon.h"

#include <algorithm>
#include <vector>

#include "common/hash.h"

namespace depeche::entities {
namespace {

bool is_base_form(std::string_view folded) {
  const std::span<const uint32_t> words = common_words();
  return std::binary_search(words.begin(), words.end(), static_cast<uint32_t>(hash64(folded)));
}

constexpr unsigned kBucketBits = 15;  // some three phrases a bucket

/// Where the phrases whose hash begins with each bucket's bits begin, and their end.
std::vector<uint32_t> phrase_starts() {
  std::vector<uint32_t> starts;
  const std::span<const uint64_t> phrases = known_phrases();
  for (uint64_t bucket = 0; bucket < uint64_t{1} << kBucketBits; ++bucket)
    starts.push_back(static_cast<uint32_t>(
        std::lower_bound(phrases.begin(), phrases.end(), bucket << (64 - kBucketBits)) - phrases.begin()));
  starts.push_back(static_cast<uint32_t>(phrases.size()));
  return starts;
}

}  // namespace

uint8_t lexicon_flags(std::string_view key) {
  constexpr uint64_t kFlags = 0xFF;
  static const std::vector<uint32_t> starts = phrase_starts();
  const std::span<const uint64_t> phrases = known_phrases();
  const uint64_t hash = hash64(key) & ~kFlags;
  const size_t bucket = hash >> (64 - kBucketBits);
  for (size_t i = starts[bucket]; i < starts[bucket + 1]; ++i)
    if ((phrases[i] & ~kFlags) == hash) return static_cast<uint8_t>(phrases[i] & kFlags);
  return 0;
}

bool is_common_word(const std::string& folded) {
  if (is_base_form(folded)) return true;
  for (const std::string_view ending : {"s", "x", "e", "es"})
    if (folded.size() > ending.size() + 2 && folded.ends_with(ending) &&
        is_base_form(std::string_view(folded).substr(0, folded.size() - ending.size())))
      return true;
  return folded.ends_with("aux") && is_base_form(folded.substr(0, folded.size() - 2) + "l");
}

}  // namespace depeche::entities
