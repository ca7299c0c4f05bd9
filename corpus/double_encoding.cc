#include "corpus/double_encoding.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include <unicode/uchar.h>

#include "common/text/utf8.h"

namespace depeche {
namespace {

constexpr int kMostTimes = 4;  // that a text was encoded again

/// Bytes 80..9F of windows-1252; 0 where it has no character: there, and in ISO-8859-1, the byte is kept.
constexpr char32_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr char32_t kNoBreakSpace = 0xA0;

/// The byte that was read as `c`; 0 if none above ASCII was.
uint8_t byte_of(char32_t c) {
  if (c < 0x80) return 0;
  if (c < 0x100) return static_cast<uint8_t>(c);
  const auto* found = std::find(std::begin(kWindows1252), std::end(kWindows1252), c);
  return found == std::end(kWindows1252) ? 0 : static_cast<uint8_t>(0x80 + (found - kWindows1252));
}

/// A character and the bytes of the source it was read from.
struct Unit {
  char32_t c = 0;
  uint32_t begin = 0, end = 0;
  bool changed = false;
};
using Units = std::vector<Unit>;

Units units_of(std::string_view text) {
  Units units;
  for (size_t pos = 0; pos < text.size();) {
    Unit unit;
    unit.begin = static_cast<uint32_t>(pos);
    unit.c = next_code_point(text, pos);
    unit.end = static_cast<uint32_t>(pos);
    units.push_back(unit);
  }
  return units;
}

/// Characters that are the bytes of one.
struct Sequence {
  char32_t c = 0;
  size_t length = 0;     // of the characters
  bool certain = false;  // French writes no such thing
};

/// What never stands side by side in French: Ã Â Å with a continuation byte, â€ â‚ â„, and the ï¿½ of U+FFFD.
bool is_certain(std::string_view bytes) {
  const auto lead = static_cast<uint8_t>(bytes[0]), second = static_cast<uint8_t>(bytes[1]);
  return lead == 0xC2 || lead == 0xC3 || lead == 0xC5 ||
         (lead == 0xE2 && (second == 0x80 || second == 0x82 || second == 0x84)) || bytes == "\xEF\xBF\xBD";
}

std::optional<Sequence> sequence_at(const Units& units, size_t at) {
  const uint8_t lead = byte_of(units[at].c);
  if (lead < 0xC2 || lead > 0xF4) return std::nullopt;
  const size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (at + length > units.size()) return std::nullopt;
  std::string bytes;
  for (size_t i = at; i < at + length; ++i) bytes += static_cast<char>(byte_of(units[i].c));
  size_t pos = 0;
  const char32_t c = next_code_point(bytes, pos);
  if (c == kInvalid) return std::nullopt;
  // A control character is text only as a byte without a character in windows-1252, of a further encoding.
  if (c < kNoBreakSpace && kWindows1252[c - 0x80] != 0) return std::nullopt;
  return Sequence{c, length, is_certain(bytes)};
}

/// "Ã " and "Â " whose no-break space has become a space. That of "Ã " is the only one where runs of spaces
/// were closed up ("Ã Paris"), else one of two or before a sign ("voilÃ ,"): then it belongs to the letter.
std::optional<Sequence> sequence_with_space_at(const Units& units, size_t at) {
  const char32_t c = units[at].c;
  if ((c != U'Ã' && c != U'Â') || at + 1 >= units.size() || units[at + 1].c != U' ') return std::nullopt;
  if (c == U'Â') return Sequence{kNoBreakSpace, 2, false};
  const bool closed_up =
      at + 2 < units.size() && units[at + 2].c != U'Â' && u_isalnum(static_cast<UChar32>(units[at + 2].c));
  return Sequence{U'à', closed_up ? size_t{1} : 2, false};
}

/// Whether a capital Ã or Â stands at the end of a word, but not of one in capitals: no language does that.
bool ends_word(const Units& units, size_t at) {
  return sequence_with_space_at(units, at) && (at == 0 || !u_isupper(static_cast<UChar32>(units[at - 1].c)));
}

/// What speaks for damage, and what against it.
struct Evidence {
  size_t hits = 0, accents = 0;
};

Evidence weigh(const Units& units) {
  Evidence evidence;
  for (size_t i = 0; i < units.size();) {
    const auto sequence = sequence_at(units, i);
    const bool is_hit = (sequence && sequence->certain) || ends_word(units, i);
    evidence.hits += is_hit;
    evidence.accents += !is_hit && units[i].c >= 0xC0 && u_isalpha(static_cast<UChar32>(units[i].c));
    i += is_hit && sequence ? sequence->length : 1;
  }
  return evidence;
}

/// Takes one encoding off; false if there is none.
bool decode_once(Units& units) {
  const Evidence evidence = weigh(units);
  const bool throughout = evidence.hits > evidence.accents;
  bool changed = false;
  Units out;
  for (size_t i = 0; i < units.size();) {
    auto sequence = sequence_at(units, i);
    if (throughout && !sequence) sequence = sequence_with_space_at(units, i);
    if (!sequence || !(throughout || sequence->certain)) {
      out.push_back(units[i++]);
      continue;
    }
    out.push_back({sequence->c, units[i].begin, units[i + sequence->length - 1].end, true});
    changed = true;
    i += sequence->length;
  }
  units = std::move(out);
  return changed;
}

bool is_of_word(const Unit& unit) {
  const auto c = static_cast<UChar32>(unit.c);
  if (unit.changed) return !u_isUWhiteSpace(c);
  return u_isalnum(c) || u_getCombiningClass(c) != 0;
}

/// The changed words, and the changed spaces by themselves.
std::vector<Rewriting> rewritings(const Units& units) {
  std::vector<Rewriting> out;
  for (size_t i = 0; i < units.size();) {
    size_t end = i + 1;
    if (is_of_word(units[i]))
      while (end < units.size() && is_of_word(units[end])) ++end;
    const bool changed =
        std::any_of(units.begin() + static_cast<ptrdiff_t>(i), units.begin() + static_cast<ptrdiff_t>(end),
                    [](const Unit& unit) { return unit.changed; });
    if (changed) {
      std::string text;
      for (size_t k = i; k < end; ++k) append_utf8(text, units[k].c);
      out.push_back({units[i].begin, units[end - 1].end, to_nfc(text)});
    }
    i = end;
  }
  return out;
}

/// Whether a certain sequence can be in the text: Â Ã Å â ï.
bool may_hold_sequence(std::string_view text) {
  constexpr std::string_view kSecond = "\x82\x83\x85\xA2\xAF";
  for (size_t at = text.find('\xC3'); at != std::string_view::npos; at = text.find('\xC3', at + 1))
    if (at + 2 < text.size() && kSecond.find(text[at + 1]) != std::string_view::npos &&
        (static_cast<uint8_t>(text[at + 2]) >= 0x80 || text[at + 2] == ' '))
      return true;
  return false;
}

}  // namespace

std::vector<Rewriting> read_double_encoding(std::string_view text) {
  if (!may_hold_sequence(text)) return {};
  Units units = units_of(text);
  for (int times = 0; times < kMostTimes && decode_once(units);) ++times;
  return rewritings(units);
}

}  // namespace depeche
