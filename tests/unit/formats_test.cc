// Plain text, JSON lines, separated values: corpus/formats/.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

using namespace std::string_literals;
using Lines = std::vector<std::string>;

std::string nested(size_t depth) {  // arrays in an object
  return "{\"title\":\"a\",\"x\":" + std::string(depth - 1, '[') + '1' + std::string(depth - 1, ']') + "}";
}

TEST(TextFormat, IsOneRecordAFile) {
  check("a.txt", {
                     {"empty", "", {}},
                     {"white space", " \r\n\t\n", {}},
                     {"lines", "Un\r\nDeux\rTrois", {"1@0 =Un\nDeux\nTrois"}},
                     {"mark", "\xEF\xBB\xBFUn", {"1@3 =Un"}},
                     {"windows-1252", "\xC9t\xE9", {"1@0 =Été"}},
                     {"UTF-16", "\xFF\xFE\xC9\0t\0\n\0"s, {"1@2 =Ét\n"}},
                     {"controls", "a\x1B[31mb\x07", {"1@0 =a [31mb "}},
                     {"markup is text", "<p>Un</p>", {"1@0 =<p>Un</p>"}},
                     {"holes of windows-1252", "\x9D\x9D\x9D\x9D\x9D", {"1@0 E_UTF8"}},
                 });
}

TEST(TextFormat, BoundsTheFile) {
  CorpusOptions options;
  options.max_record_bytes = 10;
  check("a.txt",
        {{"at the limit", "0123456789", {"1@0 =0123456789"}},
         {"beyond", "0123456789a", {"1@0 E_RECORD_TOO_BIG file"}}},
        options);
}

