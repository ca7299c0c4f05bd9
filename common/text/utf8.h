#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace depeche {

constexpr char32_t kInvalid = 0xFFFFFFFF;

/// Decodes the code point at `pos` and moves `pos` behind it. Returns kInvalid for a byte that is not part of
/// well-formed UTF-8 (Unicode 15, table 3-7) and moves by at least one byte. Precondition: pos < text.size().
char32_t next_code_point(std::string_view text, size_t& pos);

void append_utf8(std::string& out, char32_t c);

/// Byte offset of the first ill-formed sequence, or npos. Surrogates, overlong forms and > U+10FFFF are
/// ill-formed.
size_t find_invalid_utf8(std::string_view text);

/// Number of code points; each ill-formed byte counts as one.
size_t count_code_points(std::string_view text);

/// Converts byte offsets of one string into code-point offsets, cheaply when asked in ascending order.
/// Holds a view: the text must outlive it.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}
  size_t at(size_t byte_offset);

 private:
  std::string_view text_;
  size_t byte_ = 0, count_ = 0;
};

/// The text in Unicode Normalization Form C. Precondition: well-formed UTF-8. ASCII is returned as it is.
std::string to_nfc(std::string_view text);

/// U+0027 2019 02BC 2032 FF07, U+00B4 and U+0060: what stands for an apostrophe between letters.
bool is_apostrophe(char32_t c);
/// U+002D 2010 2011: what joins the parts of a compound.
bool is_hyphen(char32_t c);

}  // namespace depeche
