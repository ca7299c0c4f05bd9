#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "corpus/rejection_code.h"

namespace depeche {

/// Whether the header of an HTTP response is that of a page that was found: status 200, and a Content-Type of
/// HTML or XHTML, or none. `header`: from its status line, without the blank line at its end.
bool is_page(std::string_view header);

/// Whether such a Content-Type is that of a page: HTML or XHTML, whatever its parameters.
bool is_page_type(std::string_view content_type);

/// What a response carries: `body` without its transfer encoding (chunked: RFC 9112, 7.1) and its content
/// encoding (gzip: RFC 9110, 8.4), as archives of the web keep them. E_FORMAT for another encoding,
/// E_RECORD_TOO_BIG for more than `max_bytes`, E_ARCHIVE and E_BOMB as Archive has them. Chunks that are
/// none, which some crawlers leave where they removed the encoding, are taken as the body.
std::variant<std::string, Problem> page_of(std::string_view header, std::string_view body, size_t max_bytes);

}  // namespace depeche
