// Title, header, paragraphs: corpus/layout.h.

#include "corpus/layout.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace depeche {
namespace {

/// « T:title », « H:header line », « P:paragraph », joined by " / ".
std::string describe(const Layout& layout) {
  std::string out;
  const auto add = [&](const char* kind, const std::string& text) {
    out += (out.empty() ? "" : " / ") + (kind + text);
  };
  if (!layout.title.empty()) add("T:", layout.title);
  for (const HeaderLine& line : layout.header) add("H:", line.text);
  for (const std::string& paragraph : layout.paragraphs) add("P:", paragraph);
  return out;
}

const std::string kLong =
    "Le port de la ville a rouvert mardi après trois semaines de grève, a annoncé la capitainerie, qui "
    "attend une "
    "vingtaine de navires dans la journée.";

TEST(Layout, TellsTitleHeaderAndParagraphs) {
  struct Case {
    std::string text, parts;
  };
  const std::vector<Case> cases = {
      {"", ""},
      {" \n\t\n\u00A0\n", ""},
      {"Une phrase.", "P:Une phrase."},
      {"Sans point", "P:Sans point"},
      {"Une phrase.\nUne autre.", "P:Une phrase. / P:Une autre."},
      // A title stands before a blank line, a header line or a much longer paragraph.
      {"Le port rouvre\n\nUne phrase.", "T:Le port rouvre / P:Une phrase."},
      {"Le port rouvre\n" + kLong, "T:Le port rouvre / P:" + kLong},
      {"Le port rouvre\nPublié le 12/02/2019\nUne phrase.",
       "T:Le port rouvre / H:Publié le 12/02/2019 / P:Une phrase."},
      {"Le port rouvre\n\nPublié le 12/02/2019\n\nUne phrase.",
       "T:Le port rouvre / H:Publié le 12/02/2019 / P:Une phrase."},
      {"Publié le 12/02/2019\nLe port rouvre\n\nUne phrase.",
       "T:Le port rouvre / H:Publié le 12/02/2019 / P:Une phrase."},
      {"Publié le 12/02/2019\nMis à jour le 13/02/2019\nUne phrase.",
       "H:Publié le 12/02/2019 / H:Mis à jour le 13/02/2019 / P:Une phrase."},
      {"Le port \"rouvre\"\n\nUne phrase.", "T:Le port \"rouvre\" / P:Une phrase."},
      // Not a title.
      {"Dernière mise à jour à 09h10 le 13/02\n" + kLong,
       "H:Dernière mise à jour à 09h10 le 13/02 / P:" + kLong},
      {"Le port rouvre.\n\nUne phrase.", "P:Le port rouvre. / P:Une phrase."},
      {"Le port rouvre !\n\nUne phrase.", "P:Le port rouvre ! / P:Une phrase."},
      {"\"Le port rouvre.\"\n\nUne phrase.", "P:\"Le port rouvre.\" / P:Une phrase."},
      {"« Le port rouvre. »\n\nUne phrase.", "P:« Le port rouvre. » / P:Une phrase."},
      {"Le port rouvre…\n\nUne phrase.", "P:Le port rouvre… / P:Une phrase."},
      {"Au sommaire :\n\nUne phrase.", "P:Au sommaire : / P:Une phrase."},
      {"Le port rouvre\nUne phrase.", "P:Le port rouvre / P:Une phrase."},
      {"Le port rouvre\n\n", "P:Le port rouvre"},
      {"PEKIN, 13 février (Xinhua) --\n\nUne phrase.", "P:PEKIN, 13 février (Xinhua) -- / P:Une phrase."},
      {"MONTRÉAL — Le port a rouvert.\n\nUne phrase.", "P:MONTRÉAL — Le port a rouvert. / P:Une phrase."},
      {"OTTAWA – Le port rouvre\n\nUne phrase.", "T:OTTAWA – Le port rouvre / P:Une phrase."},
      {"Mise à jour 2.0\n\nUne phrase.", "T:Mise à jour 2.0 / P:Une phrase."},
      {"AFP - 12/02/2019 à 18:03\nLe port rouvre\n\nUne phrase.",
       "T:Le port rouvre / H:AFP - 12/02/2019 à 18:03 / P:Une phrase."},
      {std::string(201, 'x') + "\n\nUne phrase.", "P:" + std::string(201, 'x') + " / P:Une phrase."},
      // Only before the text.
      {"Une phrase.\nPublié le 12/02/2019", "P:Une phrase. / P:Publié le 12/02/2019"},
      {"Un titre\n\nUn autre\n\nUne phrase.", "T:Un titre / P:Un autre / P:Une phrase."},
      // White space.
      {"  Le port rouvre  \n \n\u00A0 Une phrase.\t\n\n\n  Une autre.\u202F",
       "T:Le port rouvre / P:Une phrase. / P:Une autre."},
  };
  for (const Case& row : cases) EXPECT_EQ(describe(read_layout(row.text, true)), row.parts) << row.text;
}

TEST(Layout, HasNoTitleUnlessAsked) {
  EXPECT_EQ(describe(read_layout("Le port rouvre\n\nUne phrase.", false)),
            "P:Le port rouvre / P:Une phrase.");
}

TEST(Layout, UnwrapsHardWrappedText) {
  struct Case {
    std::string name, text, parts;
  };
  const std::vector<Case> cases = {
      {"two paragraphs",
       "Le port de la ville a rouvert mardi après trois semaines\n"
       "de grève, a annoncé la capitainerie.\n"
       "\n"
       "Une vingtaine de navires sont attendus dans la journée,\n"
       "dont trois paquebots.\n",
       "P:Le port de la ville a rouvert mardi après trois semaines de grève, a annoncé la capitainerie. / "
       "P:Une vingtaine de navires sont attendus dans la journée, dont trois paquebots."},
      {"a hyphen at a line's end stays",
       "Le port de la ville a rouvert mardi après trois cyber-\n"
       "attaques, a annoncé la capitainerie.\n"
       "\n"
       "Fin.\n",
       "P:Le port de la ville a rouvert mardi après trois cyber-attaques, a annoncé la capitainerie. / "
       "P:Fin."},
      {"a dash at a line's end is no hyphen",
       "Le port de la ville a rouvert mardi, après une grève -\n"
       "la troisième, a annoncé la capitainerie.\n"
       "\n"
       "Fin.\n",
       "P:Le port de la ville a rouvert mardi, après une grève - la troisième, a annoncé la capitainerie. / "
       "P:Fin."},
      {"a line that is not full ends its paragraph",
       "Le port de la ville a rouvert mardi après trois semaines\n"
       "de grève.\n"
       "La capitainerie attend une vingtaine de navires.\n"
       "\n"
       "Fin.\n",
       "P:Le port de la ville a rouvert mardi après trois semaines de grève. / "
       "P:La capitainerie attend une vingtaine de navires. / P:Fin."},
      {"a list stays one",
       "Les ports qui ont rouvert mardi après la grève sont ceux :\n"
       "- de la ville et de ses faubourgs au nord de la rivière,\n"
       "- du lac.\n"
       "\n"
       "Fin.\n",
       "P:Les ports qui ont rouvert mardi après la grève sont ceux : / "
       "P:- de la ville et de ses faubourgs au nord de la rivière, / P:- du lac. / P:Fin."},
      {"without blank lines every line is a paragraph",
       "Le port de la ville a rouvert mardi après trois semaines\n"
       "de grève, a annoncé la capitainerie.\n",
       "P:Le port de la ville a rouvert mardi après trois semaines / P:de grève, a annoncé la capitainerie."},
      {"a long line means that nothing is wrapped", kLong + "\nUne phrase.\n\nFin.\n",
       "P:" + kLong + " / P:Une phrase. / P:Fin."},
      {"short lines are not wrapped", "Un port.\nUn lac.\n\nFin.\n", "P:Un port. / P:Un lac. / P:Fin."},
  };
  for (const Case& row : cases) EXPECT_EQ(describe(read_layout(row.text, false)), row.parts) << row.name;
}

}  // namespace
}  // namespace depeche
