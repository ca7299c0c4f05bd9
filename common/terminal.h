#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// Where output goes and what it can take.
struct Terminal {
  bool colour = false;  // a terminal, NO_COLOR unset or empty, TERM set and not "dumb"
  unsigned width = 80;  // columns
  bool interactive =
      false;  // a terminal: long lines are cut or wrapped to `width`; elsewhere they stay whole

  /// Of a file descriptor. Not a terminal: no colour, $COLUMNS if it is set, else 80.
  static Terminal of(int fd);
};

/// Text of an article made safe for any terminal (common/text/visible.h): controls, bidi controls and line
/// separators are made visible, ill-formed UTF-8 becomes U+FFFD. Line feed and tab become a space unless
/// `keep_lines`. The result is well-formed and stays what it is when made safe again.
std::string safe_text(std::string_view text, bool keep_lines = false);

/// Columns that one line of safe text takes: combining marks 0, East Asian wide and emoji 2 (Unicode East
/// Asian Width, UAX #11; ambiguous characters are narrow), an emoji sequence 2. Thread-safe.
unsigned display_width(std::string_view text);

/// `text` cut to at most `width` columns, "…" at the end where it was cut. Never cuts a grapheme in two.
std::string cut_to_width(std::string_view text, unsigned width);

/// The same from the other end: what is kept is the end of `text`, behind "…".
std::string cut_start_to_width(std::string_view text, unsigned width);

/// `text` followed by the spaces that fill `width` columns; never cut.
std::string pad_to_width(std::string_view text, unsigned width);

/// One line of safe text as lines of at most `width` columns (the first: `first_width`), without the spaces
/// at which it was broken; views into `text`, at least one. Breaks as UAX #14 and French typography allow
/// (never behind « or a hyphen nor before », : ; ! ? %), and within a word only where it is wider than a
/// line. The first line is empty where nothing fits it. A width counts as 1 at least; a grapheme wider than
/// its line stands alone.
std::vector<std::string_view> wrap_lines(std::string_view text, unsigned width, unsigned first_width);

}  // namespace depeche
