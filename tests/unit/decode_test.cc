// Bytes as text: corpus/decode.h.

#include "corpus/decode.h"

#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "common/error.h"
#include "common/text/utf8.h"
#include "corpus/guess_encoding.h"

namespace depeche {
namespace {

using namespace std::string_literals;

Decoded decode(const std::string& declared, std::string_view bytes) {
  Decoder decoder(declared);
  const size_t mark = decoder.start(bytes);
  return decoder.decode(bytes.substr(mark));
}

TEST(Decoder, DeclaredThenMarkThenUtf8ThenGuessed) {
  struct Case {
    std::string declared, bytes, text, encoding;
    size_t lost = 0;
  };
  const std::vector<Case> cases = {
      // Nothing declared, no mark: UTF-8 if it is well-formed.
      {"", "", "", "UTF-8"},
      {"", "Paris", "Paris", "UTF-8"},
      {"", "Pékin, œuvre, 10 €", "Pékin, œuvre, 10 €", "UTF-8"},
      {"", "\xF0\x9F\x98\x80", "😀", "UTF-8"},
      {"", "\xEF\xBF\xBD", "\uFFFD", "UTF-8"},  // a replacement character of the source is not a loss
      // Else windows-1252.
      {"", "caf\xE9", "café", "windows-1252"},
      {"", "\xC9tat", "État", "windows-1252"},
      {"", "l\x92\xE9t\xE9", "l’été", "windows-1252"},
      {"", "\x93quoi\x94 \x96 \x85", "“quoi” – …", "windows-1252"},
      {"", "10 \x80, c\x9Cur, \x8Cuvre", "10 €, cœur, Œuvre", "windows-1252"},
      {"windows-1252", "\x8A\x9A\x8E\x9E\x9F\x83", "ŠšŽžŸƒ", "windows-1252"},
      {"", "\xAB\xA0oui\xA0\xBB", "«\u00A0oui\u00A0»", "windows-1252"},
      {"", "\xFF\xE9", "ÿé", "windows-1252"},
      // The five holes of windows-1252 are lost.
      {"",
       "a\x81"
       "b\xE9",
       "a\uFFFDbé", "windows-1252", 1},
      {"windows-1252", "\x8D\x8F\x90\x9D\xE9", "\uFFFD\uFFFD\uFFFD\uFFFDé", "windows-1252", 4},
      // Ill-formed: overlong, surrogate, beyond U+10FFFF, cut short.
      {"", "\xC0\xAF", "À¯", "windows-1252"},
      {"", "\xED\xA0\x80", "í\u00A0€", "windows-1252"},
      {"windows-1252", "\xF4\x90\x80\x80", "ô\uFFFD€€", "windows-1252", 1},
      {"", "caf\xC3", "cafÃ", "windows-1252"},
      // UTF-8 but for fewer than one sequence in ten: damaged, not windows-1252.
      {"", "éé \xE9", "Ã©Ã© é", "windows-1252"},
      {"",
       "ééééé ééééé \xE9"
       " fin",
       "Ã©Ã©Ã©Ã©Ã© Ã©Ã©Ã©Ã©Ã© é fin", "windows-1252"},
      {"",
       "ééééé ééééé é\xE9"
       " fin",
       "ééééé ééééé é\uFFFD fin", "UTF-8", 1},
      // Byte order marks.
      {"",
       "\xEF\xBB\xBF"
       "café",
       "café", "UTF-8"},
      {"",
       "\xEF\xBB\xBF"
       "caf\xE9",
       "café", "windows-1252"},
      {"",
       "\xFF\xFE"
       "c\0\xE9\0"s,
       "cé", "UTF-16LE"},
      {"", "\xFE\xFF\0c\0\xE9"s, "cé", "UTF-16BE"},
      {"", "\xFF\xFE\0\0\xE9\0\0\0"s, "é", "UTF-32LE"},
      {"", "\0\0\xFE\xFF\0\0\0\xE9"s, "é", "UTF-32BE"},
      {"", "\xFF\xFE\x3D\xD8\x00\xDE"s, "😀", "UTF-16LE"},
      {"",
       "\xFF\xFE\x00\xDE"
       "a\0"s,
       "\uFFFDa", "UTF-16LE", 1},  // a low surrogate alone
      {"",
       "\xFF\xFE\x3D\xD8"
       "a\0"s,
       "\uFFFDa", "UTF-16LE", 1},  // a high one alone
      {"",
       "\xFF\xFE"
       "a\0b"s,
       "a\uFFFD", "UTF-16LE", 1},                                // half a unit
      {"", "\xFF\xFE\0\0\0\0\x11\0"s, "\uFFFD", "UTF-32LE", 1},  // U+110000
      // Declared, which is stronger than a mark.
      {"UTF-8", "café", "café", "UTF-8"},
      {"utf8", "caf\xE9", "caf\uFFFD", "UTF-8", 1},
      {"UTF-8",
       "\xEF\xBB\xBF"
       "a",
       "a", "UTF-8"},
      {"windows-1252", "café", "cafÃ©", "windows-1252"},
      {"cp1252", "c\x9Cur", "cœur", "windows-1252"},
      {"ISO-8859-1", "c\x9Cur", "cœur", "windows-1252"},  // what the label means in practice
      {"latin1",
       "l\x92"
       "an",
       "l’an", "windows-1252"},
      {"US-ASCII", "caf\xE9", "café", "windows-1252"},
      {"ISO-8859-15", "10 \xA4, c\xBDur", "10 €, cœur", "ISO-8859-15"},
      {"macintosh", "caf\x8E", "café", "macintosh"},
      {"IBM850", "caf\x82", "café", "IBM850"},
      {"GB18030", "\xB1\xB1\xBE\xA9", "北京", "GB18030"},
      {"UTF-16LE", "c\0\xE9\0"s, "cé", "UTF-16LE"},
      {"UTF-16LE",
       "\xFF\xFE"
       "c\0"s,
       "c", "UTF-16LE"},
      {"UTF-16BE", "\0c\0\xE9"s, "cé", "UTF-16BE"},
      {"UTF-16",
       "\xFF\xFE"
       "c\0"s,
       "c", "UTF-16LE"},
      {"UTF-16", "\0c"s, "c", "UTF-16BE"},
      {"UTF-32", "\0\0\0c"s, "c", "UTF-32BE"},
      {"windows-1252", "\xFF\xFE", "ÿþ", "windows-1252"},
  };
  for (const Case& row : cases) {
    SCOPED_TRACE(row.declared + " / " + testing::PrintToString(row.bytes));
    const Decoded decoded = decode(row.declared, row.bytes);
    EXPECT_EQ(decoded.text, row.text);
    EXPECT_EQ(decoded.encoding, row.encoding);
    EXPECT_EQ(decoded.lost, row.lost);
    EXPECT_EQ(find_invalid_utf8(decoded.text), std::string::npos);
  }
}

TEST(Decoder, GuessesAmongTheEncodingsOfFrench) {
  struct Row {
    std::string encoding;  // an ICU name
    std::string text;
  };
  const std::string press =
      "L’été où l’État a cédé : « Voilà, c’est très gênant », dit-elle – à Orléans, ça va…";
  const std::string plain = "L'été où le maître a cédé, voilà, c'est très gênant, dit-elle à Orléans, ça va";
  const std::vector<Row> cases = {
      {"windows-1252", press},
      {"windows-1252", plain},
      {"windows-1252", "Paris… Et puis"},
      {"windows-1252", "Il dit “Bonjour” – et part"},
      {"windows-1252", "10 €"},
      {"ISO-8859-15", "Le cœur coûte 10 €, l'œuvre aussi"},
      {"macintosh", press},
      {"macintosh", plain},
      {"macintosh", "Le comité"},
      {"windows-1252", "é"},
      {"macintosh", "ÉTAT, ÉGLISE, À VENIR"},
      {"IBM850", plain},
      {"IBM850", "Le comité"},
      {"IBM850", "«Où va-t-il?» demande le député à la Chambre"},
      {"GB18030", plain},
      {"GB18030", "Le comité s’est réuni à Pékin"},
  };
  for (const Row& row : cases) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
        ucnv_open(row.encoding.c_str(), &status), ucnv_close);
    std::string bytes(row.text.size() * 4, '\0');
    const auto wide = icu::UnicodeString::fromUTF8(row.text);
    bytes.resize(
        static_cast<size_t>(ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int32_t>(bytes.size()),
                                            wide.getBuffer(), wide.length(), &status)));
    const Decoded decoded = decode("", bytes);
    EXPECT_EQ(decoded.text, row.text) << row.encoding;
    EXPECT_EQ(decoded.encoding, row.encoding) << row.text;
    EXPECT_EQ(decoded.lost, 0u);
  }
}

