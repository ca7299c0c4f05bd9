#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace depeche {

/// An extract of a field around its hits.
struct Snippet {
  std::string text;         // paragraphs joined by a space; "… " where it was cut
  std::vector<Span> hits;   // in `text`; field is where it was taken from
};

/// The stretch of article.text of about `width` columns (two lines of a list, for instance) that shows the most
/// different hits, begun at a sentence start where that fits, else at a word. Without hits in text: its beginning.
/// Offsets stay on code-point boundaries.
Snippet make_snippet(const Article& article, const std::vector<Span>& hits, unsigned width);

/// `text` with `before` and `after` around every hit, made safe for any terminal (safe_text). Hits are ascending
/// and must not overlap; those of another field are left out.
std::string highlight(std::string_view text, TextField field, const std::vector<Span>& hits,
                      std::string_view before, std::string_view after, bool keep_lines = false);

}  // namespace depeche
