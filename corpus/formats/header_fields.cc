#include "corpus/formats/header_fields.h"

#include <algorithm>

namespace depeche {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

/// Takes the first line off, without its end.
std::string_view take_line(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

}  // namespace

bool equal_ascii(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

HeaderFields::HeaderFields(std::string_view bytes) : lines_(bytes) { first_ = take_line(lines_); }

std::string_view HeaderFields::value(std::string_view name) const {
  for (std::string_view rest = lines_; !rest.empty();) {
    const std::string_view line = take_line(rest);
    const size_t colon = line.find(':');
    if (colon != std::string_view::npos && equal_ascii(trimmed(line.substr(0, colon)), name))
      return trimmed(line.substr(colon + 1));
  }
  return {};
}

std::optional<size_t> end_of_header(std::string_view bytes) {
  for (size_t pos = bytes.find('\n'); pos != std::string_view::npos; pos = bytes.find('\n', pos + 1)) {
    if (bytes.substr(pos + 1).starts_with('\n')) return pos + 2;
    if (bytes.substr(pos + 1).starts_with("\r\n")) return pos + 3;
  }
  return std::nullopt;
}

}  // namespace depeche
