// Widths, cutting and wrapping of lines of safe text.
#include <algorithm>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include "common/error.h"
#include "common/terminal.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

constexpr std::string_view kEllipsis = "…";

using BreakIterator = std::unique_ptr<icu::BreakIterator>;

BreakIterator make_iterator(icu::BreakIterator* (*create)(const icu::Locale&, UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  BreakIterator iterator(create(icu::Locale::getFrench(), status));
  if (U_FAILURE(status)) throw Error(ExitCode::kInternal, std::string("ICU: ") + u_errorName(status));
  return iterator;
}

icu::BreakIterator& grapheme_iterator() {
  thread_local const BreakIterator kIterator = make_iterator(icu::BreakIterator::createCharacterInstance);
  return *kIterator;
}

icu::BreakIterator& line_iterator() {
  thread_local const BreakIterator kIterator = make_iterator(icu::BreakIterator::createLineInstance);
  return *kIterator;
}

/// Calls `visit(begin, end)` with the bytes of every stretch between boundaries until it returns false.
template <typename Visit>
void for_each_stretch(icu::BreakIterator& iterator, std::string_view text, Visit visit) {
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<int64_t>(text.size()), &status);
  iterator.setText(&source, status);
  utext_close(&source);  // the iterator has a clone of it
  if (U_FAILURE(status)) throw Error(ExitCode::kInternal, std::string("ICU: ") + u_errorName(status));
  size_t begin = 0;
  for (int32_t next = iterator.next(); next != icu::BreakIterator::DONE; next = iterator.next()) {
    const auto end = static_cast<size_t>(next);
    if (!visit(begin, end)) return;
    begin = end;
  }
}

/// Latin letters and the punctuation of French prose: each is a grapheme of one column unless a combining
/// mark follows, which is none of them.
bool is_plain(char32_t c) {
  return c < 0x300 || (c >= 0x2010 && c <= 0x2027) || c == 0x202F || c == 0x20AC || c == 0xFFFD;
}

bool is_plain(std::string_view text) {
  for (size_t pos = 0; pos < text.size();)
    if (!is_plain(next_code_point(text, pos))) return false;
  return true;
}

