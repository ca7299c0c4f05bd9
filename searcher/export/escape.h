#pragma once

#include <string>
#include <string_view>

namespace depeche {

/// `text` as one line: every run of white space and control characters becomes one space, none at the ends;
/// ill-formed UTF-8 becomes U+FFFD; bidi controls, U+FEFF and noncharacters
/// are left out.
std::string one_line(std::string_view text);

/// Character data or an attribute value of XML 1.0: `&`, `<`, `>` and `"` as references; characters that XML
/// does not allow (section 2.2) are left out. Line feeds stay.
std::string xml_text(std::string_view text);

/// one_line() for a value of BibTeX in braces: what TeX would obey stands as the sign it prints.
std::string tex_text(std::string_view text);

/// one_line() as an address: what RFC 3986 does not allow in one is written %XX, so that it stands in braces
/// of BibTeX, whose readers take addresses as they are.
std::string url_text(std::string_view text);

/// A name of letters a-z, figures and `_` alone, accents folded; "" where nothing is left.
std::string plain_name(std::string_view text);

}  // namespace depeche
