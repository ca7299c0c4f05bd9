#include "searcher/export/escape.h"

#include <vector>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

/// Bidi controls, U+FEFF and noncharacters: they have no place of their own in a text.
bool is_invisible(char32_t c) {
  return c == 0xFEFF || c == 0xFFFE || c == 0xFFFF || c == 0x61C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Which bytes are braces that have their counterpart: BibTeX counts braces even behind a backslash, so that
/// only those can be written so.
std::vector<bool> paired_braces(std::string_view text) {
  std::vector<bool> paired(text.size());
  std::vector<size_t> open;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') open.push_back(i);
    if (text[i] != '}' || open.empty()) continue;
    paired[i] = paired[open.back()] = true;
    open.pop_back();
  }
  return paired;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  bool gap = false;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (c != kInvalid && is_invisible(c)) continue;
    if (c == ' ' || (c != kInvalid && is_control(c))) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    append_utf8(out, c == kInvalid ? kReplacement : c);
  }
  return out;
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (c == kInvalid)
      append_utf8(out, kReplacement);
    else if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\n' || c == '\t' || (!is_control(c) && !is_invisible(c)))
      append_utf8(out, c);
  }
  return out;
}

std::string tex_text(std::string_view text) {
  const std::string line = one_line(text);
  const std::vector<bool> paired = paired_braces(line);
  std::string out;
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    switch (c) {
      case '\\':
        out += "{\\textbackslash}";
        break;
      case '~':
        out += "{\\textasciitilde}";
        break;
      case '^':
        out += "{\\textasciicircum}";
        break;
      case '{':
        out += paired[i] ? "\\{" : "{\\textbraceleft}";
        break;
      case '}':
        out += paired[i] ? "\\}" : "{\\textbraceright}";
        break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
        out += '\\';
        out += c;
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string url_text(std::string_view text) {
  constexpr const char* kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : one_line(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7F && std::string_view("{}\\\"<>^`|").find(c) == std::string_view::npos)
      out += c;
    else
      out.append({'%', kHex[byte / 16], kHex[byte % 16]});
  }
  return out;
}

std::string plain_name(std::string_view text) {
  std::string out;
  for (char c : fold(one_line(text))) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out += c;
    else if (static_cast<unsigned char>(c) < 0x80 && !out.empty() && out.back() != '_')
      out += '_';
  }
  while (out.ends_with('_')) out.pop_back();
  return out;
}

}  // namespace depeche
