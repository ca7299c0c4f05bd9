#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/words.h"

namespace depeche {

/// What a word, date or time of a header line says.
enum class HeaderRole : uint8_t {
  kOther,
  kDate,
  kTime,  // a time of day that belongs to no date
  kNumber,
  kRelative,   // « hier », « il y a »
  kNeutral,    // nothing by itself
  kPublished,  // « publié », « mis en ligne »
  kUpdated,    // « dernière mise à jour », « modifié »
};

/// Words of the language of header lines.
struct HeaderPhrase {
  size_t words = 0;  // how many; 0: the first word is none of that language
  HeaderRole role = HeaderRole::kOther;
};

/// The longest phrase that `words` hold from `at` on. Precondition: at < words.size().
HeaderPhrase match_header_phrase(std::string_view line, const std::vector<Word>& words, size_t at);

/// Whether a word that says what a date is can be, or begin with, this one (folded).
bool begins_header_keyword(std::string_view folded);

}  // namespace depeche
