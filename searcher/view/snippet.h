#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace depeche {

/// A stretch of a field with its hits.
struct Snippet {
  std::string text;         // paragraphs joined by a space; "…" at an end that cuts a sentence
  std::vector<Span> hits;   // in `text`, ascending, not overlapping; field is where it was taken from
  bool from_start = false;  // it begins where the field begins
};

/// The whole of a field with those of `hits` that are in it.
Snippet whole_field(const Article& article, TextField field, const std::vector<Span>& hits);

/// The stretch of article.text of at most `width` columns (two lines of a list, for instance) that shows the
/// most different hits, begun at a sentence start where that fits, else at a word. Without hits in text: its
/// beginning. `hits` by offset; overlapping ones are joined. A hit wider than `width` is cut.
Snippet make_snippet(const Article& article, const std::vector<Span>& hits, unsigned width);

/// safe_text() of a snippet, hits moved along.
Snippet safe_snippet(const Snippet& snippet);

/// cut_to_width() of a safe snippet, hits cut along.
Snippet cut_snippet(const Snippet& snippet, unsigned width);

/// How hits are shown: `before` and `after` each, every stretch between them passed through `encode`.
struct Marks {
  std::string_view before, after;
  std::string (*encode)(std::string_view);
};

/// The bytes from `begin` to `end` of snippet.text, with marks around every hit (cut at both ends).
std::string highlight(const Snippet& snippet, const Marks& marks, size_t begin = 0,
                      size_t end = std::string::npos);

}  // namespace depeche
