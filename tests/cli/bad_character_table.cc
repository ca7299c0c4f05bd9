// Characters that are valid and bad all the same, in texts and in file names.
#include "tests/cli/bad_input.h"

namespace depeche {
namespace {

using namespace std::string_literals;

std::string line(const std::string& title, const std::string& text) {
  return "{\"title\":\"" + title + "\",\"text\":\"" + text + "\"}\n";
}

BadInput kept(const std::string& name, const std::string& bytes, const std::vector<std::string>& articles,
              const std::vector<ExpectedHits>& finds = {}) {
  return {.name = name,
          .files = {{"a.jsonl", bytes}},
          .counts = {.indexed = articles.size(), .read = 1},
          .articles = articles,
          .finds = finds};
}

/// A file of that name, which holds a record that is kept and one that is not.
BadInput named(const std::string& name, const std::string& file, const std::string& path,
               const std::string& shown) {
  return {.name = name,
          .files = {{file, line("Un", "Bateau.") + "{}\n"}},
          .exit_code = 1,
          .counts = {.indexed = 1, .rejected = 1, .read = 1},
          .rejects = {{path, 2, 32, "E_FIELD",
                       "no field holds a text: null and nested objects are not read; flatten the record, or "
                       "leave it out",
                       shown}},
          .articles = {{"Un|Bateau.|"}},
          .finds = {{"bateau", 1}}};
}

std::string repeated(const std::string& bytes, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += bytes;
  return out;
}

}  // namespace

const std::vector<BadInput>& bad_characters() {
  static const std::vector<BadInput> kRows = {
      kept("NulWithinWords", line("a\0b"s, "bateau\0train"s), {"a b|bateau train|"}, {{"train", 1}}),
      kept("NulByEscape", line("a", "bateau\\u0000train"), {"a|bateau train|"}, {{"train", 1}}),
      {.name = "NulsInATextFile",
       .files = {{"a.txt", "Titre\n\nUn bateau\0 et un train, ce qui est bien assez de lettres.\n"s}},
       .counts = {.indexed = 1, .read = 1},
       .articles = {{"Titre|Un bateau  et un train, ce qui est bien assez de lettres.|"}}},
      {.name = "MostlyNuls",
       .files = {{"a.txt", "Titre\n\nUn bateau.\n" + std::string(1000, '\0')}, {"b.txt", "Fin."}},
       .exit_code = 1,
       .counts = {.indexed = 1, .read = 1, .failed = 1},
       .rejects = {{"a.txt", 0, 0, "E_BINARY",
                    "the file is not text; if it is UTF-16 without a byte order mark, say --encoding "
                    "UTF-16LE"}},
       .articles = {{"|Fin.|"}}},
      kept("C0Controls",
           line("a",
                "b\x01"
                "c\x02"
                "d\x07"
                "e\x08"
                "f\x0B"
                "g\x0C"
                "h\x1F"
                "i\x7F"
                "j"),
           {"a|b c d e f g h i j|"}),
      kept("C1Controls",
           line("a",
                "b\xC2\x80"
                "c\xC2\x85"
                "d\xC2\x9B"
                "31mrouge"),
           {"a|b c d 31mrouge|"}, {{"rouge", 0}, {"31mrouge", 1}}),
      kept("EscapeSequences", line("\\u001b[2JTitre", "\\u001b]0;possédé\\u0007Un \\u001b[31mbateau\\r\\b."),
           {"[2JTitre|]0;possédé Un  [31mbateau\n.|"}, {{"possédé", 1}}),
      kept("DirectionOfText", line("a\\u202eb", "\\u2066c\\u2069 d\\u200f \\ufeffe"),
           {"a\u202Eb|\u2066c\u2069 d\u200F \uFEFFe|"}, {{"c", 1}, {"e", 1}}),
      kept("Noncharacters",
           line("a",
                "b\\ufffec\\uffffd\xEF\xB7\x90"
                "e\xF0\x9F\xBF\xBE"
                "f"),
           {"a|b c d e f|"}),
      kept("LineSeparators", line("a", "b\\u2028c\\u2029d\\u0085e"), {"a|b\nc\nd e|"}),
      kept("ComposedAndDecomposed", line("été", "a") + line("e\xCC\x81te\xCC\x81", "b"), {"été|a|", "été|b|"},
           {{"=été", 2}, {"=e\xCC\x81te\xCC\x81", 2}}),
      kept("Ligatures", line("ﬁn", "œuf æquo ŒUVRE"), {"ﬁn|œuf æquo ŒUVRE|"},
           {{"oeuf", 1}, {"aequo", 1}, {"œuvre", 1}, {"fin", 1}}),
      kept("SoftHyphens",
           line("a",
                "cyber\xC2\xAD"
                "espionnage"),
           {"a|cyber\xC2\xAD"
            "espionnage|"},
           {{"cyberespionnage", 1}}),
      kept("Apostrophes",
           line("a", "lʼimage") + line("b", "l´image") + line("c", "l’image") + line("d", "l'image"),
           {"a|lʼimage|", "b|l´image|", "c|l’image|", "d|l'image|"}, {{"image", 4}, {"\"l'image\"", 4}}),
      kept("SpacesThatDoNotBreak", line("a", "100\u202F000\u00A0euros\u2009: oui\u3000non\u200Bmais"),
           {"a|100\u202F000\u00A0euros\u2009: oui\u3000non\u200Bmais|"}, {{"euros", 1}, {"oui", 1}}),
      kept("ATowerOfAccents", line("a", "e" + repeated("\xCC\x81", 100'000) + " bateau"),
           {"a|" + ("\xC3\xA9" + repeated("\xCC\x81", 9)) + "...(200007 bytes)|"}, {{"bateau", 1}}),
      kept("AWordOf65Letters", line("a", std::string(65, 'x') + " bateau"),
           {"a|" + std::string(65, 'x') + " bateau|"}, {{std::string(65, 'x'), 0}, {"bateau", 1}}),
      kept("AWordOf246Bytes", line(std::string(246, 'y'), repeated("é", 123) + " bateau"),
           {std::string(20, 'y') + "...(246 bytes)|" + repeated("é", 10) + "...(253 bytes)|"},
           {{"bateau", 1}}),
      kept("AWordOfFourByteLetters", line(repeated("𝒳", 62), "bateau"),
           {repeated("𝒳", 5) + "...(248 bytes)|bateau|"}, {{"bateau", 1}}),
      kept("AMillionTimesOneLetter", line("a", std::string(1'000'000, 'a') + " bateau"),
           {"a|" + std::string(20, 'a') + "...(1000007 bytes)|"}, {{"bateau", 1}}),
      kept("AMillionTimesOneDash", line("a", std::string(1'000'000, '-') + " bateau"),
           {"a|" + std::string(20, '-') + "...(1000007 bytes)|"}, {{"bateau", 1}}),
      kept("AMillionHyphenatedLetters", line("a", repeated("a-", 500'000) + " bateau"),
           {"a|" + repeated("a-", 10) + "...(1000007 bytes)|"}, {{"bateau", 1}}),
      kept("AMillionCapitals", line("a", repeated("A ", 500'000) + "bateau"),
           {"a|" + repeated("A ", 10) + "...(1000006 bytes)|"}, {{"bateau", 1}}),
      kept("AMillionApostrophes", line("a", repeated("l'", 500'000) + " bateau"),
           {"a|" + repeated("l'", 10) + "...(1000007 bytes)|"}, {{"bateau", 1}}),
      kept("AMillionFigures", line("a", std::string(1'000'000, '1') + " bateau"),
           {"a|" + std::string(20, '1') + "...(1000007 bytes)|"}, {{"bateau", 1}}),
      kept("ALongSourceAuthorAndUrl",
           "{\"title\":\"a\",\"text\":\"bateau\",\"source\":\"" + repeated("agence ", 60) +
               "\",\"author\":\"" + std::string(300, 'b') + "\",\"url\":\"http://" + std::string(5000, 'u') +
               "\"}\n",
           {"a|bateau|"}, {{"bateau", 1}}),
      named("NameWithLineFeed", "a\nb.jsonl", "a\nb.jsonl", "a\\x0ab.jsonl"),
      named("NameWithEscape", "a\x1B[2J.jsonl", "a\x1B[2J.jsonl", "a\\x1b[2J.jsonl"),
      named("NameWithDirectionOfText", "a\u202Elnosj.jsonl", "a\u202Elnosj.jsonl", "a\\u{202e}lnosj.jsonl"),
      named("NameThatIsNotUtf8", "a\xE9.jsonl", "a\\xE9.jsonl", ""),
      named("NameThatLooksEscaped", "a\\xE9.jsonl", "a\\xE9.jsonl", ""),
      named("NameWithDashes", "--prune.jsonl", "--prune.jsonl", ""),
      named("NameOfSpaces", "  .jsonl", "  .jsonl", ""),
      named("LongName", std::string(249, 'n') + ".jsonl", std::string(249, 'n') + ".jsonl", ""),
      named("DirectoryWithLineFeed", "d\n/e/a.jsonl", "d\n/e/a.jsonl", "d\\x0a/e/a.jsonl"),
      {.name = "TwoNamesThatLookAlike",
       .files = {{"a\xE9.txt", "Un bateau."}, {"a\\xE9.txt", "Un train."}},
       .counts = {.indexed = 2, .read = 2},
       .articles = {{"|Un train.|", "|Un bateau.|"}}},
  };
  return kRows;
}

}  // namespace depeche
