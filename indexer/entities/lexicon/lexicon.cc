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

bool is_common_word(const std::string& folded) {
  if (is_base_form(folded)) return true;
  for (const std::string_view ending : {"s", "x", "e", "es"})
    if (folded.size() > ending.size() + 2 && folded.ends_with(ending) &&
        is_base_form(std::string_view(folded).substr(0, folded.size() - ending.size())))
      return true;
  return folded.ends_with("aux") && is_base_form(folded.substr(0, folded.size() - 2) + "l");
}

}  // namespace depeche::entities
