#include "indexer/entities/lexicon/lexicon.h"

#include <algorithm>

#include "common/hash.h"

namespace depeche::entities {
namespace {

bool is_base_form(std::string_view folded) {
  const std::span<const uint32_t> words = common_words();
  return std::binary_search(words.begin(), words.end(), static_cast<uint32_t>(hash64(folded)));
}

}  // namespace

uint8_t lexicon_flags(std::string_view key) {
  constexpr uint64_t kFlags = 0xFF;
  const std::span<const uint64_t> phrases = known_phrases();
  const uint64_t hash = hash64(key) & ~kFlags;
  const auto found = std::lower_bound(phrases.begin(), phrases.end(), hash);
  if (found == phrases.end() || (*found & ~kFlags) != hash) return 0;
  return static_cast<uint8_t>(*found & kFlags);
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
