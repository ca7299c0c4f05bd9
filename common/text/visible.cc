#include "common/text/visible.h"

#include <iterator>

#include <fmt/format.h>

#include "common/text/utf8.h"

namespace depeche {
namespace {

bool reorders_or_hides(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

}  // namespace

std::string visible_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t pos = 0; pos < text.size();) {
    const size_t begin = pos;
    const char32_t c = next_code_point(text, pos);
    if (c == kInvalid)
      append_utf8(out, 0xFFFD);
    else if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
      fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned>(c));
    else if (reorders_or_hides(c))
      fmt::format_to(std::back_inserter(out), "\\u{{{:04x}}}", static_cast<unsigned>(c));
    else
      out += text.substr(begin, pos - begin);
  }
  return out;
}

}  // namespace depeche
