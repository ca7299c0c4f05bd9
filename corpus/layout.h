#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/header.h"

namespace depeche {

/// A header line and what it states.
struct HeaderLine {
  std::string text;  // as printed
  std::vector<HeaderDate> dates;
};

/// The parts of a text as they stand on the page.
struct Layout {
  std::string title;  // "" if none
  std::vector<HeaderLine> header;
  std::vector<std::string> paragraphs;
};

/// Tells header lines (header.h) from paragraphs, and where `with_title` a first line that is a title: at
/// most 200 code points, not ending like a sentence, before a blank line, a header line or a much longer
/// paragraph.
///
/// A line is a paragraph, except in hard-wrapped text: where blank lines part blocks and no line is longer
/// than 100 columns, a line that is full (the next word would not have fitted) is joined with the next one by
/// a space, or by nothing behind a hyphen, which stays. Blank lines and white space around lines are dropped.
Layout read_layout(std::string_view text, bool with_title);

}  // namespace depeche