TEST(Decoder, SeesWideLettersWithoutAMark) {
  const auto bytes_of = [](std::string_view text, unsigned unit, bool big_endian) {
    std::string bytes;
    for (size_t pos = 0; pos < text.size();) {
      const char32_t c = next_code_point(text, pos);
      for (unsigned i = 0; i < unit; ++i)
        bytes += static_cast<char>(c >> (8 * (big_endian ? unit - 1 - i : i)));
    }
    return bytes;
  };
  const std::string text = "Le comité s’est réuni à Pékin.";
  for (const auto& [encoding, unit, big_endian] :
       {std::tuple("UTF-16LE", 2u, false), std::tuple("UTF-16BE", 2u, true),
        std::tuple("UTF-32LE", 4u, false), std::tuple("UTF-32BE", 4u, true)}) {
    const Decoded decoded = decode("", bytes_of(text, unit, big_endian));
    EXPECT_EQ(decoded.text, text);
    EXPECT_EQ(decoded.encoding, encoding);
  }
  EXPECT_EQ(wide_encoding(std::string(64, '\0')), "");
  EXPECT_EQ(wide_encoding("Le comité de Paris, encore"), "");
}

TEST(Decoder, TakesWhatARecordStatesOfItself) {
  struct Row {
    std::string declared, stated, bytes, text, encoding;
  };
  const std::vector<Row> cases = {
      {"", "macintosh", "\x8Et\x8E", "été", "macintosh"},
      {"", "iso-8859-1", "\xE9t\xE9 \x80", "été €", "windows-1252"},
      {"", "iso-8859-1", "été", "été", "UTF-8"},  // the statement is wrong
      {"", "no-such-set", "\xE9t\xE9", "été", "windows-1252"},
      {"", "utf-16", "\xE9t\xE9", "été", "windows-1252"},
      {"windows-1252", "macintosh", "\xE9t\xE9", "été", "windows-1252"},  // --encoding decides
  };
  for (const Row& row : cases) {
    const Decoded decoded = Decoder(row.declared).decode_stated(row.bytes, row.stated);
    EXPECT_EQ(decoded.text, row.text) << row.stated;
    EXPECT_EQ(decoded.encoding, row.encoding) << row.stated;
  }
}

