#include "common/text/fold.h"

#include <stdexcept>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "common/text/utf8.h"

namespace depeche {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

icu::StringPiece piece(std::string_view text) { return {text.data(), static_cast<int32_t>(text.size())}; }

std::string normalize(const icu::Normalizer2* form, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  form->normalizeUTF8(0, piece(text), sink, nullptr, status);
  check(status);
  return out;
}

/// ICU's own, made once under our lock: ThreadSanitizer does not see the library's.
const icu::Normalizer2* nfkd() {
  static const icu::Normalizer2* const kForm = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFKDInstance(status);
    check(status);
    return form;
  }();
  return kForm;
}

/// Two letters written as one.
const char* ligature(char32_t c) {
  switch (c) {
    case 0x153:
      return "oe";  // œ
    case 0xE6:
      return "ae";  // æ
    case 0xDF:
      return "ss";  // ß
    default:
      return nullptr;
  }
}

/// Letters that Unicode does not decompose, and the one a French keyboard has for them.
const char* plain_letter(char32_t c) {
  switch (c) {
    case 0xF8:
      return "o";  // ø
    case 0x142:
      return "l";  // ł
    case 0x111:
      return "d";  // đ
    case 0xF0:
      return "d";  // ð
    case 0x131:
      return "i";  // ı
    default:
      return nullptr;
  }
}

bool drops_marks(char32_t base) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(base), &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_COMMON:
      return true;
    default:
      return false;
  }
}

bool hides_accent(char32_t c) { return c == 'A' || c == 'C' || c == 'E' || c == 'I' || c == 'O' || c == 'U'; }

std::string open_ligatures(std::string_view lower) {
  std::string out;
  out.reserve(lower.size() + 2);
  for (size_t pos = 0; pos < lower.size();) {
    const size_t start = pos;
    const char* opened = ligature(next_code_point(lower, pos));
    opened != nullptr ? out.append(opened) : out.append(lower.substr(start, pos - start));
  }
  return out;
}

enum class Unaccented { kMatchesAny, kMatchesItself };

bool letter_matches(std::string_view read, std::string_view typed, Unaccented rule) {
  if (read == typed) return true;
  if (read.size() == 1 && hides_accent(static_cast<unsigned char>(read[0])))
    return fold(typed) == ascii_lower(read);
  return rule == Unaccented::kMatchesAny && typed.size() == 1 && fold(read) == typed;
}

bool matches(std::string_view reading, std::string_view typed, Unaccented rule) {
  const std::string opened = open_ligatures(typed);
  size_t r = 0, t = 0;
  while (r < reading.size() && t < opened.size()) {
    const size_t r_begin = r, t_begin = t;
    next_code_point(reading, r);
    next_code_point(opened, t);
    const std::string_view typed_letter = std::string_view(opened).substr(t_begin, t - t_begin);
    if (!letter_matches(reading.substr(r_begin, r - r_begin), typed_letter, rule)) return false;
  }
  return r == reading.size() && t == opened.size();
}

}  // namespace

std::string to_lower(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  UErrorCode status = U_ZERO_ERROR;
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  icu::CaseMap::utf8Fold(U_FOLD_CASE_DEFAULT, piece(text), sink, nullptr, status);
  check(status);
  return to_nfc(folded);
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  // Twice: a compatibility decomposition may hold capitals (℡ -> TEL) or letters to open again.
  const std::string decomposed = normalize(nfkd(), to_lower(normalize(nfkd(), to_lower(text))));
  std::string out;
  char32_t base = 0;
  for (size_t pos = 0; pos < decomposed.size();) {
    const size_t start = pos;
    const char32_t c = next_code_point(decomposed, pos);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c));
      base = c;
      continue;
    }
    const bool mark = u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
    if (mark && base != 0 && drops_marks(base)) continue;
    if (!mark) base = c;
    if (const char* letters = ligature(c))
      out.append(letters);
    else if (const char* letter = plain_letter(c))
      out.append(letter);
    else
      out.append(decomposed, start, pos - start);
  }
  return to_nfc(out);
}

std::string reading_of(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (size_t pos = 0; pos < word.size();) {
    const size_t start = pos;
    const char32_t c = next_code_point(word, pos);
    if (c < 0x80 && hides_accent(c))
      out.push_back(static_cast<char>(c));
    else
      out.append(open_ligatures(to_lower(word.substr(start, pos - start))));
  }
  return out;
}

bool matches_quoted(std::string_view reading, std::string_view typed) {
  return matches(reading, typed, Unaccented::kMatchesAny);
}

bool matches_exact(std::string_view reading, std::string_view typed) {
  return matches(reading, typed, Unaccented::kMatchesItself);
}

}  // namespace depeche
