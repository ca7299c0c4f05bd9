// Several texts in a file of plain text: corpora of IRaMuTeQ, and batches of dispatches.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corpus/formats/pieces.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

using namespace std::string_literals;
using Lines = std::vector<std::string>;

CorpusOptions as(InputFormat format, size_t limit = 8 << 20) {
  CorpusOptions options;
  options.format = format;
  options.max_record_bytes = limit;
  return options;
}

TEST(IramuteqFormat, IsATextALineOfStars) {
  check("a.txt",
        {
            {"two",
             "**** *source_Le_Monde *theme_port\nUn.\nDeux.\n\n**** *a_b\nTrois.\n",
             {"1@0 source=Le Monde|theme=port|text=Un.\nDeux.", "2@45 a=b|text=Trois."}},
            {"themes",
             "**** *a_b\n-*grève\nUn.\n-*usine\nDeux.\n",
             {"1@0 a=b|theme=grève|theme=usine|text=Un.\nDeux."}},
            {"no variables behind the first",
             "**** *a_b\nUn.\n****\nDeux.\n",
             {"1@0 a=b|text=Un.", "2@14 text=Deux."}},
            {"windows-1252 by text",
             "**** *a_b\nL'\xE9t\xE9 du d\xE9put\xE9.\n**** *a_c\nL'été.\n",
             {"1@0 a=b|text=L'été du député.", "2@27 a=c|text=L'été."}},
            {"UTF-16", "\xFF\xFE*\0*\0*\0*\0 \0*\0a\0_\0b\0\n\0\xE9\0\n\0"s, {"1@2 a=b|text=é"}},
            {"CR LF", "**** *a_b\r\nUn.\r\n", {"1@0 a=b|text=Un."}},
            {"without a text", "**** *a_b\n\n**** *a_c\nUn.\n", {"1@0 E_EMPTY", "2@11 a=c|text=Un."}},
            {"unknown values", "**** *source_inconnu *a_b\nUn.\n", {"1@0 a=b|text=Un."}},
            {"stars in a text", "Un.\n**** *a_b\nDeux.\n", {"1@0 =Un.\n**** *a_b\nDeux.\n"}},
            {"a rule of stars", "****\nUn.\n", {"1@0 =****\nUn.\n"}},
            {"stars before words", "**** Un *a_b\n", {"1@0 =**** Un *a_b\n"}},
        });
}

TEST(IramuteqFormat, ReadsDates) {
  struct Row {
    std::string variables, date;
  };
  for (const Row& row : std::vector<Row>{{"*date_2019-02-13", "2019-02-13"},
                                         {"*date_20190213", "2019-02-13"},
                                         {"*date_201902", "2019-02"},
                                         {"*date_2019_02_13", "2019-02-13"},
                                         {"*an_2019 *mois_201902 *jour_20190213", "2019-02-13"},
                                         {"*an_2019 *mois_201902 *jour_inconnu", "2019-02"},
                                         {"*an_2019 *mois_inconnu *jour_inconnu", "2019"},
                                         {"*annee_2019 *mois_2 *jour_3", "2019-02-03"},
                                         {"*jour_3", ""},
                                         {"*an_inconnu", ""}}) {
    SCOPED_TRACE(row.variables);
    const ReadFile read = read_bytes_as("a.txt", "**** *x_y " + row.variables + "\nUn.\n");
    ASSERT_EQ(read.items.size(), 1U);
    const std::string* date = std::get<Record>(read.items[0]).find("date");
    EXPECT_EQ(date ? *date : "", row.date);
  }
}

TEST(IramuteqFormat, TellsWhatIsNoText) {
  check("a.txt", {{"before the first", "Un.\n**** *a_b\nDeux.\n", {"1@0 E_FORMAT", "2@4 a=b|text=Deux."}}},
        as(InputFormat::kIramuteq));
  check("a.txt",
        {{"too long",
          "**** *a_b\n" + std::string(100, 'x') + "\n**** *a_c\nDeux.\n",
          {"1@0 E_RECORD_TOO_BIG", "2@111 a=c|text=Deux."}}},
        as(InputFormat::kAuto, 50));
}

const std::string kOne = "BREST, 13 février (AEX) - Un.\n", kTwo = "RENNES, 14 février (AEX) - Deux.\n",
                  kThree = "Trois\nPublié le 15/02/2019\nUne usine.\n";

TEST(BatchFormat, PartsDispatches) {
  check(
      "a.txt",
      {
          {"rules",
           kOne + "=====\n" + kTwo + "=====\n" + kThree,
           {"1@0 =" + kOne, "2@37 =" + kTwo, "3@77 =" + kThree}},
          {"rules around",
           "-----\n" + kOne + "-----\n" + kTwo + "-----\n",
           {"1@6 =" + kOne, "2@43 =" + kTwo}},
          {"form feeds", kOne + "\f" + kTwo, {"1@0 =" + kOne, "2@31 = " + kTwo}},
          {"numbers",
           "Document 1 de 2\nUn\nUn bateau.\nDocument 2 de 2\nDeux.\n",
           {"1@16 =Un\nUn bateau.\n", "2@46 =Deux.\n"}},
          {"English numbers",
           "1 of 2 DOCUMENTS\nUn.\n2 of 2 DOCUMENTS\nDeux.\n",
           {"1@17 =Un.\n", "2@38 =Deux.\n"}},
          {"a selection", "Document 2 de 9\nUn.\nDocument 5 de 9\nDeux.\n", {"1@16 =Un.\n", "2@36 =Deux.\n"}},
          {"before the first",
           "Banque de presse\nDocument 1 de 2\nUn.\nDocument 2 de 2\nDeux.\n",
           {"1@0 E_FORMAT", "2@33 =Un.\n", "3@53 =Deux.\n"}},
          {"rules beside numbers",
           "-----\nDocument 1 de 2\nUn.\n-----\nDocument 2 de 2\nDeux.\n",
           {"1@22 =Un.\n-----\n", "2@48 =Deux.\n"}},
          {"fractions", "1/2\nUn.\n1/3\n2/2\nDeux.\n", {"1@4 =Un.\n1/3\n", "2@16 =Deux.\n"}},
          {"wire", "ZCZC AEX1\nUn.\nNNNN\n\nZCZC AEX2\nDeux.\nNNNN\n", {"1@0 =Un.\n", "2@20 =Deux.\n"}},
          {"IPTC 7901",
           "\x01"
           "AEX1 4 EC\r\nport\r\n\x02Un.\r\n\x03"
           "130910 FEV 19\x04\r\n\x01"
           "AEX2\r\n\x02"
           "Deux.\r\n\x03\r\n",
           {"1@0 =Un.\n", "2@41 =Deux.\n"}},
      });
}

