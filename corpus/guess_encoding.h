#pragma once

#include <string_view>

namespace depeche {

/// The encoding in which `bytes` are likeliest French text: windows-1252 (which holds ISO-8859-1),
/// ISO-8859-15, macintosh (Mac OS Roman), IBM850 (DOS) or GB18030 (dispatches of Chinese agencies). Each
/// character beyond ASCII counts for an encoding or against it: letters by how French writes them and by
/// their neighbours, quotes and dashes outside words; the first 2,000 decide, and windows-1252 where little
/// does. The weights are ours. Precondition: `bytes` is not UTF-8. Thread-safe.
std::string_view likeliest_encoding(std::string_view bytes);

/// UTF-16LE, UTF-16BE, UTF-32LE or UTF-32BE where the zero bytes of `head`, the first bytes of a file without
/// byte order mark, stand as those of mostly ASCII letters do in it; "" otherwise, and for less than 16
/// bytes. Thread-safe.
std::string_view wide_encoding(std::string_view head);

}  // namespace depeche
