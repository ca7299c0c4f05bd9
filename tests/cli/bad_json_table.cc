// Lines that are not one JSON object each, or not one of a dispatch.
#include "tests/cli/bad_input.h"

namespace depeche {
namespace {

using namespace std::string_literals;

const std::string kGood = "{\"title\":\"Un\",\"text\":\"Un bateau.\"}\n";  // 35 bytes
const char* const kGoodRead = "Un|Un bateau.|";

/// A bad line between two good ones.
BadInput bad_line(const std::string& name, const std::string& line, const std::string& code,
                  const std::string& message) {
  return {.name = name,
          .files = {{"a.jsonl", kGood + line + '\n' + kGood}},
          .exit_code = 1,
          .counts = {.indexed = 2, .rejected = 1, .read = 1},
          .rejects = {{"a.jsonl", 2, kGood.size(), code, message}},
          .articles = {{kGoodRead, kGoodRead}}};
}

const char* const kStructure =
    "not a JSON object: a comma, colon, quote or bracket is missing or one too many; correct the line";
const char* const kNumber =
    "not a JSON object: a number is not one of JSON, or too large; write it in quotes";
const char* const kString =
    "not a JSON object: a string has an escape that JSON does not know, or half a surrogate pair; correct it";
const char* const kOpen =
    "not a JSON object: a string is not closed; the line is cut short, or a quote lacks its backslash";
const char* const kType =
    "not a JSON object: it is an array, a text or a number; make it an object, with a name for each value";
const char* const kAtom = "not a JSON object: a value is not true, false or null; write it in quotes";

BadInput not_json(const std::string& name, const std::string& line, const std::string& message) {
  return bad_line(name, line, "E_JSON", message);
}

BadInput kept(const std::string& name, const std::string& bytes, const std::vector<std::string>& articles) {
  return {.name = name,
          .files = {{"a.jsonl", bytes}},
          .counts = {.indexed = articles.size(), .read = 1},
          .articles = articles};
}

std::string nested(size_t depth, const std::string& open, const std::string& close) {
  std::string text = "{\"text\":\"Un train.\",\"x\":";
  for (size_t i = 1; i < depth; ++i) text += open;
  text += '1';
  for (size_t i = 1; i < depth; ++i) text += close;
  return text + '}';
}

const char* const kTooDeep = "JSON is nested deeper than 64 levels; flatten it";
const char* const kUnknownFields =
    "no field is known as title or text; name them with --map, as in --map title=NAME,text=NAME; the record "
    "has: ";
const char* const kNoText =
    "no field holds a text: null and nested objects are not read; flatten the record, or leave it out";
const char* const kEmpty =
    "neither title nor text; leave the record out, or name the fields with --map title=NAME,text=NAME";

}  // namespace

const std::vector<BadInput>& bad_json() {
  static const std::vector<BadInput> kRows = {
      kept("DepthOf64", nested(64, "[", "]") + "\n", {"|Un train.|"}),
      bad_line("DepthOf65", nested(65, "[", "]"), "E_DEPTH", kTooDeep),
      bad_line("ObjectsOfDepth65", nested(65, "{\"a\":", "}"), "E_DEPTH", kTooDeep),
      bad_line("DepthOfAHundredThousand", nested(100'000, "[", "]"), "E_DEPTH", kTooDeep),
      bad_line("DepthOfAMillion", nested(1'000'000, "{\"a\":", "}"), "E_DEPTH", kTooDeep),
      not_json("OpenBracketsOnly", std::string(100'000, '['), kStructure),
      kept("DuplicateKeys",
           "{\"title\":\"Un\",\"text\":\"Un bateau.\",\"text\":\"Un train.\",\"title\":\"X\"}\n",
           {kGoodRead}),
      not_json("NumberBeyondDouble", "{\"text\":\"a\",\"x\":1e999}", kNumber),
      not_json("NumberOfFourHundredFigures", "{\"text\":\"a\",\"x\":" + std::string(400, '9') + "}", kNumber),
      not_json("NaN", "{\"text\":NaN}", kStructure),
      not_json("Infinity", "{\"text\":\"a\",\"x\":-Infinity}", kNumber),
      not_json("LoneHighSurrogate", "{\"text\":\"a\\ud83d\"}", kString),
      not_json("LoneLowSurrogate", "{\"text\":\"a\\ude00z\"}", kString),
      not_json("EscapeThatIsNone", "{\"text\":\"a\\x1bz\"}", kString),
      not_json("ArrayInsteadOfAnObject", "[\"Un train.\"]", kType),
      not_json("TextInsteadOfAnObject", "\"Un train.\"", kType),
      not_json("NumberInsteadOfAnObject", "20190213", kType),
      not_json("NullInsteadOfAnObject", "null", kType),
      not_json("NoJsonAtAll", "Un train.", kStructure),
      not_json("TwoObjectsInALine", "{\"text\":\"a\"}{\"text\":\"b\"}", kStructure),
      not_json("CommaBehindTheLastMember", "{\"text\":\"a\",}", kStructure),
      not_json("CommaBehindTheObject", "{\"text\":\"a\"},", kStructure),
      not_json("NamesWithoutQuotes", "{text:\"a\"}", kStructure),
      not_json("SingleQuotes", "{'text':'a'}", kStructure),
      not_json("Comment", "{\"text\":\"a\"} // b", kStructure),
      not_json("StringThatIsNotClosed", "{\"text\":\"Un train.}", kOpen),
      not_json("ObjectCutShort", "{\"text\":\"Un train.\",\"ti", kOpen),
      not_json("ObjectOverTwoLinesItsBegin", "{\"text\":", kStructure),
      {.name = "LastLineCutShort",
       .files = {{"a.jsonl", kGood + "{\"title\":\"Deux\",\"text\":\"Un tr"}},
       .exit_code = 1,
       .counts = {.indexed = 1, .rejected = 1, .read = 1},
       .rejects = {{"a.jsonl", 2, 35, "E_JSON", kOpen}},
       .articles = {{kGoodRead}}},
      kept("LastLineWithoutLineEnd", kGood + "{\"title\":\"Deux\",\"text\":\"Un train.\"}",
           {kGoodRead, "Deux|Un train.|"}),
      kept("LineEndsOfWindows", "{\"title\":\"Un\",\"text\":\"Un bateau.\"}\r\n" + kGood + "\r\n\r\n",
           {kGoodRead, kGoodRead}),
      kept("LineEndsOfOldMacs", "{\"text\":\"a\"}\r{\"text\":\"b\"}\r\r{\"text\":\"c\"}",
           {"|a|", "|b|", "|c|"}),
      kept("RawControlsInStrings", "{\"title\":\"Un\",\"text\":\"Un\tbateau.\"}\n", {"Un|Un bateau.|"}),
      bad_line("EmptyObject", "{}", "E_FIELD", kNoText),
      bad_line("NoKnownField", "{\"headlin\":\"a\",\"bodytext\":\"b\\u001b[2J\"}", "E_FIELD",
               std::string(kUnknownFields) + "headlin, bodytext"),
      bad_line("ControlsInNames", "{\"a\\u001b[2J\":\"a\"}", "E_FIELD",
               std::string(kUnknownFields) + "a [2J"),
      bad_line("NestedArticle", "{\"article\":{\"title\":\"a\",\"text\":\"b\"}}", "E_FIELD", kNoText),
      bad_line("TextOfNull", "{\"title\":null,\"text\":null}", "E_FIELD", kNoText),
      bad_line("TextThatIsAnObject", "{\"text\":{\"fr\":\"Un train.\"}}", "E_FIELD", kNoText),
      kept("TextThatIsAList", "{\"title\":\"Un\",\"text\":[\"Un bateau.\",\"Un train.\"]}\n",
           {"Un|Un bateau.|"}),
      kept("TextThatIsANumber", "{\"title\":1e2,\"text\":18446744073709551615}\n",
           {"100|18446744073709551615|"}),
      bad_line("EmptyTitleAndText", "{\"title\":\"\",\"text\":\"\"}", "E_EMPTY", kEmpty),
      bad_line("TitleAndTextOfSpaces", "{\"title\":\" \\t\",\"text\":\"\\n \\u00a0\"}", "E_EMPTY", kEmpty),
      bad_line("TitleAndTextOfControls", "{\"title\":\"\\u0000\",\"text\":\"\\u001b\\u0007\"}", "E_EMPTY",
               kEmpty),
      kept("TitleOnly", "{\"title\":\"Un\",\"text\":\"\"}\n{\"title\":\"Deux\"}\n", {"Un||", "Deux||"}),
      kept("TextOnly", "{\"title\":null,\"text\":\"Un\"}\n{\"text\":\"Deux\"}\n", {"|Un|", "|Deux|"}),
      kept("PunctuationOnly", "{\"title\":\"...\",\"text\":\"!?\"}\n", {"...|!?|"}),
      {.name = "CsvNamedJsonl",
       .files = {{"a.jsonl", "titre;texte\nUn;Un train.\n"}, {"z.txt", "Un bateau."}},
       .exit_code = 1,
       .counts = {.indexed = 1, .rejected = 2, .read = 2},
       .rejects = {{"a.jsonl", 1, 0, "E_JSON", kAtom}, {"a.jsonl", 2, 12, "E_JSON", kStructure}},
       .articles = {{"|Un bateau.|"}}},
      {.name = "JsonlNamedText", .files = {{"a.txt", kGood + kGood}}, .counts = {.indexed = 1, .read = 1}},
  };
  return kRows;
}

}  // namespace depeche
