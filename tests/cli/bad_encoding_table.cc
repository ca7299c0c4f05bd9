// Bytes that are not what they are held to be.
#include "tests/cli/bad_input.h"

namespace depeche {
namespace {

using namespace std::string_literals;

/// A line of JSON whose text holds `bytes` as they are.
std::string line(const std::string& bytes) { return "{\"title\":\"Un\",\"text\":\"" + bytes + "\"}\n"; }

/// So many accents that a damaged sequence beside them is damage, and no sign of another encoding.
const std::string kAccents = "ÉÉÉÉÉ éééééééééé àààààààààà ùùùùùùùùùù";
std::string damaged(const std::string& bytes) { return line(kAccents + " Évry " + bytes); }

std::string utf16(const std::u16string& text, bool big_endian) {
  std::string bytes;
  for (const char16_t c : text) {
    const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
    bytes += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return bytes;
}

std::string utf32(const std::u32string& text, bool big_endian) {
  std::string bytes;
  for (const char32_t c : text)
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(c >> 8 * (big_endian ? 3 - i : i) & 0xFF);
  return bytes;
}

const char* const kNoZeros =
    "the file is not text; if it is UTF-16 without a byte order mark, say --encoding UTF-16LE";

/// Files of one damaged line each: the sequence is a U+FFFD, or more of them, and the rest is kept.
BadInput kept_damaged(const std::string& name, const std::string& bytes, const std::string& read) {
  return {.name = name,
          .files = {{"a.jsonl", damaged(bytes) + line("Fin.")}},
          .counts = {.indexed = 2, .read = 1},
          .articles = {{"Un|" + kAccents + " Évry " + read + '|', "Un|Fin.|"}},
          .finds = {{"Évry", 1}, {"fin", 1}}};
}

}  // namespace

const std::vector<BadInput>& bad_encodings() {
  static const std::vector<BadInput> kRows = {
      kept_damaged("OverlongOfTwoBytes", "\xC0\xAF", "\uFFFD\uFFFD"),
      kept_damaged("OverlongOfThreeBytes", "\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD"),
      kept_damaged("OverlongNul", "\xC0\x80", "\uFFFD\uFFFD"),
      kept_damaged("SurrogateInUtf8", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"),
      kept_damaged("BeyondTheLastCodePoint", "\xF4\x90\x80", "\uFFFD\uFFFD\uFFFD"),
      kept_damaged("FormOfFiveBytes", "\xF8\x88", "\uFFFD\uFFFD"),
      kept_damaged("BytesThatUtf8NeverHas", "\xFE\xFF", "\uFFFD\uFFFD"),
      kept_damaged("ContinuationAlone", "a\x80z", "a\uFFFDz"),
      kept_damaged("SequenceCutShort", "\xE2\x82", "\uFFFD"),
      {.name = "MoreDamageThanUtf8CanHave",
       .files = {{"a.jsonl", damaged("\xED\xA0\xBD\xED\xB8\x80") + line("Fin.")}},
       .options = {"--encoding", "UTF-8"},
       .exit_code = 1,
       .counts = {.indexed = 1, .rejected = 1, .read = 1},
       .rejects = {{"a.jsonl", 1, 0, "E_UTF8",
                    "6 sequences of bytes are not UTF-8; name the encoding with --encoding"}},
       .articles = {{"Un|Fin.|"}}},
      {.name = "DamageAmongFewAccents",  // may be windows-1252 beside UTF-8: no byte is lost
       .files = {{"a.jsonl", line("L’été à Évry \xED\xA0\x80")}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Un|L’été à Évry í\u00A0€|"}}},
      {.name = "SequenceCutShortByTheEndOfTheFile",
       .files = {{"a.txt", "Titre\n\nL’été à Évry, où l’été a été gâté.\n\nFin de l’ét\xC3"}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Titre|L’été à Évry, où l’été a été gâté.\nFin de l’ét\uFFFD|"}}},
      {.name = "Latin1LineByLine",
       .files = {{"a.jsonl", line("L'\xE9t\xE9 \xE0 P\xE9kin.") + line("L'été à Pékin.") + line("abc")}},
       .counts = {.indexed = 3, .read = 1},
       .articles = {{"Un|L'été à Pékin.|", "Un|L'été à Pékin.|", "Un|abc|"}},
       .finds = {{"Pékin", 2}}},
      {.name = "Windows1252Punctuation",
       .files = {{"a.txt", "Titre\n\n\x93 L\x92\x9Cuvre \x94 \x96 100 \x80\x85\n"}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Titre|“ L’œuvre ” – 100 €…|"}},
       .finds = {{"oeuvre", 1}, {"\"l'œuvre\"", 1}}},
      {.name = "MacintoshBesideDos",
       .files = {{"a.jsonl", line("L'\x8Et\x8E \x88 P\x8Ekin.") + line("L'\x82t\x82 \x85 P\x82kin.")}},
       .counts = {.indexed = 2, .read = 1},
       .articles = {{"Un|L'été à Pékin.|", "Un|L'été à Pékin.|"}},
       .finds = {{"Pékin", 2}}},
      {.name = "HtmlCharacterReferences",
       .files = {{"a.jsonl", line("L&#8217;&eacute;t&eacute; &agrave; P&eacute;kin, R&amp;D")},
                 {"b.csv", "titre;texte\nUn;\"L&#8217;&eacute;t&eacute;\"\n"}},
       .counts = {.indexed = 2, .read = 2},
       .articles = {{"Un|L’été à Pékin, R&D|", "Un|L’été|"}},
       .finds = {{"Pékin", 1}, {"\"l’été\"", 2}}},
      {.name = "HolesOfWindows1252",
       .files = {{"a.jsonl", line("\x9D\x9D\x9D\x9D\x9D") + line("Fin.")}},
       .exit_code = 1,
       .counts = {.indexed = 1, .rejected = 1, .read = 1},
       .rejects = {{"a.jsonl", 1, 0, "E_UTF8",
                    "5 sequences of bytes are not windows-1252; name the encoding with --encoding"}},
       .articles = {{"Un|Fin.|"}}},
      {.name = "HolesOfWindows1252InATextFile",
       .files = {{"a.txt", "\x9D\x9D\x9D\x9D\x9D"}, {"b.txt", "Fin."}},
       .exit_code = 1,
       .counts = {.indexed = 1, .rejected = 1, .read = 2},
       .rejects = {{"a.txt", 1, 0, "E_UTF8",
                    "5 sequences of bytes are not windows-1252; name the encoding with --encoding"}},
       .articles = {{"|Fin.|"}}},
      {.name = "MixedEncodingsInCsv",
       .files = {{"a.csv", "titre;texte\nUn;\xC9t\xE9\nDeux;Été\n"}},
       .counts = {.indexed = 2, .read = 1},
       .articles = {{"Un|Été|", "Deux|Été|"}}},
      {.name = "EncodedTwice",
       .files = {{"a.jsonl", line("La sÃ»retÃ© de lâ€™Ã‰tat.")}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Un|La sûreté de l’État.|"}},
       .finds = {{"sûreté", 1}}},
      {.name = "DeclaredUtf8ThatIsLatin1",
       .files = {{"a.jsonl", line("L'\xE9t\xE9 \xE0 P\xE9kin.") + line("Fin.")}},
       .options = {"--encoding", "UTF-8"},
       .exit_code = 1,
       .counts = {.indexed = 1, .rejected = 1, .read = 1},
       .rejects = {{"a.jsonl", 1, 0, "E_UTF8",
                    "4 sequences of bytes are not UTF-8; name the encoding with --encoding"}},
       .articles = {{"Un|Fin.|"}}},
      {.name = "DeclaredLatin9",
       .files = {{"a.jsonl", line("10 \xA4, \xBDuvre")}},
       .options = {"--encoding", "ISO-8859-15"},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Un|10 €, œuvre|"}}},
      {.name = "DeclaredUnknownEncoding",
       .files = {{"a.jsonl", line("Fin.")}},
       .options = {"--encoding", "UTF-9\x1B[2J"},
       .exit_code = 2,
       .says = {"--encoding: \"UTF-9\\x1b[2J\" is not an encoding that ICU knows; write for example UTF-8, "
                "windows-1252, ISO-8859-15 or UTF-16LE"}},
      {.name = "MarkOfUtf8",
       .files = {{"a.jsonl", "\xEF\xBB\xBF" + line("Été.")}, {"b.txt", "\xEF\xBB\xBFTitre\n\nÉté."}},
       .counts = {.indexed = 2, .read = 2},
       .articles = {{"Un|Été.|", "Titre|Été.|"}}},
      {.name = "MarksWithinAJoinedFile",
       .files = {{"a.jsonl", "\xEF\xBB\xBF" + line("Un.") + "\xEF\xBB\xBF" + line("Deux.")}},
       .counts = {.indexed = 2, .read = 1},
       .articles = {{"Un|Un.|", "Un|Deux.|"}}},
      {.name = "MarkOfUtf16LittleEndian",
       .files = {{"a.jsonl", utf16(u"\uFEFF{\"title\":\"Été\",\"text\":\"😀 nœud\"}\r\n", false)}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Été|😀 nœud|"}}},
      {.name = "MarkOfUtf16BigEndian",
       .files = {{"a.csv", utf16(u"\uFEFFtitre;texte\r\nÉté;nœud\r\n", true)}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Été|nœud|"}}},
      {.name = "MarkOfUtf32LittleEndian",
       .files = {{"a.txt", utf32(U"\uFEFFÉté\n\n😀 nœud\n", false)}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Été|😀 nœud|"}}},
      {.name = "MarkOfUtf32BigEndian",
       .files = {{"a.txt", utf32(U"\uFEFFÉté\n\n😀 nœud\n", true)}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Été|😀 nœud|"}}},
      {.name = "Utf16WithoutMark",
       .files = {{"a.jsonl", utf16(u"{\"title\":\"Été\",\"text\":\"nœud\"}\n", false)}, {"b.txt", "Fin."}},
       .counts = {.indexed = 2, .read = 2},
       .articles = {{"Été|nœud|", "|Fin.|"}}},
      {.name = "Utf16WithoutMarkButDeclared",
       .files = {{"a.jsonl", utf16(u"{\"title\":\"Été\",\"text\":\"nœud\"}\n", false)}},
       .options = {"--encoding", "UTF-16LE"},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Été|nœud|"}}},
      {.name = "Utf16CutInTheMiddleOfAUnit",
       .files = {{"a.txt", utf16(u"\uFEFFTitre\n\nÉté.", false) + "x"}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Titre|Été.\uFFFD|"}}},
      {.name = "Utf16WithHalfASurrogatePair",
       .files = {{"a.txt", utf16(u"\uFEFFTitre\n\na", true) + "\xD8\x3D"s + utf16(u"z", true)}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Titre|a\uFFFDz|"}}},
      {.name = "DeclaredUtf8AgainstAMarkOfUtf16",
       .files = {{"a.txt", utf16(u"\uFEFFTitre\n\nÉté.", false)}, {"b.txt", "Fin."}},
       .options = {"--encoding", "UTF-8"},
       .exit_code = 1,
       .counts = {.indexed = 1, .read = 1, .failed = 1},
       .rejects = {{"a.txt", 0, 0, "E_BINARY", kNoZeros}},
       .articles = {{"|Fin.|"}}},
  };
  return kRows;
}

}  // namespace depeche
