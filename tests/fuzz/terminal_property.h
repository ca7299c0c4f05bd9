#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <unicode/unistr.h>

#include "common/terminal.h"

namespace depeche {

inline bool is_well_formed(std::string_view text) {
  std::string again;
  icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}).toUTF8String(again);
  return again == text;
}

/// Whether a terminal could act on it: reliability goal R13. Written apart from the code under test.
inline bool is_forbidden(UChar32 c, bool keep_lines) {
  if (c == '\n' || c == '\t') return !keep_lines;
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

inline std::string without_spaces(std::string_view text) {
  std::string out(text);
  std::erase(out, ' ');
  return out;
}

/// What is wrong with what the terminal functions make of `input` at `width` columns; "" if nothing is.
inline std::string terminal_violation(std::string_view input, unsigned width) {
  for (const bool keep_lines : {false, true}) {
    const std::string safe = safe_text(input, keep_lines);
    if (!is_well_formed(safe)) return "safe_text: ill-formed UTF-8";
    const icu::UnicodeString decoded = icu::UnicodeString::fromUTF8(safe);
    for (int32_t i = 0; i < decoded.length(); i = decoded.moveIndex32(i, 1))
      if (is_forbidden(decoded.char32At(i), keep_lines)) return "safe_text: forbidden character";
    if (safe_text(safe, keep_lines) != safe) return "safe_text: not idempotent";
  }
  const std::string line = safe_text(input);
  const std::string cut = cut_to_width(line, width);
  if (display_width(cut) > width) return "cut_to_width: too wide";
  if (!is_well_formed(cut)) return "cut_to_width: ill-formed UTF-8";
  if (display_width(line) <= width && cut != line) return "cut_to_width: cut what fits";
  const std::string kept = cut_start_to_width(line, width);
  if (display_width(kept) > width) return "cut_start_to_width: too wide";
  if (!is_well_formed(kept)) return "cut_start_to_width: ill-formed UTF-8";
  if (display_width(line) <= width && kept != line) return "cut_start_to_width: cut what fits";

  std::string joined;
  const char* end = line.data();
  for (std::string_view part : wrap_lines(line, width, width / 2)) {
    const unsigned columns = display_width(part);  // more than asked only where a grapheme alone takes more
    if (columns > std::max(1u, width) && cut_to_width(part, columns - 1) != "…")
      return "wrap_lines: too wide";
    if (part.data() < end || part.data() + part.size() > line.data() + line.size())
      return "wrap_lines: order";
    end = part.data() + part.size();
    joined += part;
  }
  if (without_spaces(joined) != without_spaces(line)) return "wrap_lines: lost text";
  return "";
}

}  // namespace depeche
