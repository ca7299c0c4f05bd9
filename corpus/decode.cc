#include "corpus/decode.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "common/error.h"
#include "common/text/utf8.h"
#include "corpus/guess_encoding.h"

namespace depeche {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kUtf8 = "UTF-8", kWindows1252 = "windows-1252";

struct Mark {
  std::string_view bytes, encoding;
};

/// UTF-32LE before UTF-16LE, of which its mark is an extension.
constexpr std::array<Mark, 5> kMarks = {{
    {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
    {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    {"\xEF\xBB\xBF", kUtf8},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
}};

/// 0x80..0x9F; 0 where windows-1252 has no character (81, 8D, 8F, 90, 9D).
/// Source: Unicode mapping table VENDORS/MICSFT/WINDOWS/CP1252.TXT.
constexpr std::array<char16_t, 32> kWindows1252High = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

Decoded decode_windows1252(std::string_view bytes) {
  Decoded out{{}, std::string(kWindows1252), 0};
  out.text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    char32_t code_point = c;
    if (c >= 0x80 && c < 0xA0) code_point = kWindows1252High[c - 0x80];
    if (code_point == 0 && c != 0) {
      code_point = kReplacement;
      ++out.lost;
    }
    append_utf8(out.text, code_point);
  }
  return out;
}

Decoded decode_damaged_utf8(std::string_view bytes) {
  Decoded out{{}, std::string(kUtf8), 0};
  out.text.reserve(bytes.size());
  for (size_t pos = 0; pos < bytes.size();) {
    const size_t start = pos;
    if (next_code_point(bytes, pos) != kInvalid) {
      out.text.append(bytes.substr(start, pos - start));
    } else {
      append_utf8(out.text, kReplacement);
      ++out.lost;
    }
  }
  return out;
}

/// Precondition: `bytes` is not well-formed UTF-8.
bool is_damaged_utf8(std::string_view bytes) {
  size_t whole = 0, broken = 0;
  for (size_t pos = 0; pos < bytes.size();) {
    const size_t start = pos;
    if (next_code_point(bytes, pos) == kInvalid)
      ++broken;
    else if (pos - start > 1)
      ++whole;
  }
  return broken * 10 < whole;
}

/// Surrogates without their other half and a last incomplete unit are lost.
Decoded decode_units(std::string_view bytes, unsigned unit, bool big_endian) {
  Decoded out;
  out.text.reserve(bytes.size());
  const auto unit_at = [&](size_t pos) {
    char32_t value = 0;
    for (unsigned i = 0; i < unit; ++i) {
      const size_t from = big_endian ? pos + i : pos + unit - 1 - i;
      value = value << 8 | static_cast<unsigned char>(bytes[from]);
    }
    return value;
  };
  size_t pos = 0;
  for (; pos + unit <= bytes.size(); pos += unit) {
    char32_t c = unit_at(pos);
    if (unit == 2 && c >= 0xD800 && c < 0xDC00 && pos + 4 <= bytes.size()) {
      const char32_t low = unit_at(pos + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        pos += 2;
      }
    }
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) {
      c = kReplacement;
      ++out.lost;
    }
    append_utf8(out.text, c);
  }
  if (pos < bytes.size()) {
    append_utf8(out.text, kReplacement);
    ++out.lost;
  }
  return out;
}

bool is_noncharacter(char32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

/// What clean_text() puts for a code point.
char32_t cleaned(char32_t c) {
  if (c == '\n' || c == '\t') return c;
  if (c == 0x2028 || c == 0x2029) return '\n';
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || is_noncharacter(c) ? U' ' : c;
}

/// Whether clean_text() may have anything to do, NFC aside: no false negatives, and few false positives in
/// French.
bool may_need_cleaning(std::string_view text) {
  static constexpr auto kSuspects = [] {
    std::array<bool, 256> suspects{};
    for (unsigned c = 0; c < 0x20; ++c) suspects[c] = c != '\n' && c != '\t';
    for (const unsigned c : {0x7F, 0xC2, 0xE2, 0xEF}) suspects[c] = true;
    for (unsigned c = 0xF0; c < 0x100; ++c) suspects[c] = true;
    return suspects;
  }();
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (!kSuspects[c]) continue;
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    const auto third = static_cast<unsigned char>(i + 2 < text.size() ? text[i + 2] : 0);
    const bool harmless =
        (c == 0xC2 && next >= 0xA0) || (c == 0xE2 && (next != 0x80 || (third & 0xFE) != 0xA8));
    if (!harmless) return true;
  }
  return false;
}

}  // namespace

