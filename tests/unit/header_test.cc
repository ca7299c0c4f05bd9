// Header lines: read_header_line() of corpus/header.h.

#include <string>

#include <gtest/gtest.h>

#include "tests/unit/describe_header.h"

namespace depeche {
namespace {

TEST(HeaderLine, IsReadInItsUsualSpellings) {
  struct Case {
    const char* line;
    const char* dates;
  } const kCases[] = {
      {"Dernière mise à jour à 09h10 le 13/02",
       "updated XXXX-02-13 09:10 [Dernière mise à jour à 09h10 le 13/02]"},
      {"Dernière mise à jour le 13/02/2019 à 09h10",
       "updated 2019-02-13 09:10 [Dernière mise à jour le 13/02/2019 à 09h10]"},
      {"DERNIERE MISE A JOUR : 13 février 2019",
       "updated 2019-02-13 [DERNIERE MISE A JOUR : 13 février 2019]"},
      {"Mise à jour 05.09.2012 08h32", "updated 2012-09-05 08:32 [Mise à jour 05.09.2012 08h32]"},
      {"Mis à jour le 29. 12. 2020", "updated 2020-12-29 [Mis à jour le 29. 12. 2020]"},
      {"Mis à jour le 13 févr. 2019 à 9 h 10",
       "updated 2019-02-13 09:10 [Mis à jour le 13 févr. 2019 à 9 h 10]"},
      {"Actualisé le mardi 12 février 2019 à 18:03",
       "updated 2019-02-12 18:03 [Actualisé le mardi 12 février 2019 à 18:03]"},
      {"Modifié le 1er mars 2019", "updated 2019-03-01 [Modifié le 1er mars 2019]"},
      {"Dernière modification : 2019-02-13", "updated 2019-02-13 [Dernière modification : 2019-02-13]"},
      {"MAJ 13/02/2019", "updated 2019-02-13 [MAJ 13/02/2019]"},
      {"Publié le 12/02/2019 à 18h03", "published 2019-02-12 18:03 [Publié le 12/02/2019 à 18h03]"},
      {"Publié le 2020-12-28 à 23:03", "published 2020-12-28 23:03 [Publié le 2020-12-28 à 23:03]"},
      {"PUBLIÉ LE 12 FÉVRIER 2019", "published 2019-02-12 [PUBLIÉ LE 12 FÉVRIER 2019]"},
      {"Publie le 12 fevrier 2019", "published 2019-02-12 [Publie le 12 fevrier 2019]"},
      {"Publié mardi 12 février 2019", "published 2019-02-12 [Publié mardi 12 février 2019]"},
      {"Publié : 12-02-2019", "published 2019-02-12 [Publié : 12-02-2019]"},
      {"Publié le 12/02", "published XXXX-02-12 [Publié le 12/02]"},
      {"Date de publication : 12 février 2019",
       "published 2019-02-12 [Date de publication : 12 février 2019]"},
      {"Date : 12/02/2019", "published 2019-02-12 [Date : 12/02/2019]"},
      {"Diffusé le 12 février 2019 à 20h", "published 2019-02-12 20:00 [Diffusé le 12 février 2019 à 20h]"},
      {"Posté le 12.02.2019", "published 2019-02-12 [Posté le 12.02.2019]"},
      {"Créé le 12/02/2019", "published 2019-02-12 [Créé le 12/02/2019]"},
      {"Mis en ligne le 12 février 2019", "published 2019-02-12 [Mis en ligne le 12 février 2019]"},
      {"Paru le 3 mars 2018", "published 2018-03-03 [Paru le 3 mars 2018]"},
      {"Le 12 février 2019 à 18h03", "published 2019-02-12 18:03 [Le 12 février 2019 à 18h03]"},
      {"mar. 12 févr. 2019 18:03", "published 2019-02-12 18:03 [mar. 12 févr. 2019 18:03]"},
      {"12/02/2019", "published 2019-02-12 [12/02/2019]"},
      {"13/02", "published XXXX-02-13 [13/02]"},
      {"2019-02-13T09:10:00Z", "published 2019-02-13 09:10 [2019-02-13T09:10:00Z]"},
      {"Mercredi 13 février 2019", "published 2019-02-13 [Mercredi 13 février 2019]"},
      // Several on a line: each belongs to the word before it.
      {"Publié le 12/02/2019 à 18h03, mis à jour le 13/02/2019 à 09h10",
       "published 2019-02-12 18:03 [Publié le 12/02/2019 à 18h03] + "
       "updated 2019-02-13 09:10 [mis à jour le 13/02/2019 à 09h10]"},
      {"Publié le 12/02/2019 | Mis à jour le 13/02/2019",
       "published 2019-02-12 [Publié le 12/02/2019] + updated 2019-02-13 [Mis à jour le 13/02/2019]"},
      {"Mis à jour le 13/02 à 09h10 - Publié le 12/02 à 18h03",
       "updated XXXX-02-13 09:10 [Mis à jour le 13/02 à 09h10] + "
       "published XXXX-02-12 18:03 [Publié le 12/02 à 18h03]"},
      {"12/02/2019 à 18h03, mis à jour le 13/02/2019",
       "published 2019-02-12 18:03 [12/02/2019 à 18h03] + updated 2019-02-13 [mis à jour le 13/02/2019]"},
      // Who published it, and what it is.
      {"RFI Publié le 12-02-2019", "published 2019-02-12 [Publié le 12-02-2019]"},
      {"Le Courrier du Lac | publié le 12/02/2019", "published 2019-02-12 [publié le 12/02/2019]"},
      {"Par Jeanne Morel, publié le 12/02/2019 à 18h03",
       "published 2019-02-12 18:03 [publié le 12/02/2019 à 18h03]"},
      {"Publié par Jeanne Morel le 12/02/2019",
       "published 2019-02-12 [Publié par Jeanne Morel le 12/02/2019]"},
      {"Publié le 12/02/2019 à 18h03 par Jeanne Morel",
       "published 2019-02-12 18:03 [Publié le 12/02/2019 à 18h03]"},
      {"Publié le 12/02/2019 | Temps de lecture : 3 min", "published 2019-02-12 [Publié le 12/02/2019]"},
      {"Cet article a été publié le 12/02/2019", "published 2019-02-12 [publié le 12/02/2019]"},
      {"Publié le 12 février 2019 à 18h03 (heure de Paris)",
       "published 2019-02-12 18:03 [Publié le 12 février 2019 à 18h03]"},
      // Impossible dates are dates: the caller refuses them.
      {"Publié le 31/02/2019", "published 2019-02-31 [Publié le 31/02/2019]"},
      // Relative ones are not read; the line is a header all the same.
      {"Publié il y a 3 heures", "no date"},
      {"Mis à jour hier à 18h", "no date"},
      // Sentences and titles that begin or end alike.
      {"", "no header"},
      {"Publié", "no header"},
      {"Publié le 12 février 2019, le rapport de la Cour dénonce des abus.", "no header"},
      {"Créée le 12 février 2019, l'association compte vingt membres", "no header"},
      {"La loi publiée le 12 février 2019", "no header"},
      {"Mise à jour du règlement le 12 février 2019", "no header"},
      {"Le 12 février 2019 restera dans les mémoires", "no header"},
      {"Publié à 3 000 exemplaires", "no header"},
      {"Février 2019", "no header"},
      {"Date limite : 12/02/2019", "no header"},
      {"La Chine a protesté mardi 12 février 2019", "no header"},
      {"Le gouvernement a publié le 12 février 2019 un décret sur la pêche", "no header"},
  };
  for (const Case& row : kCases) EXPECT_EQ(describe_header(row.line), row.dates) << row.line;
}

TEST(HeaderLine, IsShort) {
  EXPECT_EQ(describe_header("Publié le 12/02/2019" + std::string(200, ' ')), "no header");
  std::string many = "Publié le 12/02/2019";
  for (int i = 0; i < 30; ++i) many += " le";
  EXPECT_EQ(describe_header(many), "no header");
}

}  // namespace
}  // namespace depeche
