#include <algorithm>
#include <vector>

#include "common/terminal.h"
#include "common/text/utf8.h"
#include "searcher/query/parser.h"

namespace depeche {
namespace {

constexpr unsigned kIndent = 2, kMinWidth = 20;
constexpr size_t kMaxCodePointBytes = 4;

/// The first byte of the code point that the byte at `pos` belongs to.
size_t align(std::string_view text, size_t pos) {
  pos = std::min(pos, text.size());
  while (pos > 0 && pos < text.size() && (static_cast<unsigned char>(text[pos]) & 0xC0) == 0x80) --pos;
  return pos;
}

/// `text` made safe, without what stands in front of its last `width` columns.
std::string cut_beginning(std::string_view text, unsigned width) {
  // Never more code points than columns: where some of them take no column, a little less is shown.
  std::vector<size_t> begins;
  for (size_t pos = align(text, text.size() - std::min(text.size(), kMaxCodePointBytes * width));
       pos < text.size(); next_code_point(text, pos))
    begins.push_back(pos);
  const auto from = [&](size_t begin) { return (begin > 0 ? "…" : "") + safe_text(text.substr(begin)); };
  const auto first =
      std::ranges::partition_point(begins, [&](size_t begin) { return display_width(from(begin)) > width; });
  return first == begins.end() ? "" : from(*first);
}

void append_lines(std::string& out, std::string_view text, unsigned width) {
  if (text.empty()) return;
  const std::string safe = safe_text(text);
  for (const std::string_view line : wrap_lines(safe, width, width)) out.append(line) += '\n';
}

}  // namespace

std::string explain_error(const QueryError& error, std::string_view text, unsigned width) {
  width = std::max(width, kMinWidth);
  const unsigned room = width - kIndent;
  const size_t begin = align(text, error.begin);
  const size_t end = std::clamp(error.end, begin, text.size());
  const auto safe_part = [&](size_t from, size_t to) {
    return safe_text(text.substr(from, std::min(to - from, kMaxCodePointBytes * room)));
  };
  const std::string place = safe_part(begin, end), rest = safe_part(begin, text.size());
  // What stands in front gets a third of the line, and what the rest leaves.
  const unsigned room_before = std::max(room / 3, room - std::min(room, display_width(rest) + 1));
  const std::string before = cut_beginning(text.substr(0, begin), room_before);
  const unsigned column = display_width(before);
  const unsigned carets = std::clamp(display_width(place), 1u, room - column);

  std::string out;
  append_lines(out, error.message, width);
  out.append(kIndent, ' ').append(before).append(cut_to_width(rest, room - column)) += '\n';
  out.append(kIndent + column, ' ').append(carets, '^') += '\n';
  append_lines(out, error.suggestion, width);
  return out;
}

}  // namespace depeche