TEST(BatchFormat, LeavesArticlesWhole) {
  for (const std::string& text : {
           "Un article\n\n" + kOne + "-----\nDeux paragraphes.\n",
           kOne + "=====\n" + kTwo + "=====\nSans date ni lieu.\n",
           kOne + "====\n" + kTwo,
           "Un titre\n========\n" + kOne,
           kOne + "-----\n",
           kOne + "=====\nUn encadré.\n-----\n" + kTwo,
           "13/02\nUn bateau.\n"s,
           "1/20\nUn seul.\n"s,
           "Score\n1/2\nLille a perdu.\n2/2\nLens a gagné.\n"s,
           "Un bateau.\nDocument 2 de 3\nUn.\n"s,
           "Un bateau.\nDocument 1 de 3\nUn plan.\n"s,
           "Voir le document 1 de 20\nUn.\n"s,
           "Un bateau.\n\fLa page suivante.\n"s,
           "Un bateau.\nZCZC\nDeux.\n"s,
       }) {
    SCOPED_TRACE(text);
    const ReadFile read = read_bytes_as("a.txt", text);
    ASSERT_EQ(read.items.size(), 1U);
    EXPECT_EQ(std::get<Record>(read.items[0]).origin.record, 1U);
    EXPECT_EQ(std::get<Record>(read.items[0]).origin.offset, 0U);
  }
}

TEST(BatchFormat, ObeysWhoSaysBatch) {
  check("a.txt",
        {{"no mark", "Un bateau.\n", {"1@0 E_FORMAT file"}},
         {"empty", "", {"1@0 E_FORMAT file"}},
         {"parts without dates", "Un.\n-----\nDeux.\n", {"1@0 =Un.\n", "2@10 =Deux.\n"}},
         {"before the first",
          "Banque de presse\nDocument 1 de 2\nUn.\nDocument 2 de 2\nDeux.\n",
          {"1@0 E_FORMAT", "2@33 =Un.\n", "3@53 =Deux.\n"}},
         {"between messages",
          "ZCZC 1\nUn.\nNNNN\nBruit.\nZCZC 2\nDeux.\n",
          {"1@0 =Un.\n", "2@16 E_FORMAT", "3@23 =Deux.\n"}}},
        as(InputFormat::kBatch));
}

TEST(BatchFormat, StreamsLongFiles) {
  constexpr size_t kMany = 3000;  // more than the head by which it is recognised
  std::string file = kOne;
  for (size_t i = 1; i < kMany; ++i) file += "=====\n" + kTwo;
  const std::string end = std::to_string(file.size() + 6);
  const ReadFile read = read_bytes_as(
      "a.txt", file + "=====\nNi date ni lieu.\n=====\n" + std::string(500, 'x') + "\n=====\n" + kTwo,
      as(InputFormat::kAuto, 100));
  ASSERT_EQ(read.lines.size(), kMany + 3);
  EXPECT_EQ(read.lines[0], "1@0 =" + kOne);
  EXPECT_EQ(read.lines[kMany - 1].substr(0, 5), "3000@");
  EXPECT_EQ(read.lines[kMany], "3001@" + end + " E_FORMAT");
  EXPECT_EQ(read.lines[kMany + 1], "3002@" + std::to_string(file.size() + 29) + " E_RECORD_TOO_BIG");
  EXPECT_EQ(read.lines[kMany + 2], "3003@" + std::to_string(file.size() + 536) + " =" + kTwo);
}

TEST(PieceReader, IsTheSameInBlocksOfAnySize) {
  const std::string bytes = "a\nx\r\nb\r\rx\n" + std::string(9000, 'c') + "\nx\nd";
  const auto cut = [&](size_t block) {
    size_t used = 0;
    ByteStream stream([&](char* buffer, size_t capacity) {
      const size_t count = std::min({block, capacity, bytes.size() - used});
      bytes.copy(buffer, count, used);
      used += count;
      return count;
    });
    const Decoder decoder("");
    PieceReader pieces(stream, decoder, 8000,
                       [](std::string_view line) { return line == "x" ? LineUse::kParts : LineUse::kText; });
    Lines out;
    while (const auto piece = pieces.next())
      out.push_back(std::to_string(piece->offset) +
                    (piece->too_long ? " too long" : " " + std::string(piece->bytes)));
    return out;
  };
  for (const size_t block : {1, 2, 3, 5, 4096, 1 << 20})
    EXPECT_EQ(cut(block), (Lines{"0 a\n", "5 b\r\r", "10 too long", "9013 d"})) << block;
}

}  // namespace
}  // namespace depeche
