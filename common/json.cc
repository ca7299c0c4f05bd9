#include "common/json.h"

#include <fmt/format.h>

#include "common/text/utf8.h"

namespace depeche {
namespace {

/// DEL, C1 controls, bidi controls and the byte order mark: allowed raw in JSON, but not on a terminal.
bool must_be_escaped(char32_t c) {
  return (c >= 0x7F && c <= 0x9F) || c == 0x61C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// The same JSON with those characters as \uXXXX. They can only stand within strings.
std::string escape_for_terminals(const std::string& json) {
  std::string result;
  result.reserve(json.size());
  size_t copied = 0;
  for (size_t pos = 0; pos < json.size();) {
    const size_t begin = pos;
    const char32_t c = next_code_point(json, pos);
    if (!must_be_escaped(c)) continue;
    result.append(json, copied, begin - copied);
    result += fmt::format("\\u{:04x}", static_cast<uint32_t>(c));
    copied = pos;
  }
  return result.append(json, copied);
}

std::string dump(const Json& value, int indent) {
  return escape_for_terminals(value.dump(indent, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

std::string to_line(const Json& value) { return dump(value, -1); }

std::string to_document(const Json& value) { return dump(value, 1); }

Json or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

}  // namespace depeche
