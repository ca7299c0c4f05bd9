#include "corpus/layout.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "corpus/words.h"

namespace depeche {
namespace {

constexpr size_t kMaxTitleLength = 200;    // code points
constexpr size_t kMinLongParagraph = 100;  // code points: « much longer » than a title, and twice its length
constexpr size_t kMinWidth = 40, kMaxWidth = 100;  // columns of hard-wrapped text
constexpr size_t kSlack = 8;                       // columns by which wrapped lines fall short of the widest

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (size_t pos = 0; pos < text.size();) {
    const size_t end = std::min(text.find('\n', pos), text.size());
    lines.push_back(trim(text.substr(pos, end - pos)));
    pos = end + 1;
  }
  return lines;
}

bool ends_like_sentence(std::string_view line) {
  for (const std::string_view quote : {"\"", "»", "”", "'", "’", ")"})
    if (line.ends_with(quote)) {
      line = trim(line.substr(0, line.size() - quote.size()));
      break;
    }
  for (const std::string_view end : {".", "!", "?", "…", ":"})
    if (line.ends_with(end)) return true;
  return false;
}

using Lines = std::vector<std::string_view>;

bool is_title(const Lines& lines, size_t at) {
  const std::string_view line = lines[at];
  if (line.size() > 4 * kMaxTitleLength) return false;
  const size_t length = count_code_points(line);
  if (length > kMaxTitleLength || ends_like_sentence(line) || read_dateline(line)) return false;
  if (at + 1 == lines.size()) return false;
  const std::string_view next = lines[at + 1];
  if (next.empty())
    return std::any_of(lines.begin() + at + 1, lines.end(), [](auto later) { return !later.empty(); });
  if (read_header_line(next)) return true;
  return count_code_points(next) >= std::max(2 * length, kMinLongParagraph);
}

/// The width of hard-wrapped text, in code points; 0 if it is not wrapped.
size_t wrapped_width(const Lines& lines, size_t from) {
  if (std::find(lines.begin() + from, lines.end(), std::string_view()) == lines.end()) return 0;
  size_t width = 0;
  for (size_t i = from; i < lines.size(); ++i) {
    if (lines[i].size() > 4 * kMaxWidth) return 0;
    width = std::max(width, count_code_points(lines[i]));
  }
  return width >= kMinWidth && width <= kMaxWidth ? width : 0;
}

bool begins_item(std::string_view line) {
  for (const std::string_view bullet : {"- ", "– ", "— ", "* ", "• ", "-- "})
    if (line.starts_with(bullet)) return true;
  return false;
}

/// Whether the break between two lines that are not blank is there only because the line was full.
bool is_wrap(std::string_view line, std::string_view next, size_t width) {
  if (width == 0 || begins_item(next)) return false;
  const size_t word = count_code_points(next.substr(0, next.find(' ')));
  return count_code_points(line) + 1 + word + kSlack > width;
}

/// Behind a letter a hyphen joins; behind a space it is a dash.
bool ends_with_hyphen(std::string_view line) {
  return line.size() > 1 && line.back() == '-' && line[line.size() - 2] != ' ' &&
         line[line.size() - 2] != '-';
}

void add_paragraphs(Layout& layout, const Lines& lines, size_t from) {
  const size_t width = wrapped_width(lines, from);
  for (size_t i = from; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    std::string paragraph(lines[i]);
    while (i + 1 < lines.size() && !lines[i + 1].empty() && is_wrap(lines[i], lines[i + 1], width)) {
      if (!ends_with_hyphen(lines[i])) paragraph += ' ';
      paragraph += lines[++i];
    }
    layout.paragraphs.push_back(std::move(paragraph));
  }
}

}  // namespace

Layout read_layout(std::string_view text, bool with_title) {
  Layout layout;
  const Lines lines = split_lines(text);
  size_t at = 0;
  for (bool title_allowed = with_title; at < lines.size(); ++at) {
    if (lines[at].empty()) continue;
    if (auto dates = read_header_line(lines[at])) {
      layout.header.push_back({std::string(lines[at]), std::move(*dates)});
    } else if (title_allowed && is_title(lines, at)) {
      layout.title = lines[at];
      title_allowed = false;
    } else {
      break;
    }
  }
  add_paragraphs(layout, lines, at);
  return layout;
}

}  // namespace depeche
