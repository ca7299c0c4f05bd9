#include "corpus/guess_encoding.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

namespace depeche {
namespace {

constexpr size_t kMostJudged = 2000;  // characters beyond ASCII
constexpr int kHeadStart = 3;         // of windows-1252
constexpr char32_t kFirstIdeograph = 0x2E80;
constexpr char32_t kNothing = 0xFFFD;  // what the encoding has no character for

bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)); }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)); }
bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }
bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

/// For a small letter. « à » ends few words and « ù » one; the others stand in words, not before capitals.
int weigh_small_letter(char32_t before, char32_t c, char32_t behind) {
  if (is_upper(behind)) return -4;
  const bool stands_alone = !is_letter(before) && !is_letter(behind);
  if (c == U'à') return stands_alone || is_one_of(U"ljçLJÇ", before) ? 4 : -2;
  if (c == U'ù') return before == U'o' || before == U'O' ? 3 : -3;
  if (stands_alone) return -3;
  if (is_one_of(U"éèêç", c)) return 4;
  if (is_one_of(U"âîôûïëœ", c)) return 3;
  return is_one_of(U"äöüñáíóúæÿ", c) ? 1 : -2;
}

int weigh_capital(char32_t before, char32_t c, char32_t behind) {
  if (is_lower(before)) return -4;
  if (!is_letter(before) && !is_letter(behind)) return c == U'À' ? 2 : -3;
  return is_one_of(U"ÉÈÀÊÇÂÎÔŒ", c) ? 2 : -1;
}

/// How much a character beyond ASCII speaks for the text being French, by its neighbours.
int weigh(char32_t before, char32_t c, char32_t behind) {
  if (c == kNothing || (c >= 0x80 && c < 0xA0)) return -8;
  if (is_lower(c)) return weigh_small_letter(before, c, behind);
  if (is_upper(c)) return weigh_capital(before, c, behind);
  if (c == U'’') return 2;
  if (c >= kFirstIdeograph) return -5;
  const bool in_word = is_letter(before) && is_letter(behind);
  if (is_one_of(U"«»‘“”–—…€°§·•\u00A0", c)) return in_word ? -4 : 2;
  return in_word ? -4 : -3;
}

std::unique_ptr<UConverter, void (*)(UConverter*)> open(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(name, &status), ucnv_close);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  return converter;
}

/// The characters of bytes 80..FF.
using UpperHalf = std::array<char32_t, 128>;

struct Candidate {
  std::string_view name;
  UpperHalf upper;
};

const std::array<Candidate, 4>& candidates() {
  static const auto kCandidates = [] {
    std::array<Candidate, 4> all = {
        {{"windows-1252", {}}, {"ISO-8859-15", {}}, {"macintosh", {}}, {"IBM850", {}}}};
    for (Candidate& candidate : all) {
      const auto converter = open(candidate.name.data());
      for (size_t i = 0; i < candidate.upper.size(); ++i) {
        const char byte = static_cast<char>(0x80 + i);
        const char* source = &byte;
        UErrorCode status = U_ZERO_ERROR;
        const UChar32 c = ucnv_getNextUChar(converter.get(), &source, source + 1, &status);
        candidate.upper[i] = U_SUCCESS(status) ? static_cast<char32_t>(c) : kNothing;
      }
    }
    return all;
  }();
  return kCandidates;
}

int score(std::string_view bytes, const UpperHalf& upper) {
  const auto character = [&](size_t i) -> char32_t {
    if (i >= bytes.size()) return U' ';  // i is unsigned: also before the first
    const auto byte = static_cast<unsigned char>(bytes[i]);
    return byte < 0x80 ? byte : upper[byte - 0x80];
  };
  int total = 0;
  size_t judged = 0;
  for (size_t i = 0; i < bytes.size() && judged < kMostJudged; ++i) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) continue;
    ++judged;
    total += weigh(character(i - 1), character(i), character(i + 1));
  }
  return total;
}

/// Of GB18030: its characters beyond ASCII take two bytes or four.
int score_gb18030(std::string_view bytes) {
  const auto converter = open("GB18030");
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  char32_t before = U' ', current = U' ';
  int total = 0;
  size_t judged = 0;
  while (source < end && judged < kMostJudged) {
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 next = ucnv_getNextUChar(converter.get(), &source, end, &status);
    if (U_FAILURE(status)) return std::numeric_limits<int>::min();
    if (current >= 0x80) {
      ++judged;
      total += weigh(before, current, static_cast<char32_t>(next));
    }
    before = current;
    current = static_cast<char32_t>(next);
  }
  return current >= 0x80 ? total + weigh(before, current, U' ') : total;
}

}  // namespace

std::string_view likeliest_encoding(std::string_view bytes) {
  std::string_view best;
  int highest = std::numeric_limits<int>::min();
  const auto consider = [&](std::string_view name, int points) {
    if (points <= highest) return;
    best = name;
    highest = points;
  };
  for (const Candidate& candidate : candidates())
    consider(candidate.name, score(bytes, candidate.upper) + (best.empty() ? kHeadStart : 0));
  if (highest < 0) consider("GB18030", score_gb18030(bytes));
  return highest < 0 ? candidates().front().name : best;
}

std::string_view wide_encoding(std::string_view head) {
  struct Shape {
    std::string_view name;
    std::array<bool, 4> zero;  // of four bytes, which are zero
  };
  static constexpr std::array<Shape, 4> kShapes = {{
      {"UTF-32LE", {false, true, true, true}},
      {"UTF-32BE", {true, true, true, false}},
      {"UTF-16LE", {false, true, false, true}},
      {"UTF-16BE", {true, false, true, false}},
  }};
  const size_t groups = head.size() / 4;
  if (groups < 4) return {};
  std::array<size_t, 4> zeros{};
  for (size_t i = 0; i < groups * 4; ++i) zeros[i % 4] += head[i] == '\0';
  for (const Shape& shape : kShapes) {
    const auto fits = [&](size_t i) {
      return shape.zero[i] ? zeros[i] * 10 >= groups * 8 : zeros[i] * 50 <= groups;
    };
    if (fits(0) && fits(1) && fits(2) && fits(3)) return shape.name;
  }
  return {};
}

}  // namespace depeche
