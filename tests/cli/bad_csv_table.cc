// Separated values whose rows or header line are not what they should be.
#include "tests/cli/bad_input.h"

namespace depeche {
namespace {

using namespace std::string_literals;

const std::string kHeader = "titre;texte\n";  // 12 bytes
const std::string kGood = "Un;Un bateau.\n";  // 14 bytes
const std::string kLast = "Deux;Un train.\n";
const char* const kGoodRead = "Un|Un bateau.|";
const char* const kLastRead = "Deux|Un train.|";

ExpectedReject quote(uint64_t record, uint64_t offset, const std::string& first, const std::string& last) {
  const std::string rest = first == last ? "" : " (lines " + first + " to " + last + " are left out)";
  return {"a.csv", record, offset, "E_QUOTE",
          "the quote opened in line " + first + " is not closed; close it" + rest};
}

ExpectedReject columns(uint64_t record, uint64_t offset, int line, int found, int expected = 2) {
  return {"a.csv", record, offset, "E_FIELD",
          "line " + std::to_string(line) + " has " + std::to_string(found) +
              (found == 1 ? " column" : " columns") + " and the header line " + std::to_string(expected) +
              "; correct it"};
}

BadInput rows(const std::string& name, const std::string& bytes, const std::vector<ExpectedReject>& rejects,
              const std::vector<std::string>& articles) {
  return {.name = name,
          .files = {{"a.csv", bytes}},
          .exit_code = 1,
          .counts = {.indexed = articles.size(), .rejected = rejects.size(), .read = 1},
          .rejects = rejects,
          .articles = articles};
}

BadInput kept(const std::string& name, const std::string& bytes, const std::vector<std::string>& articles) {
  return {.name = name,
          .files = {{"a.csv", bytes}},
          .counts = {.indexed = articles.size(), .read = 1},
          .articles = articles};
}

BadInput bad_header(const std::string& name, const std::string& bytes, const std::string& code,
                    const std::string& message) {
  return {.name = name,
          .files = {{"a.csv", bytes}, {"z.txt", "Un bateau."}},
          .exit_code = 1,
          .counts = {.indexed = 1, .read = 1, .failed = 1},
          .rejects = {{"a.csv", 0, 0, code, message}},
          .articles = {{"|Un bateau.|"}}};
}

std::string unknown(const std::string& names) {
  return "no column is known as title or text; name them with --map, as in --map title=NAME,text=NAME; the "
         "header "
         "line has: " +
         names;
}

std::string lines(size_t count, const std::string& line) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += line;
  return text;
}

}  // namespace

