#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// A word that has `?` or U+FFFD in the place of letters.
struct DamagedWord {
  size_t begin = 0, end = 0;          // bytes of the text, on code points
  std::vector<std::string> readings;  // at least one; they differ in more than capitals
};

/// Which letters can have been lost.
enum class LostLetters : uint8_t {
  /// Those that GB2312 lacks: â ä ç ë î ï ô ö û ÿ œ æ ñ and the accented capitals.
  kOfGb2312,
  kAll,  // all that are not in ASCII
};

/// What a source whose texts read so can have lost: letters that GB2312 has in common with French (à é è ê ù)
/// show that it loses no others. `title` and `text` of one article.
LostLetters lost_letters(std::string_view title, std::string_view text);

/// The damaged words of a text that have a reading in the lexicon, or have one there behind a prefix
/// (précontr?le), in order. A word ends at a hyphen and at an apostrophe. A reading that needs a capital
/// where none is due, and one that another outweighs (lexicon/outweighed.h), counts only where it is alone. A
/// `?` at a word's end is a question mark, unless the word has lost a letter before and may have lost this
/// one too (the readings with the question mark hold it), or the sentence goes on behind it in a text that
/// has lost letters elsewhere. A word that begins with a lost letter has four letters, or is one of a few
/// frequent ones. One that touches a digit or a sign of addresses is none. Precondition: well-formed UTF-8 in
/// NFC. Thread-safe; a text without `?` and U+FFFD costs a search for them.
std::vector<DamagedWord> find_damaged_words(std::string_view text, LostLetters lost);

/// Whether the text has a `?` or U+FFFD.
bool may_have_lost_letters(std::string_view text);

}  // namespace depeche