TEST(Decoder, RefusesAnUnknownEncoding) {
  try {
    Decoder("cp-nowhere");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kUsage);
    EXPECT_NE(std::string(error.what()).find("cp-nowhere"), std::string::npos);
  }
}

TEST(Decoder, TellsTheCodeUnits) {
  Decoder narrow("");
  EXPECT_EQ(narrow.start("abc"), 0u);
  EXPECT_EQ(narrow.unit(), 1u);
  Decoder wide("");
  EXPECT_EQ(wide.start("\xFE\xFF"), 2u);
  EXPECT_EQ(wide.unit(), 2u);
  EXPECT_TRUE(wide.big_endian());
}

TEST(Garbled, IsMoreThanThreePlacesAndOnePercent) {
  struct Case {
    size_t letters, lost;
    bool garbled;
  } const kCases[] = {{10, 0, false}, {10, 3, false}, {10, 4, true}, {400, 4, false}, {399, 4, true}};
  for (const Case& row : kCases) {
    const Decoded decoded{std::string(row.letters, 'a'), "UTF-8", row.lost};
    EXPECT_EQ(garbled(decoded).has_value(), row.garbled) << row.letters << ", " << row.lost;
  }
  EXPECT_EQ(garbled({"aaaa", "UTF-8", 4})->code, RejectionCode::kUtf8);
}

TEST(LooksBinary, CountsZeros) {
  EXPECT_FALSE(looks_binary(""));
  EXPECT_FALSE(looks_binary("text"));
  EXPECT_TRUE(looks_binary("a\0b\0"s));
  EXPECT_FALSE(looks_binary(std::string(200, 'a') + '\0'));
  EXPECT_FALSE(looks_binary("un z\xE9ro: \0"s));
  EXPECT_FALSE(looks_binary(std::string(99, 'a') + std::string(8, '\0')));
  EXPECT_TRUE(looks_binary(std::string(99, 'a') + std::string(9, '\0')));
}

TEST(CleanText, KeepsLinesAndTabsOnly) {
  struct Case {
    std::string source, cleaned;
  };
  const std::vector<Case> cases = {
      {"", ""},
      {"a\tb\nc", "a\tb\nc"},
      {"a\r\nb\rc\r", "a\nb\nc\n"},
      {"\r\n\r\n", "\n\n"},
      {"a\0b"s, "a b"},
      {"\x1B[31mrouge\x07", " [31mrouge "},
      {"\x0B\x0C\x1F\x7F", "    "},
      {"a\u0085b\u009Bc", "a b c"},
      {"a\u2028b\u2029c", "a\nb\nc"},
      {"l’été – “oui” …", "l’été – “oui” …"},
      {"«\u00A0oui\u202F»", "«\u00A0oui\u202F»"},
      {"\uFFFE\uFFFF\uFDD0\U0001FFFEx", "    x"},
      {"\uFEFFa\uFEFFb", "a\uFEFFb"},
      {"s\uFFFDrete", "s\uFFFDrete"},
      {"e\u0301te\u0301", "été"},
      {"\u00ADa", "\u00ADa"},
      {"😀", "😀"},
  };
  for (const Case& row : cases) {
    EXPECT_EQ(clean_text(row.source), row.cleaned) << testing::PrintToString(row.source);
  }
}

TEST(CleanText, IsIdempotent) {
  for (char32_t c = 0; c < 0x11000; c += c == 0xD7FF ? 0x801 : 1) {
    std::string text = "a";
    append_utf8(text, c);
    text += "b";
    const std::string once = clean_text(text);
    ASSERT_EQ(clean_text(once), once) << std::hex << static_cast<uint32_t>(c);
  }
}

}  // namespace
}  // namespace depeche
