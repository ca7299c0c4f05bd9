#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// A stretch of text that both versions have, or only one.
struct DiffPiece {
  enum class Kind { kEqual, kDeleted, kInserted };
  Kind kind = Kind::kEqual;
  std::string_view text;  // into one of the two texts given; never empty
  friend bool operator==(const DiffPiece&, const DiffPiece&) = default;
};

/// What became of `before`, word by word: the pieces that are equal or deleted are `before`, those that are
/// equal or inserted are `after`. What is deleted stands before what is inserted in its place. Words, blanks,
/// paragraph breaks and other characters are compared as they are written, by edit_script(), and then made
/// readable as in N. Fraser's "Diff strategies" (2006): an insertion or deletion that can begin with a
/// paragraph or a word does, changes that are longer than the words between them in a paragraph are one, and
/// paragraphs added behind a changed end are apart from it.
/// Time and memory are bounded as for edit_script(). Precondition: each text is under 1 GiB.
std::vector<DiffPiece> word_diff(std::string_view before, std::string_view after);

}  // namespace depeche
