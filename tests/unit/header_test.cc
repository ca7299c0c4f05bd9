// Header lines and datelines: corpus/header.h.

#include "corpus/header.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/civil_date.h"

namespace depeche {
namespace {

/// « published 2019-02-12 18:03 [Publié le 12/02/2019 à 18h03] », one a date, joined by " + ".
std::string describe(std::string_view line) {
  const auto dates = read_header_line(line);
  if (!dates) return "no header";
  std::string out;
  for (const HeaderDate& date : *dates) {
    if (!out.empty()) out += " + ";
    out.append(name_of(date.kind)).append(" ").append(to_edtf(date.date.value));
    if (date.date.minute) {
      const std::string hour = std::to_string(*date.date.minute / 60),
                        minute = std::to_string(*date.date.minute % 60);
      out +=
          " " + std::string(2 - hour.size(), '0') + hour + ":" + std::string(2 - minute.size(), '0') + minute;
    }
    out.append(" [").append(line.substr(date.begin, date.end - date.begin)).append("]");
  }
  return out.empty() ? "no date" : out;
}

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
      // Relative ones are not read yet; the line is a header all the same.
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
  for (const Case& row : kCases) EXPECT_EQ(describe(row.line), row.dates) << row.line;
}

TEST(HeaderLine, IsShort) {
  EXPECT_EQ(describe("Publié le 12/02/2019" + std::string(200, ' ')), "no header");
  std::string many = "Publié le 12/02/2019";
  for (int i = 0; i < 30; ++i) many += " le";
  EXPECT_EQ(describe(many), "no header");
}

/// « date · agency · text », empty where there is none.
std::string describe_dateline(const std::string& paragraph) {
  const auto dateline = read_dateline(paragraph);
  if (!dateline) return "none";
  std::string out = dateline->date ? to_edtf(dateline->date->value) : "";
  out.append(" · ").append(dateline->agency).append(" · ").append(paragraph.substr(0, dateline->end));
  return out.append(" · ").append(paragraph.substr(dateline->text_begin));
}

TEST(Dateline, IsReadInItsUsualSpellings) {
  struct Case {
    const char* paragraph;
    const char* parts;
  } const kCases[] = {
      {"PEKIN, 13 février (Xinhua) -- Le port rouvre.",
       "XXXX-02-13 · Xinhua · PEKIN, 13 février (Xinhua) -- · Le port rouvre."},
      {"PEKIN, 13 février 2019 (Xinhua) --Le port.",
       "2019-02-13 · Xinhua · PEKIN, 13 février 2019 (Xinhua) -- · Le port."},
      {"PARIS (AFP) - Le port.", " · AFP · PARIS (AFP) - · Le port."},
      {"PARIS (AFP) – Le port.", " · AFP · PARIS (AFP) – · Le port."},
      {"Paris (AFP) — Le port.", " · AFP · Paris (AFP) — · Le port."},
      {"BRUXELLES, 3 mai 2018 (Reuters) – Le port.",
       "2018-05-03 · Reuters · BRUXELLES, 3 mai 2018 (Reuters) – · Le port."},
      {"Paris, le 12 février 2019 - Le port.", "2019-02-12 ·  · Paris, le 12 février 2019 - · Le port."},
      {"Paris, le mardi 12 février 2019 – Le port.",
       "2019-02-12 ·  · Paris, le mardi 12 février 2019 – · Le port."},
      {"Paris, 12 fév 2019 (AFP) - Le port.", "2019-02-12 · AFP · Paris, 12 fév 2019 (AFP) - · Le port."},
      {"Paris, 12 févr. 2019 (AFP) - Le port.", "2019-02-12 · AFP · Paris, 12 févr. 2019 (AFP) - · Le port."},
      {"PARIS (AFP), 12 fév 2019 - Le port.", "2019-02-12 · AFP · PARIS (AFP), 12 fév 2019 - · Le port."},
      {"PARIS (AFP) 12 fév 2019 - Le port.", "2019-02-12 · AFP · PARIS (AFP) 12 fév 2019 - · Le port."},
      {"ROME, lundi 13 mai 2019 (ZENIT.org) – Le pape.",
       "2019-05-13 · ZENIT.org · ROME, lundi 13 mai 2019 (ZENIT.org) – · Le pape."},
      {"DAKAR, 1er mars 2019 (APS) - Le port.", "2019-03-01 · APS · DAKAR, 1er mars 2019 (APS) - · Le port."},
      {"WASHINGTON/PEKIN, 13 février (Reuters) - Le port.",
       "XXXX-02-13 · Reuters · WASHINGTON/PEKIN, 13 février (Reuters) - · Le port."},
      {"RIO DE JANEIRO, 13 février (Xinhua) -- Le port.",
       "XXXX-02-13 · Xinhua · RIO DE JANEIRO, 13 février (Xinhua) -- · Le port."},
      {"Rio de Janeiro (AFP) - Le port.", " · AFP · Rio de Janeiro (AFP) - · Le port."},
      {"L'Haÿ-les-Roses (AFP) - Le port.", " · AFP · L'Haÿ-les-Roses (AFP) - · Le port."},
      {"NATIONS UNIES (New York), 13 février (Xinhua) -- Le port.",
       "XXXX-02-13 · Xinhua · NATIONS UNIES (New York), 13 février (Xinhua) -- · Le port."},
      {"TUNIS (Tunisie), 13 février 2019 - Le port.",
       "2019-02-13 ·  · TUNIS (Tunisie), 13 février 2019 - · Le port."},
      {"ABIDJAN, 13 février (Agence ivoirienne) - Le port.",
       "XXXX-02-13 · Agence ivoirienne · ABIDJAN, 13 février (Agence ivoirienne) - · Le port."},
      {"(AFP) - Le port.", " · AFP · (AFP) - · Le port."},
      {"GENEVE, 13 février -- Le port.", "XXXX-02-13 ·  · GENEVE, 13 février -- · Le port."},
      {"ALGER, 13/02/2019 (APS) - Le port.", "2019-02-13 · APS · ALGER, 13/02/2019 (APS) - · Le port."},
      {"LONDRES, 13 février (AFP/Reuters) - Le port.",
       "XXXX-02-13 · AFP/Reuters · LONDRES, 13 février (AFP/Reuters) - · Le port."},
      {"BERNE, 13 février 2019 (ats) Le port.", "2019-02-13 · ats · BERNE, 13 février 2019 (ats) · Le port."},
      {"Paris, le 12 février 2019", "2019-02-12 ·  · Paris, le 12 février 2019 · "},
      {"PEKIN, 31 février 2019 (Xinhua) -- Le port.",
       "2019-02-31 · Xinhua · PEKIN, 31 février 2019 (Xinhua) -- · Le port."},
      {"PEKIN,\u00A013\u00A0février\u00A0(Xinhua)\u00A0--\u00A0Le port.",
       "XXXX-02-13 · Xinhua · PEKIN,\u00A013\u00A0février\u00A0(Xinhua)\u00A0-- · Le port."},
      // Sentences.
      {"", "none"},
      {"La Chine a protesté.", "none"},
      {"PARIS - BERLIN : une ligne de nuit.", "none"},
      {"Paris (Texas) - Le film.", "none"},
      {"Jean Dupont (PS) - Le député.", "none"},
      {"Jean Dupont (PC) - Le député.", "none"},
      {"Paris, 12 février 2019, dix heures. La place est vide.", "none"},
      {"Louis Morel, 14 mai 1843 - 1er septembre 1915, fut maire.", "none"},
      {"Mardi 12 février 2019, la place était vide.", "none"},
      {"En février 2019 - un mois froid - la place était vide.", "none"},
      {"Berlin, février 2019 - La place.", "none"},
      {"(AFP)", "none"},
      {"Le 12 février 2019 - La place.", "none"},
  };
  for (const Case& row : kCases) EXPECT_EQ(describe_dateline(row.paragraph), row.parts) << row.paragraph;
}

}  // namespace
}  // namespace depeche