struct Decoder::Converter {
  explicit Converter(const std::string& name) : asked(name) {
    UErrorCode status = U_ZERO_ERROR;
    handle = ucnv_open(name.c_str(), &status);
    if (U_FAILURE(status))
      throw Error(
          ExitCode::kUsage,
          tr("--encoding: \"{}\" is not an encoding that ICU knows; write for example UTF-8, windows-1252, "
             "ISO-8859-15 or UTF-16LE",
             name));
  }
  ~Converter() { ucnv_close(handle); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// The name to use in MIME, else the one registered by IANA, where there is one.
  std::string name() const {
    UErrorCode status = U_ZERO_ERROR;
    const char* canonical = ucnv_getName(handle, &status);
    for (const char* standard : {"MIME", "IANA"})
      if (const char* name = ucnv_getStandardName(canonical, standard, &status)) return name;
    return canonical;
  }

  Decoded decode(std::string_view bytes) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), handle, status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    Decoded out;
    wide.toUTF8String(out.text);
    for (int32_t i = 0; i < wide.length(); ++i) out.lost += wide[i] == kReplacement;
    return out;
  }

  std::string asked;
  UConverter* handle = nullptr;
};

Decoder::Decoder(const std::string& declared) {
  if (declared.empty()) return;
  converter_ = std::make_unique<Converter>(declared);
  choose(converter_->name());
}

Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;

void Decoder::choose(std::string_view encoding) {
  encoding_ = encoding == "ISO-8859-1" || encoding == "US-ASCII" ? kWindows1252 : encoding;
  unit_ = encoding_.starts_with("UTF-16") ? 2 : encoding_.starts_with("UTF-32") ? 4 : 1;
  big_endian_ = unit_ > 1 && !encoding_.ends_with("LE");
}

size_t Decoder::start(std::string_view head) {
  const bool declared = !encoding_.empty();
  for (const Mark& mark : kMarks) {
    const bool narrow = mark.encoding == kUtf8;
    const bool fits = !declared || (narrow ? unit_ == 1 : mark.encoding.starts_with(encoding_));
    if (!fits || !head.starts_with(mark.bytes)) continue;
    if (!narrow) choose(mark.encoding);
    return mark.bytes.size();
  }
  if (!declared) {
    if (const std::string_view wide = wide_encoding(head); !wide.empty()) choose(wide);
  }
  // RFC 2781, 4.3: without a mark UTF-16 is big-endian.
  if (encoding_ == "UTF-16" || encoding_ == "UTF-32") choose(encoding_ + "BE");
  return 0;
}

Decoded Decoder::decode(std::string_view bytes) const {
  if (unit_ > 1) {
    Decoded out = decode_units(bytes, unit_, big_endian_);
    out.encoding = encoding_;
    return out;
  }
  if (encoding_.empty() || encoding_ == kUtf8) {
    if (simdjson::validate_utf8(bytes.data(), bytes.size()))
      return {std::string(bytes), std::string(kUtf8), 0};
    const bool utf8 = encoding_ == kUtf8 || is_damaged_utf8(bytes);
    return utf8 ? decode_damaged_utf8(bytes) : decode_guessed(bytes);
  }
  if (encoding_ == kWindows1252) return decode_windows1252(bytes);
  Decoded out = converter_->decode(bytes);
  out.encoding = encoding_;
  return out;
}

Decoded Decoder::decode_guessed(std::string_view bytes) const {
  const std::string_view name = likeliest_encoding(bytes);
  if (name == kWindows1252) return decode_windows1252(bytes);
  if (!guessed_ || guessed_->asked != name) guessed_ = std::make_unique<Converter>(std::string(name));
  Decoded out = guessed_->decode(bytes);
  out.encoding = name;
  return out;
}

Decoded Decoder::decode_stated(std::string_view bytes, const std::string& stated) const {
  if (!encoding_.empty() || stated.empty() || simdjson::validate_utf8(bytes.data(), bytes.size()))
    return decode(bytes);
  std::optional<Decoder> own;
  try {
    own.emplace(stated);
  } catch (const Error&) {
    return decode(bytes);
  }
  return own->unit() == 1 ? own->decode(bytes) : decode(bytes);
}

std::optional<Problem> garbled(const Decoded& decoded) {
  if (decoded.lost <= 3 || decoded.lost * 100 <= count_code_points(decoded.text)) return std::nullopt;
  return Problem{RejectionCode::kUtf8,
                 tr("{} sequences of bytes are not {}; name the encoding with --encoding", decoded.lost,
                    decoded.encoding)};
}

bool looks_binary(std::string_view head) {
  const auto zeros = static_cast<size_t>(std::count(head.begin(), head.end(), '\0'));
  return zeros * 100 > head.size() && (zeros > 8 || zeros * 4 >= head.size());
}

std::string clean_text(std::string text) {
  if (!may_need_cleaning(text)) return to_nfc(text);
  std::string out;
  out.reserve(text.size());
  for (size_t pos = 0; pos < text.size();) {
    const size_t start = pos;
    const char32_t c = next_code_point(text, pos);
    if (c == '\r') {
      if (pos == text.size() || text[pos] != '\n') out.push_back('\n');
    } else if (c == 0xFEFF && start == 0) {
      continue;
    } else if (const char32_t kept = cleaned(c); kept == c) {
      out.append(text, start, pos - start);
    } else {
      out.push_back(static_cast<char>(kept));
    }
  }
  return to_nfc(out);
}

}  // namespace depeche
