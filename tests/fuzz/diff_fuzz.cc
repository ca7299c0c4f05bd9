// Two texts, the second behind the first zero byte: the pieces of their diff are both of them, whole.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searcher/word_diff.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using depeche::DiffPiece;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string_view before = input.substr(0, input.find('\0'));
  const std::string_view after = before.size() == input.size() ? "" : input.substr(before.size() + 1);
  std::string old_text, new_text;
  DiffPiece::Kind last = DiffPiece::Kind::kEqual;
  bool wrong = false, first = true;
  for (const DiffPiece& piece : depeche::word_diff(before, after)) {
    if (piece.kind != DiffPiece::Kind::kInserted) old_text += piece.text;
    if (piece.kind != DiffPiece::Kind::kDeleted) new_text += piece.text;
    wrong = wrong || piece.text.empty() || (!first && piece.kind == last) ||
            (last == DiffPiece::Kind::kInserted && piece.kind == DiffPiece::Kind::kDeleted);
    last = piece.kind;
    first = false;
  }
  if (wrong || old_text != before || new_text != after) {
    std::fputs("word_diff: the pieces are not the two texts\n", stderr);
    std::abort();
  }
  return 0;
}
