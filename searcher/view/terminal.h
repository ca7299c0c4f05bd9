#pragma once

#include <string>
#include <string_view>

namespace depeche {

/// Where output goes and what it can take.
struct Terminal {
  bool colour = false;  // a terminal, NO_COLOR unset or empty, TERM not "dumb"
  unsigned width = 80;  // columns

  /// Of a file descriptor. Not a terminal: no colour, $COLUMNS if it is set, else 80.
  static Terminal of(int fd);
};

/// Text of an article made safe for any terminal: C0 and C1 controls and DEL as \xNN (line feed and tab become a
/// space unless `keep_lines`), bidi controls, U+FEFF and U+200E/F as \u{NNNN}, ill-formed UTF-8 as U+FFFD.
std::string safe_text(std::string_view text, bool keep_lines = false);

/// Columns that safe text takes: combining marks 0, East Asian wide and emoji 2 (Unicode East Asian Width).
unsigned display_width(std::string_view text);

/// `text` cut to at most `width` columns, "…" at the end where it was cut. Never cuts a grapheme in two.
std::string cut_to_width(std::string_view text, unsigned width);

}  // namespace depeche
