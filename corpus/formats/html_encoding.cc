#include "corpus/formats/html_encoding.h"

#include <algorithm>

#include "corpus/formats/xml_blocks.h"

namespace depeche {
namespace {

/// The value of `charset` in a meta tag; "" if none.
std::string charset_in(std::string_view tag) {
  size_t pos = tag.find("charset");
  if (pos == std::string_view::npos) return "";
  pos = tag.find_first_not_of(" \t\r\n", pos + std::string_view("charset").size());
  if (pos == std::string_view::npos || tag[pos] != '=') return "";
  pos = tag.find_first_not_of(" \t\r\n\"'", pos + 1);
  if (pos == std::string_view::npos) return "";
  return std::string(tag.substr(pos, tag.find_first_of(" \t\r\n\"';/>", pos) - pos));
}

}  // namespace

std::string stated_html_encoding(std::string_view html) {
  constexpr size_t kHead = 4096;
  if (const std::string stated = stated_xml_encoding(html); !stated.empty()) return stated;
  std::string head(html.substr(0, kHead));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  for (size_t pos = 0; (pos = head.find('<', pos)) != std::string::npos;) {
    const std::string_view rest = std::string_view(head).substr(pos);
    const bool comment = rest.starts_with("<!--");
    const size_t end = rest.find(comment ? "-->" : ">");
    if (end == std::string_view::npos) return "";
    if (rest.starts_with("<meta"))
      if (std::string stated = charset_in(rest.substr(0, end)); !stated.empty()) return stated;
    pos += end;
  }
  return "";
}

}  // namespace depeche
