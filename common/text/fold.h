#pragma once

#include <string>
#include <string_view>

namespace depeche {

/// Lower case (Unicode default case folding, then NFC), accents kept. Precondition: well-formed UTF-8.
std::string to_lower(std::string_view text);

/// The searchable form: lower case, compatibility-decomposed, accents of Latin, Greek and Cyrillic letters
/// dropped, ligatures opened (œ oe, æ ae, ß ss, ﬁ fi), ø o, ł l, đ d. Idempotent.
/// Source: Unicode NFKD plus the letters that have no decomposition. Precondition: well-formed UTF-8.
std::string fold(std::string_view text);

/// How a word is written, case aside: lower case with accents and ligatures opened, except that an unaccented
/// capital that may hide an accent (A C E I O U) stays a capital. "Etat" -> "Etat", "ÉTAT" -> "étAt", "Pékin"
/// -> "pékin". Two tokens with the same reading are the same for every exact search. Precondition:
/// well-formed UTF-8 in NFC.
std::string reading_of(std::string_view word);

/// Whether a text with `reading` matches `typed` (lower case, NFC) as a quoted phrase asks: an accented
/// letter must match itself or an unaccented capital, an unaccented one matches any accent.
bool matches_quoted(std::string_view reading, std::string_view typed);
/// The same for `=typed`: an unaccented letter matches only itself.
bool matches_exact(std::string_view reading, std::string_view typed);

}  // namespace depeche
