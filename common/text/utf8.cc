#include "common/text/utf8.h"

#include <algorithm>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/utf8.h>

namespace depeche {
namespace {

/// ICU's own, made once under our lock: ThreadSanitizer does not see the library's.
const icu::Normalizer2& nfc() {
  static const icu::Normalizer2& kForm = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    return *form;
  }();
  return kForm;
}

}  // namespace

char32_t next_code_point(std::string_view text, size_t& pos) {
  const auto lead = static_cast<unsigned char>(text[pos]);
  if (lead < 0x80) {
    ++pos;
    return lead;
  }
  UChar32 c = 0;
  auto i = static_cast<int64_t>(pos);
  U8_NEXT(text.data(), i, static_cast<int64_t>(text.size()), c);
  pos = static_cast<size_t>(i);
  return c < 0 ? kInvalid : static_cast<char32_t>(c);
}

void append_utf8(std::string& out, char32_t c) {
  char buffer[4];
  int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out.append(buffer, static_cast<size_t>(length));
}

size_t find_invalid_utf8(std::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    const size_t start = pos;
    if (next_code_point(text, pos) == kInvalid) return start;
  }
  return std::string_view::npos;
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (size_t pos = 0; pos < text.size(); ++count) next_code_point(text, pos);
  return count;
}

size_t CodePointCounter::at(size_t byte_offset) {
  if (byte_offset < byte_) byte_ = count_ = 0;
  const size_t end = std::min(byte_offset, text_.size());
  while (byte_ < end) {
    next_code_point(text_, byte_);
    ++count_;
  }
  return count_;
}

std::string to_nfc(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (nfc().isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc().normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  return out;
}

bool is_apostrophe(char32_t c) {
  switch (c) {
    case 0x27:
    case 0x60:
    case 0xB4:
    case 0x2BC:
    case 0x2019:
    case 0x2032:
    case 0xFF07:
      return true;
    default:
      return false;
  }
}

bool is_hyphen(char32_t c) { return c == 0x2D || c == 0x2010 || c == 0x2011; }

}  // namespace depeche
