#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace depeche {

/// A name as an annotator marked it: bytes of the text.
struct GoldName {
  uint32_t begin = 0, end = 0;
  EntityType type = EntityType::kOther;

  bool operator==(const GoldName&) const = default;
};

/// A text and its names, by offset, never overlapping.
struct GoldText {
  std::string source;  // the file, for messages
  std::string text;
  std::vector<GoldName> names;
};

/// Texts of a file, or of all files below a directory in order of their names. By the file's ending:
/// - .txt: one text, names marked as `[PER Hua Chunying]`;
/// - .bio: a token and its tag on each line (I-PER, B-PER, O), cut into texts of kBioTokens;
/// - .jsonl: one object a line with `text` and `entities` (type, start, end in code points); of entities one
/// in
///   the other the longest counts, types that are no PER, ORG, LOC, MISC or one of their synonyms do not.
/// Lost letters are put back as in indexing (corpus/repair.h).
/// Titles at the head of a person's name (« M. Poincaré ») are taken off in the latter two.
/// Throws Error (kUsage) that names file and line of what cannot be read so.
std::vector<GoldText> read_gold(const std::string& path);
constexpr size_t kBioTokens = 400;

/// The text of `annotated` without its marks, and the names.
GoldText read_marked(const std::string& annotated, const std::string& source);

}  // namespace depeche
