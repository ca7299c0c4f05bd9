#include "corpus/rejection_code.h"

#include <fmt/format.h>

#include "common/text/utf8.h"

namespace depeche {
namespace {

constexpr bool table_follows_enumeration() {
  for (size_t i = 0; i < kRejectionCodes.size(); ++i)
    if (static_cast<size_t>(kRejectionCodes[i].id) != i) return false;
  return true;
}
static_assert(table_follows_enumeration());

constexpr size_t kExcerptLength = 80;

bool is_hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

void append_visible(std::string& out, char32_t c) {
  if (c == '\n') out += "\\n";
  else if (c == '\t') out += "\\t";
  else if (c == '\r') out += "\\r";
  else if (!is_hidden(c)) append_utf8(out, c);
  else if (c < 0x100) out += fmt::format("\\x{:02X}", static_cast<unsigned>(c));
  else out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
}

Rejection make_rejection(const Origin& origin, const Problem& problem) {
  Rejection rejection;
  rejection.origin = origin;
  rejection.code = rejection_spec(problem.code).code;
  rejection.message = problem.message;
  return rejection;
}

}  // namespace

Rejection reject_record(const Origin& origin, const Problem& problem, std::string_view source) {
  Rejection rejection = make_rejection(origin, problem);
  rejection.excerpt = visible_excerpt(source);
  return rejection;
}

Rejection reject_file(const Origin& origin, const Problem& problem) {
  Rejection rejection = make_rejection(origin, problem);
  rejection.whole_file = true;
  return rejection;
}

std::string visible_excerpt(std::string_view bytes) {
  std::string out;
  size_t pos = 0;
  for (size_t count = 0; count < kExcerptLength && pos < bytes.size(); ++count) {
    const size_t start = pos;
    const char32_t c = next_code_point(bytes, pos);
    if (c != kInvalid) append_visible(out, c);
    else
      for (size_t i = start; i < pos; ++i) out += fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes[i]));
  }
  return out;
}

std::string utf8_path(std::string_view path) {
  if (find_invalid_utf8(path) == std::string_view::npos) return std::string(path);
  std::string out;
  for (size_t pos = 0; pos < path.size();) {
    const size_t start = pos;
    if (next_code_point(path, pos) != kInvalid) out.append(path.substr(start, pos - start));
    else
      for (size_t i = start; i < pos; ++i) out += fmt::format("\\x{:02X}", static_cast<unsigned char>(path[i]));
  }
  return out;
}

}  // namespace depeche
