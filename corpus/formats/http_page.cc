#include "corpus/formats/http_page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "corpus/archive.h"
#include "corpus/formats/header_fields.h"
#include "corpus/formats/html_page.h"

namespace depeche {
namespace {

/// The parameters of « text/html; charset=utf-8 » left out.
std::string_view media_type(std::string_view value) {
  value = value.substr(0, value.find(';'));
  return value.substr(0, value.find_last_not_of(" \t") + 1);
}

/// nullopt where the body is not chunked, whatever the header says.
std::optional<std::string> unchunked(std::string_view body) {
  std::string out;
  for (;;) {
    size_t size = 0;
    const auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), size, 16);
    if (error != std::errc()) return std::nullopt;
    body.remove_prefix(static_cast<size_t>(end - body.data()));
    const size_t line = body.find('\n');  // behind an extension
    if (line == std::string_view::npos) return std::nullopt;
    body.remove_prefix(line + 1);
    if (size == 0) return out;
    out.append(body.substr(0, size));
    if (body.size() <= size) return out;  // the response was cut
    body.remove_prefix(size);
    body.remove_prefix(std::min(body.find('\n'), body.size() - 1) + 1);
    if (body.empty()) return out;
  }
}

std::variant<std::string, Problem> unzipped(std::string_view body, size_t max_bytes) {
  ByteStream stream(body);
  Archive archive(stream);
  std::string out;
  if (archive.next() && archive.single()) {
    std::array<char, 64 << 10> buffer;
    while (const size_t count = archive.read(buffer.data(), buffer.size())) {
      out.append(buffer.data(), count);
      if (out.size() > max_bytes) break;
    }
  }
  if (archive.problem()) return *archive.problem();
  return out;
}

}  // namespace

bool is_page_type(std::string_view content_type) {
  const std::string_view type = media_type(content_type);
  return equal_ascii(type, "text/html") || equal_ascii(type, "application/xhtml+xml");
}

bool is_page(std::string_view header) {
  const HeaderFields fields(header);
  const std::string_view status = fields.first_line();
  const std::string_view type = media_type(fields.value("Content-Type"));
  const size_t code = status.find(' ');
  return status.starts_with("HTTP/") && code != std::string_view::npos &&
         status.substr(code + 1).starts_with("200") && (type.empty() || is_page_type(type));
}

std::variant<std::string, Problem> page_of(std::string_view header, std::string_view body, size_t max_bytes) {
  const HeaderFields fields(header);
  std::string page;
  if (equal_ascii(fields.value("Transfer-Encoding"), "chunked"))
    page = unchunked(body).value_or(std::string(body));
  else
    page = body;
  const std::string_view encoding = fields.value("Content-Encoding");
  const bool gzip = page.starts_with("\x1F\x8B");
  if (gzip) {
    auto result = unzipped(page, max_bytes);
    if (std::holds_alternative<Problem>(result)) return result;
    page = std::get<std::string>(std::move(result));
  } else if (equal_ascii(encoding, "br") || equal_ascii(encoding, "zstd") ||
             equal_ascii(encoding, "deflate")) {
    return Problem{RejectionCode::kFormat,
                   tr("the page is compressed by \"{}\", which is not read; ask for gzip when fetching it",
                      visible_excerpt(encoding))};
  }
  if (page.size() > max_bytes) return too_long_page(max_bytes);
  return page;
}

}  // namespace depeche
