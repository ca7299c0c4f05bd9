#include "corpus/html_entities.h"

#include <charconv>
#include <optional>
#include <string_view>

#include <libxml/HTMLparser.h>

#include "common/text/utf8.h"
#include "corpus/decode.h"

namespace depeche {
namespace {

constexpr size_t kLongestName = 10;  // &thetasym; and numbers with leading zeros
constexpr int kMostPasses = 2;       // what was written twice

std::optional<char32_t> number(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (value >= 0x80 && value < 0xA0) {
    const char byte = static_cast<char>(value);
    size_t pos = 0;
    return next_code_point(Decoder("windows-1252").decode({&byte, 1}).text, pos);
  }
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return std::nullopt;
  return value;
}

/// What stands between `&` and `;`.
std::optional<char32_t> character(std::string_view name) {
  if (name.starts_with('#')) return number(name.substr(1));
  const std::string zero_ended(name);
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(zero_ended.c_str()));
  return entity ? std::optional<char32_t>(entity->value) : std::nullopt;
}

bool decode_once(std::string& text) {
  size_t at = text.find('&');
  if (at == std::string::npos) return false;
  std::string out;
  size_t done = 0;
  for (; at != std::string::npos; at = text.find('&', at + 1)) {
    const size_t end = text.find(';', at);
    if (end == std::string::npos) break;
    if (end - at - 1 > kLongestName) continue;
    const auto c = character(std::string_view(text).substr(at + 1, end - at - 1));
    if (!c) continue;
    out.append(text, done, at - done);
    append_utf8(out, *c);
    done = end + 1;
  }
  if (done == 0) return false;
  text = out.append(text, done);
  return true;
}

}  // namespace

bool decode_html_entities(std::string& text) {
  bool any = false;
  for (int pass = 0; pass < kMostPasses && decode_once(text); ++pass) any = true;
  return any;
}

}  // namespace depeche
