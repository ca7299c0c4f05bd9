#pragma once

#include <string>

namespace depeche {

/// Writes the character references of HTML that stand in a text as the characters that they mean («
/// s&eacute;curit&eacute; », « l&#8217;image », « R&amp;amp;D », which was written twice), as exports of web
/// archives leave them. Only those of HTML 4 that end with a semicolon, and numbers of characters that a text
/// may hold; numbers 128 to 159 are of windows-1252, as browsers read them (HTML Living Standard, 13.2.5.80).
/// Returns whether there was any. Well-formed UTF-8 stays so; NFC may be lost. Thread-safe; a text without
/// `&` costs a search for it.
bool decode_html_entities(std::string& text);

}  // namespace depeche