const std::vector<BadInput>& bad_csv() {
  static const std::vector<BadInput> kRows = {
      rows("QuoteThatIsNeverClosed", kHeader + kGood + "Deux;\"Un train.\n" + kLast, {quote(2, 26, "3", "3")},
           {kGoodRead, kLastRead}),
      rows("QuoteInTheLastLine", kHeader + kGood + "Deux;\"Un train.\n", {quote(2, 26, "3", "3")},
           {kGoodRead}),
      rows("QuoteInTheLastLineWithoutLineEnd", kHeader + kGood + "\"", {quote(2, 26, "3", "3")}, {kGoodRead}),
      rows("TwoQuotesThatAreNeverClosed", kHeader + "A;\"a\n" + kGood + "B;\"b\n" + kLast,
           {quote(1, 12, "2", "2"), quote(3, 31, "4", "4")}, {kGoodRead, kLastRead}),
      rows("QuoteClosedByAnotherRow", kHeader + "A;\"a\n" + kGood + "B;\"b\"\n" + kLast,
           {quote(1, 12, "2", "2")}, {kGoodRead, "B|b|", kLastRead}),
      rows("QuoteOverMoreLinesThanAllowed", kHeader + "A;\"a\n" + lines(10'001, "x\n") + kLast,
           {quote(1, 12, "2", "10003")}, {kLastRead}),
      kept("QuoteOverManyLines", kHeader + "A;\"" + lines(50, "x\n") + "\"\n" + kLast,
           {"A|" + lines(49, "x\n") + "x|", kLastRead}),
      kept("QuotesWithinAValue", kHeader + "A;un \"b\" c\n\"D \"\"e\"\"\";f\n",
           {"A|un \"b\" c|", "D \"e\"|f|"}),
      bad_header("QuoteInTheHeaderLine", "titre;\"texte\n" + kGood, "E_QUOTE",
                 "the quote opened in line 1 is not closed; close it (lines 1 to 2 are left out)"),
      rows("TooManyColumns", kHeader + "Un;b;c\n" + kLast, {columns(1, 12, 2, 3)}, {kLastRead}),
      rows("TooFewColumns", kHeader + "Un\n" + kLast, {columns(1, 12, 2, 1)}, {kLastRead}),
      rows("AHundredThousandColumns", kHeader + std::string(99'999, ';') + "\n" + kLast,
           {columns(1, 12, 2, 100'000)}, {kLastRead}),
      rows("LastRowCutShort", kHeader + kGood + "Deu", {columns(2, 26, 3, 1)}, {kGoodRead}),
      rows("OtherSeparatorInARow", kHeader + "Un,Un train.\n" + kLast, {columns(1, 12, 2, 1)}, {kLastRead}),
      rows("EmptyValues", kHeader + ";\n" + kLast,
           {{"a.csv", 1, 12, "E_EMPTY",
             "neither title nor text; leave the record out, or name the fields with --map "
             "title=NAME,text=NAME"}},
           {kLastRead}),
      bad_header("NoKnownColumn", "a;b\n1;2\n", "E_FIELD", unknown("a, b")),
      bad_header("EmptyColumnNames", ";;\n1;2;3\n", "E_FIELD",
                 "the header line names no column; write one, as in title;text"),
      bad_header("NoHeaderLine", "Un bateau;coulé\nUn train;déraillé\n", "E_FIELD",
                 unknown("Un bateau, coulé")),
      bad_header("ControlsInColumnNames", "a\x1B[2J;b\n1;2\n", "E_FIELD", unknown("a [2J, b")),
      bad_header("HeaderLineTooLong", std::string(9'000'000, 'a') + "\n1\n", "E_RECORD_TOO_BIG",
                 "the record is longer than the limit of 8388608 bytes; split it"),
      kept("DuplicateColumnNames", "titre;texte;texte;titre\nUn;Un bateau.;X;Y\nDeux;;Un train.;\n",
           {kGoodRead, kLastRead}),
      kept("ColumnNamesWithSpacesAndCapitals", "\xEF\xBB\xBF\" Titre \"; TEXTE\n" + kGood, {kGoodRead}),
      kept("BlankLines", "\n\n" + kHeader + "\n" + kGood + "\n \n" + kLast + "\n", {kGoodRead, kLastRead}),
      kept("SeparatorStated", "sep=|\ntitre|texte\nUn|Un bateau.\n", {kGoodRead}),
      kept("LineEndsOfWindows2", "titre;texte\r\nUn;Un bateau.\r\n", {kGoodRead}),
      kept("LineEndsOfOldMacs2", "titre;texte\rUn;Un bateau.\rDeux;Un train.\r", {kGoodRead, kLastRead}),
      kept("NulWithinAValue", kHeader + "Un;Un\0bateau.\n"s, {"Un|Un bateau.|"}),
      rows("ValueTooLong", kHeader + "Un;" + std::string(9'000'000, 'a') + "\n" + kLast,
           {{"a.csv", 1, 12, "E_RECORD_TOO_BIG",
             "the record is longer than the limit of 8388608 bytes; split it"}},
           {kLastRead}),
      kept("TextBehindAQuote", kHeader + lines(2, "a;\"b\"c\"\n") + kLast, {"a|b\"c|", "a|b\"c|", kLastRead}),
      {.name = "JsonlNamedCsv",
       .files = {{"a.csv", "{\"text\":\"Un train.\"}\n{\"text\":\"Un train.\"}\n"}, {"z.txt", "Un bateau."}},
       .exit_code = 1,
       .counts = {.indexed = 1, .read = 1, .failed = 1},
       .rejects = {{"a.csv", 0, 0, "E_FIELD", unknown("{\"text\":\"Un train.\"}")}},
       .articles = {{"|Un bateau.|"}}},
  };
  return kRows;
}

}  // namespace depeche