unsigned code_point_width(char32_t c) {
  if (is_plain(c)) return 1;
  const auto code = static_cast<UChar32>(c);
  const int8_t type = u_charType(code);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) return 0;
  if (u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return 0;
  const int syllable = u_getIntPropertyValue(code, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

unsigned grapheme_width(std::string_view grapheme) {
  constexpr char32_t kEmojiVariation = 0xFE0F;
  unsigned width = 0;
  bool emoji = false, may_be_emoji = false;
  for (size_t pos = 0; pos < grapheme.size();) {
    const char32_t c = next_code_point(grapheme, pos);
    const auto code = static_cast<UChar32>(c == kInvalid ? 0xFFFD : c);
    emoji = emoji || u_hasBinaryProperty(code, UCHAR_EMOJI_PRESENTATION) ||
            (c == kEmojiVariation && may_be_emoji);
    may_be_emoji = u_hasBinaryProperty(code, UCHAR_EMOJI);
    width += code_point_width(static_cast<char32_t>(code));
  }
  return emoji ? 2 : width;
}

/// Calls `visit(begin, end, width)` for every grapheme until it returns false.
template <typename Visit>
void for_each_grapheme(std::string_view text, Visit visit) {
  size_t first = 0;
  if (!text.empty()) next_code_point(text, first);
  if (first == text.size()) {
    if (first > 0) visit(size_t{0}, first, grapheme_width(text));
    return;
  }
  if (is_plain(text)) {
    for (size_t pos = 0; pos < text.size();) {
      const size_t begin = pos;
      next_code_point(text, pos);
      if (!visit(begin, pos, 1u)) return;
    }
    return;
  }
  for_each_stretch(grapheme_iterator(), text, [&](size_t begin, size_t end) {
    return visit(begin, end, grapheme_width(text.substr(begin, end - begin)));
  });
}

std::string_view without_end_spaces(std::string_view text) {
  const size_t last = text.find_last_not_of(' ');
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// Bytes of the longest beginning of `text` that takes at most `width` columns.
size_t fitting_bytes(std::string_view text, unsigned width) {
  size_t bytes = 0;
  unsigned columns = 0;
  for_each_grapheme(text, [&](size_t, size_t end, unsigned grapheme) {
    if (columns + grapheme > width) return false;
    columns += grapheme;
    bytes = end;
    return true;
  });
  return bytes;
}

/// Whether a line must not end between these although ICU would let it: French typography (« mot », 20 % with
/// ordinary spaces; ICU knows : ; ! and ?), and compounds, which a reader may want to copy.
bool keeps_together(std::string_view before, std::string_view after) {
  if (before.ends_with("-")) return true;
  before = without_end_spaces(before);
  return before.ends_with("«") || before.ends_with("“") || after.starts_with("»") || after.starts_with("”") ||
         after.starts_with("%") || after.starts_with("€");
}

/// The stretches of `text` between which a line may end, spaces at the end of each.
std::vector<std::string_view> unbreakable_stretches(std::string_view text) {
  std::vector<std::string_view> stretches;
  for_each_stretch(line_iterator(), text, [&](size_t begin, size_t end) {
    const std::string_view stretch = text.substr(begin, end - begin);
    if (!stretches.empty() && keeps_together(stretches.back(), stretch))
      stretches.back() = {stretches.back().data(), stretches.back().size() + stretch.size()};
    else
      stretches.push_back(stretch);
    return true;
  });
  return stretches;
}

}  // namespace

unsigned display_width(std::string_view text) {
  unsigned columns = 0;
  for_each_grapheme(text, [&](size_t, size_t, unsigned grapheme) {
    columns += grapheme;
    return true;
  });
  return columns;
}

std::string cut_to_width(std::string_view text, unsigned width) {
  if (fitting_bytes(text, width) == text.size()) return std::string(text);
  if (width == 0) return "";
  const std::string_view kept = text.substr(0, fitting_bytes(text, width - 1));
  return std::string(without_end_spaces(kept)).append(kEllipsis);
}

std::string cut_start_to_width(std::string_view text, unsigned width) {
  if (fitting_bytes(text, width) == text.size()) return std::string(text);
  if (width == 0) return "";
  unsigned left = display_width(text);
  size_t begin = 0;
  for_each_grapheme(text, [&](size_t, size_t end, unsigned grapheme) {
    if (left + 1 <= width) return false;
    left -= grapheme;
    begin = end;
    return true;
  });
  while (begin < text.size() && text[begin] == ' ') ++begin;
  return std::string(kEllipsis).append(text.substr(begin));
}

std::string pad_to_width(std::string_view text, unsigned width) {
  const unsigned columns = display_width(text);
  return std::string(text).append(columns < width ? width - columns : 0, ' ');
}

std::vector<std::string_view> wrap_lines(std::string_view text, unsigned width, unsigned first_width) {
  std::vector<std::string_view> lines;
  std::string_view line = text.substr(0, 0);
  unsigned columns = 0;  // of `line`, spaces at its end included
  const auto room = [&] { return std::max(1u, lines.empty() ? first_width : width); };
  const auto end_line = [&] {
    lines.push_back(without_end_spaces(line));
    line = {line.data() + line.size(), 0};
    columns = 0;
  };
  const auto append = [&](size_t bytes, unsigned wide) {
    line = {line.data(), line.size() + bytes};
    columns += wide;
  };
  for (const std::string_view stretch : unbreakable_stretches(text)) {
    const std::string_view word = without_end_spaces(stretch);
    const unsigned needed = display_width(word);
    const bool may_end = !line.empty() || (lines.empty() && first_width < width);
    if (columns + needed > room() && may_end) end_line();
    if (columns + needed <= room()) {
      append(word.size(), needed);
    } else {
      for_each_grapheme(word, [&](size_t begin, size_t end, unsigned grapheme) {
        if (columns + grapheme > room() && !line.empty()) end_line();
        append(end - begin, grapheme);
        return true;
      });
    }
    const size_t spaces = stretch.size() - word.size();
    append(spaces, static_cast<unsigned>(spaces));
  }
  if (!line.empty() || lines.empty()) end_line();
  return lines;
}

}  // namespace depeche