TEST(JsonlFormat, IsARecordALine) {
  check(
      "a.jsonl",
      {
          {"empty", "", {}},
          {"two",
           "{\"id\":\"1\",\"title\":\"Un\"}\n{\"title\":\"Deux\"}\n",
           {"1@0 id=1|title=Un", "2@24 title=Deux"}},
          {"without the last line end", "{\"title\":\"Un\"}", {"1@0 title=Un"}},
          {"blank lines",
           "\n{\"title\":\"Un\"}\r\n \r\n\r\n{\"title\":\"Deux\"}",
           {"1@1 title=Un", "2@22 title=Deux"}},
          {"mark",
           "\xEF\xBB\xBF{\"title\":\"Un\"}\n{\"title\":\"Deux\"}",
           {"1@3 title=Un", "2@18 title=Deux"}},
          {"mark of a joined file",
           "{\"title\":\"Un\"}\n\xEF\xBB\xBF{\"title\":\"Deux\"}",
           {"1@0 title=Un", "2@15 title=Deux"}},
          {"UTF-16", "\xFE\xFF\0{\0\"\0t\0\"\0:\0\"\0\xE9\0\"\0}\0\n\0{\0}"s, {"1@2 t=é", "2@22 "}},
          {"windows-1252 by line",
           "{\"title\":\"\xC9t\xE9\"}\n{\"title\":\"Été\"}",
           {"1@0 title=Été", "2@16 title=Été"}},
          {"scalars",
           "{\"a\":1,\"b\":-2.5,\"c\":true,\"d\":false,\"e\":null,\"f\":18446744073709551615,\"g\":\"\"}",
           {"1@0 a=1|b=-2.5|c=true|d=false|f=18446744073709551615|g="}},
          {"lists",
           "{\"authors\":[\"A\",\"B\",3,null,[\"x\"],{\"n\":1}],\"empty\":[]}",
           {"1@0 authors=A|authors=B|authors=3"}},
          {"nested objects", "{\"title\":\"Un\",\"meta\":{\"title\":\"Deux\",\"l\":[1]}}", {"1@0 title=Un"}},
          {"duplicate names",
           "{\"title\":\"Un\",\"title\":\"Deux\",\"tags\":[\"a\"],\"tags\":[\"b\"]}",
           {"1@0 title=Un|tags=a"}},
          {"escapes", "{\"title\":\"\\u00e9\\u0000\\u001b\\n\\ud83d\\ude00\"}", {"1@0 title=é  \n😀"}},
          {"NFD", "{\"title\":\"e\xCC\x81te\xCC\x81\"}", {"1@0 title=été"}},
          {"raw controls", "{\"title\":\"a\tb\x01"s + "c\0d\"}"s, {"1@0 title=a b c d"}},
          {"a line that is no JSON",
           "{\"title\":\"Un\"}\n{\"title\":\n{\"title\":\"Trois\"}",
           {"1@0 title=Un", "2@15 E_JSON", "3@25 title=Trois"}},
          {"cut short", "{\"title\":\"Un\"}\n{\"title\":\"De", {"1@0 title=Un", "2@15 E_JSON"}},
          {"not objects",
           "{\"title\":\"Un\"}\n[1]\n\"a\"\n3\nnull\n",
           {"1@0 title=Un", "2@15 E_JSON", "3@19 E_JSON", "4@23 E_JSON", "5@25 E_JSON"}},
          {"two objects", "{\"title\":\"Un\"}{\"title\":\"Deux\"}", {"1@0 E_JSON"}},
          {"half a surrogate pair",
           "{\"title\":\"\\ud83d\"}\n{\"title\":\"Deux\"}",
           {"1@0 E_JSON", "2@19 title=Deux"}},
          {"numbers beyond all measure",
           "{\"x\":1e999}\n{\"x\":NaN}\n{\"x\":" + std::string(400, '9') + "}",
           {"1@0 E_JSON", "2@12 E_JSON", "3@22 E_JSON"}},
          {"64 levels", nested(64), {"1@0 title=a"}},
          {"65 levels", nested(65) + "\n{\"title\":\"b\"}", {"1@0 E_DEPTH", "2@148 title=b"}},
          {"100,000 levels", nested(100'000) + "\n{\"title\":\"b\"}", {"1@0 E_DEPTH", "2@200018 title=b"}},
          {"open brackets only", "{\"a\":" + std::string(100'000, '['), {"1@0 E_JSON"}},
          {"garbled",
           "{\"title\":\"\x9D\x9D\x9D\x9D\x9D\"}\n{\"title\":\"b\"}",
           {"1@0 E_UTF8", "2@18 title=b"}},
      });
}

TEST(JsonlFormat, PassesOverRecordsThatAreTooBig) {
  CorpusOptions options;
  options.max_record_bytes = 30;
  check("a.jsonl",
        {{"in the middle",
          "{\"title\":\"Un\"}\n{\"title\":\"" + std::string(30, 'x') + "\"}\n{\"title\":\"Trois\"}",
          {"1@0 title=Un", "2@15 E_RECORD_TOO_BIG", "3@58 title=Trois"}}},
        options);
}

TEST(CsvFormat, IsARecordARow) {
  check("a.csv",
        {
            {"empty", "", {}},
            {"only a header", "title,text\n", {}},
            {"commas", "id,title\n1,Un\n2,Deux\n", {"1@9 id=1|title=Un", "2@14 id=2|title=Deux"}},
            {"semicolons", "id;title\n1;Un, deux\n", {"1@9 id=1|title=Un, deux"}},
            {"tabs", "id\ttitle\n1\tUn; deux, trois\n", {"1@9 id=1|title=Un; deux, trois"}},
            {"CR LF", "id,title\r\n1,Un\r\n2,Deux", {"1@10 id=1|title=Un", "2@16 id=2|title=Deux"}},
            {"CR", "id,title\r1,Un\r2,Deux", {"1@9 id=1|title=Un", "2@14 id=2|title=Deux"}},
            {"mark", "\xEF\xBB\xBFtitle;id\nUn;1\n", {"1@12 title=Un|id=1"}},
            {"mark before a quote", "\xEF\xBB\xBF\"title\";id\nUn;1\n", {"1@14 title=Un|id=1"}},
            {"sep=", "sep=;\ntitle;a,b\nUn;1\n", {"1@16 title=Un|a,b=1"}},
            {"UTF-16", "\xFF\xFEt\0i\0t\0l\0e\0\n\0\xC9\0\n\0"s, {"1@14 title=É"}},
            {"windows-1252",
             "title;text\n\xC9t\xE9;\x9Cuvre\nÉté;œuvre\n",
             {"1@11 title=Été|text=œuvre", "2@21 title=Été|text=œuvre"}},
            {"blank lines",
             "\n\ntitle,id\n\nUn,1\n \n\nDeux,2\n",
             {"1@12 title=Un|id=1", "2@20 title=Deux|id=2"}},
            {"quotes",
             "title,text\n\"Un, deux\",\"dit \"\"trois\"\"\"\n",
             {"1@11 title=Un, deux|text=dit \"trois\""}},
            {"a quoted line end",
             "title,text\nUn,\"a\r\nb\n\nc\"\nDeux,d\n",
             {"1@11 title=Un|text=a\nb\n\nc", "2@24 title=Deux|text=d"}},
            {"a quote inside a value", "title,id\nLe 5\" de vinyle,1\n", {"1@9 title=Le 5\" de vinyle|id=1"}},
            {"empty values", "title,text,id\n,,3\n", {"1@14 title=|text=|id=3"}},
            {"upper case, spaces", " Title ;TEXT\nUn;Deux\n", {"1@13 Title=Un|TEXT=Deux"}},
            {"one column", "title\nUn\nDeux\n", {"1@6 title=Un", "2@9 title=Deux"}},
            {"no known column", "a,b\n1,2\n", {"1@0 E_FIELD file"}},
            {"neither title nor text", "id,date\n1,2019-02-13\n", {"1@0 E_FIELD file"}},
            {"too few and too many columns",
             "title,id\nUn\nDeux,2\nTrois,3,4\nQuatre,4\n",
             {"1@9 E_FIELD", "2@12 title=Deux|id=2", "3@19 E_FIELD", "4@29 title=Quatre|id=4"}},
            {"garbled", "title,id\n\x9D\x9D\x9D\x9D\x9D,1\nDeux,2\n", {"1@9 E_UTF8", "2@17 title=Deux|id=2"}},
            {"controls", "title,id\na\x1B"s + "b\0c,1\n"s, {"1@9 title=a b c|id=1"}},
        });
}

TEST(CsvFormat, FindsItsWayBackBehindAnOpenQuote) {
  check("a.csv",
        {
            {"to the end",
             "title,id\nUn,1\n\"Deux,2\nTrois,3\nQuatre,4\n",
             {"1@9 title=Un|id=1", "2@14 E_QUOTE", "3@22 title=Trois|id=3", "4@30 title=Quatre|id=4"}},
            {"in the last line", "title,id\nUn,1\n\"Deux,2", {"1@9 title=Un|id=1", "2@14 E_QUOTE"}},
            {"closed by a quote of another row",
             "title,id\n\"Un,1\nDeux,2\n\"Trois\",3\nQuatre,4\n",
             {"1@9 E_QUOTE", "2@15 title=Deux|id=2", "3@22 title=Trois|id=3", "4@32 title=Quatre|id=4"}},
            {"lines of another width are left out with it",
             "title,id\n\"Un,1\nx\ny,y,y\nDeux,2\n",
             {"1@9 E_QUOTE", "2@23 title=Deux|id=2"}},
            {"every line", "title,id\n\"a,1\n\"b,2\n\"c,3\n", {"1@9 E_QUOTE"}},
            {"every other line",
             "title,id\n\"a,1\nb,2\n\"c,3\nd,4\n",
             {"1@9 E_QUOTE", "2@14 title=b|id=2", "3@18 E_QUOTE", "4@23 title=d|id=4"}},
            {"in the header line", "title,\"id\nUn,1\n", {"1@0 E_QUOTE file"}},
        });
}

TEST(CsvFormat, BoundsAQuotedValue) {
  std::string bytes = "title,id\n\"Un,1\n";
  for (int i = 0; i < 10'005; ++i) bytes += "a,2\n";
  const ReadFile lines = read_bytes_as("a.csv", bytes);
  ASSERT_EQ(lines.lines.size(), 10'006u);
  EXPECT_EQ(lines.lines[0], "1@9 E_QUOTE");
  EXPECT_EQ(lines.lines[1], "2@15 title=a|id=2");
  const std::string message = std::get<Rejection>(lines.items[0]).message;
  EXPECT_NE(message.find("line 2 "), std::string::npos) << message;

  // A value of as many lines as are allowed is read.
  std::string value = "x";
  for (int i = 1; i < 10'000; ++i) value += "\nx";
  EXPECT_EQ(read_bytes_as("a.csv", "title,id\n\"" + value + "\",1\n").lines,
            (Lines{"1@9 title=" + value + "|id=1"}));
  EXPECT_EQ(read_bytes_as("a.csv", "title,id\n\"" + value + "\nx\",1\nUn,2\n").lines.front(), "1@9 E_QUOTE");

  CorpusOptions options;
  options.max_record_bytes = 20;
  EXPECT_EQ(
      read_bytes_as("a.csv", "title,id\n\"0123456789\n0123456789\n0123456789\",1\nUn,2\n", options).lines,
      (Lines{"1@9 E_QUOTE", "2@46 title=Un|id=2"}));
  EXPECT_EQ(read_bytes_as("a.csv", "title,id\n0123456789012345678901234567890,1\nUn,2\n", options).lines,
            (Lines{"1@9 E_RECORD_TOO_BIG", "2@43 title=Un|id=2"}));
}

TEST(CsvFormat, SaysWhatItFoundAndWhatToDo) {
  const auto message = [](const std::string& bytes) {
    return std::get<Rejection>(read_bytes_as("a.csv", bytes).items.at(0)).message;
  };
  EXPECT_NE(message("accroche,corps2\n1,2\n").find("accroche, corps2"), std::string::npos);
  EXPECT_NE(message("accroche,corps2\n1,2\n").find("--map"), std::string::npos);
  EXPECT_NE(message("title,id\n\nUn\n").find("line 3 has 1 column and the header line 2"), std::string::npos);
}

TEST(TsvFormat, KnowsOnlyTabs) {
  check("a.tsv", {{"tabs", "title\tid;x\nUn, deux\t1\n", {"1@11 title=Un, deux|id;x=1"}},
                  {"no tabs", "title;id\nUn;1\n", {"1@0 E_FIELD file"}}});
}

TEST(ChooseFormat, GoesByNameThenByFirstBytes) {
  struct Row {
    std::string file, bytes, first;  // the first item
  };
  const std::string object = "{\"title\":\"Un\"}";
  const std::vector<Row> cases = {
      {"a.txt", object, "1@0 =" + object},
      {"A.TXT", "Un", "1@0 =Un"},
      {"a.ndjson", object, "1@0 title=Un"},
      {"a.JSONL", object, "1@0 title=Un"},
      {"a.json", object + "\n" + object, "1@0 title=Un"},
      {"a.json", "{\n \"title\": \"Un\"\n}\n", "1@0 E_FORMAT file"},
      {"a.json", "{\"title\": \"Un\",\n \"id\": 1}\n", "1@0 E_FORMAT file"},
      {"a.json", "[" + object + "]", "1@0 E_FORMAT file"},
      {"a.json", "Un", "1@0 E_FORMAT file"},
      {"a.jsonl", "[" + object + "]", "1@0 E_FORMAT file"},
      {"a.jsonl", "{\n\"title\": \"Un\"}", "1@0 E_FORMAT file"},
      {"a.jsonl", "{\"title\": \"Un\n" + object, "1@0 E_JSON"},
      {"a.CSV", "title\nUn\n", "1@6 title=Un"},
      {"a.tab", "title\nUn\n", "1@6 title=Un"},
      {"depeche", "Un", "1@0 =Un"},
      {"depeche.asc", "Un", "1@0 =Un"},
      {"export", object, "1@0 title=Un"},
      {"export", "[" + object + "]", "1@0 E_FORMAT file"},
      {"page.html", " \n<!DOCTYPE html><title>T</title><p>Un", "1@0 title=T|text=Un"},
      {"page", "<?xml version=\"1.0\"?><a/>", "1@0 E_FORMAT file"},
      {"a.txt", "a\0\0b\0"s, "1@0 E_BINARY file"},
      {"a.txt", "PK\x03\x04 etc.", "1@0 E_ARCHIVE file"},
      {"a.jsonl", "\x1F\x8B etc.", "1@0 E_ARCHIVE file"},
      {"a.txt", "%PDF-1.4", "1@0 E_FORMAT file"},
      {"a.txt", "\xFF\xFEU\0n\0"s, "1@2 =Un"},
  };
  for (const Row& row : cases) {
    const ReadFile read = read_bytes_as(row.file, row.bytes);
    ASSERT_FALSE(read.lines.empty()) << row.file << " " << row.bytes;
    EXPECT_EQ(read.lines[0], row.first) << row.file << " " << row.bytes;
  }
}

TEST(ChooseFormat, TakesTheFormatStated) {
  struct Row {
    InputFormat format;
    std::string file, bytes, first;
  };
  const std::vector<Row> cases = {
      {InputFormat::kText, "a.jsonl", "{\"title\":\"Un\"}", "1@0 ={\"title\":\"Un\"}"},
      {InputFormat::kText, "a.html", "<p>Un", "1@0 =<p>Un"},
      {InputFormat::kJsonl, "a.txt", "{\"title\":\"Un\"}", "1@0 title=Un"},
      {InputFormat::kCsv, "a.txt", "title;id\nUn;1", "1@9 title=Un|id=1"},
      {InputFormat::kTsv, "a.txt", "title\tid\nUn\t1", "1@9 title=Un|id=1"},
      {InputFormat::kText, "a.txt", "a\0\0b\0"s, "1@0 E_BINARY file"},
  };
  for (const Row& row : cases) {
    CorpusOptions options;
    options.format = row.format;
    EXPECT_EQ(read_bytes_as(row.file, row.bytes, options).lines.at(0), row.first) << row.file;
  }
}

TEST(ChooseFormat, GivesTheRemedy) {
  struct Row {
    std::string file, bytes, remedy;
  };
  const std::vector<Row> cases = {
      {"a.json", "[]", "jq -c '.[]'"},
      {"a.txt", "a\0\0b\0"s, "--encoding UTF-16LE"},
      {"a.7z", "7z\xBC\xAF\x27\x1C", "unpack it"},
      {"a.xml", "<!DOCTYPE html><p>", "--input-format html"},
  };
  for (const Row& row : cases) {
    const std::string message = std::get<Rejection>(read_bytes_as(row.file, row.bytes).items.at(0)).message;
    EXPECT_NE(message.find(row.remedy), std::string::npos) << message;
  }
}

}  // namespace
}  // namespace depeche
