#include "searcher/analyze_table.h"

#include <sstream>

#include <gtest/gtest.h>

namespace depeche {
namespace {

std::string table_of(std::string_view text, const std::vector<Token>& tokens) {
  std::ostringstream out;
  print_analysis(text, tokens, out);
  return out.str();
}

TEST(AnalyzeTable, AlignsByWidth) {
  const Word the{"l", "l", "l", {}}, image{"image", "image", "image", {"imag"}};
  const Word joined{"cyberetat", "cyberétat", "cyberétat", {"cyberetat"}};
  const Word first{"cyber", "cyber", "cyber", {"cyber"}}, second{"etat", "état", "état", {"etat", "et"}};
  const Word china{"中国", "中国", "中国", {}}, of{"de", "de", "de", {}};
  const std::string_view text = "L'image de cyber-état 中国";
  const std::vector<Token> tokens = {
      {0, 1, 1, TokenKind::kElision, &the},  {2, 7, 2, TokenKind::kWord, &image},
      {8, 10, 3, TokenKind::kWord, &of},     {11, 22, 4, TokenKind::kCompound, &joined},
      {11, 16, 4, TokenKind::kPart, &first}, {17, 22, 5, TokenKind::kPart, &second},
      {23, 29, 6, TokenKind::kWord, &china},
  };
  EXPECT_EQ(table_of(text, tokens),
            "surface     offsets  position  term       stems      why\n"
            "L           0-1      1         l          -          elision\n"
            "image       2-7      2         image      imag       word\n"
            "de          8-10     3         de         -          stop word\n"
            "cyber-état  11-22    (4)       cyberetat  cyberetat  compound\n"
            "cyber       11-16    4         cyber      cyber      part\n"
            "état        17-22    5         etat       etat, et   part\n"
            "中国        23-29    6         中国       -          word\n");
}

TEST(AnalyzeTable, NoTokens) {
  EXPECT_EQ(table_of("...", {}), "surface  offsets  position  term  stems  why\n");
}

TEST(AnalyzeTable, OfTheAnalyzerFits80Columns) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  const std::string_view text =
      "Aujourd'hui l'ONU s'inquiète de 49 cyber-attaques\nqu'O'Brien \x1b[31m signale";
  analyzer.analyze(text, tokens);
  std::istringstream table(table_of(text, tokens));
  size_t lines = 0;
  for (std::string line; std::getline(table, line); ++lines) {
    EXPECT_LE(line.size(), 80u) << line;
    EXPECT_EQ(line.find('\x1b'), std::string::npos);
  }
  EXPECT_EQ(lines, tokens.size() + 1);
}

}  // namespace
}  // namespace depeche
