#include "searcher/word_diff.h"

#include <optional>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace depeche {
namespace {

/// The pieces as they are printed.
std::string marked(const std::string& before, const std::string& after) {
  std::string text;
  for (const DiffPiece& piece : word_diff(before, after)) {
    const std::string words(piece.text);
    text += piece.kind == DiffPiece::Kind::kEqual     ? words
            : piece.kind == DiffPiece::Kind::kDeleted ? "[-" + words + "-]"
                                                      : "{+" + words + "+}";
  }
  return text;
}

TEST(WordDiff, Cases) {
  const struct {
    const char *before, *after, *marked;
  } kCases[] = {
      {"", "", ""},
      {"Un bateau.", "Un bateau.", "Un bateau."},
      {"", "Un bateau.", "{+Un bateau.+}"},
      {"Un bateau.", "", "[-Un bateau.-]"},
      // Whole words, numbers with their commas, and accents.
      {"Un bateau a coulé.", "Un navire a coulé.", "Un [-bateau-]{+navire+} a coulé."},
      {"une hausse de 3,5 %", "une hausse de 3,7 %", "une hausse de [-3,5-]{+3,7+} %"},
      {"l'Etat français", "l'État français", "l'[-Etat-]{+État+} français"},
      {"la cyber-attaque", "la cyber-défense", "la cyber-[-attaque-]{+défense+}"},
      {"12 morts et 3 blessés", "14 morts et 5 blessés", "[-12-]{+14+} morts et [-3-]{+5+} blessés"},
      // What is added begins with a word or a paragraph.
      {"le chat dort", "le chat noir dort", "le chat {+noir +}dort"},
      {"Un.\nTrois.", "Un.\nDeux.\nTrois.", "Un.\n{+Deux.\n+}Trois."},
      {"Le un.\nLe trois.", "Le un.\nLe deux.\nLe trois.", "Le un.\n{+Le deux.\n+}Le trois."},
      {"Un.", "Un.\nDeux.", "Un.{+\nDeux.+}"},
      {"Un.\nDeux.\nTrois.", "Un.\nTrois.", "Un.\n[-Deux.\n-]Trois."},
      {"Un.\nDeux.", "Un. Deux.", "Un.[-\n-]{+ +}Deux."},
      // A changed end and a paragraph behind it are two changes.
      {"Il est arrêté.\nFin.", "Il est libre.\nUn témoin parle.\nFin.",
       "Il est [-arrêté-]{+libre+}.{+\nUn témoin parle.+}\nFin."},
      {"Il est libre.\nUn témoin parle.", "Il est arrêté.",
       "Il est [-libre-]{+arrêté+}.[-\nUn témoin parle.-]"},
      {"Il est arrêté", "Il est libre\nUn témoin parle", "Il est [-arrêté-]{+libre\nUn témoin parle+}"},
      // Short words between long changes are not kept apart.
      {"le ministre chinois de la Justice", "le président français du Sénat",
       "le [-ministre chinois de la Justice-]{+président français du Sénat+}"},
      // But never over a paragraph break.
      {"Ministres.\nDébats.", "Présidents.\nVotes.", "[-Ministres-]{+Présidents+}.\n[-Débats-]{+Votes+}."},
      // Blanks are compared as written.
      {"10 000", "10\u00A0000", "10[- -]{+\u00A0+}000"},
  };
  for (const auto& c : kCases) EXPECT_EQ(marked(c.before, c.after), c.marked);
}

void expect_whole(const std::string& before, const std::string& after) {
  std::string old_text, new_text;
  std::optional<DiffPiece::Kind> last;
  for (const DiffPiece& piece : word_diff(before, after)) {
    EXPECT_FALSE(piece.text.empty());
    EXPECT_NE(piece.kind, last);
    last = piece.kind;
    if (piece.kind != DiffPiece::Kind::kInserted) old_text += piece.text;
    if (piece.kind != DiffPiece::Kind::kDeleted) new_text += piece.text;
  }
  EXPECT_EQ(old_text, before);
  EXPECT_EQ(new_text, after);
}

TEST(WordDiff, NothingIsLost) {
  const std::string kParts[] = {"le ", "chat", "l'",     "État", " ",    "\n", ".",
                                "3,5", "-",    "\u00A0", "é",    "\xff", "中"};
  std::mt19937 random(2006);
  const auto text = [&] {
    std::string made;
    for (size_t i = random() % 30; i > 0; --i) made += kParts[random() % std::size(kParts)];
    return made;
  };
  for (int round = 0; round < 20000; ++round) expect_whole(text(), text());
}

TEST(WordDiff, HostileTextsAreBounded) {
  const auto repeated = [](const char* part) {
    std::string text;
    while (text.size() < 500'000) text += part;
    return text;
  };
  const std::string texts[] = {repeated("a b "), repeated("a "), repeated("\n"), repeated("."),
                               repeated("é\nx ")};
  for (size_t i = 0; i + 1 < std::size(texts); ++i) expect_whole(texts[i], texts[i + 1]);
}

}  // namespace
}  // namespace depeche
