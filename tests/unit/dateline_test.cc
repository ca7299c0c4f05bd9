// Datelines: read_dateline() of corpus/header.h.

#include <string>

#include <gtest/gtest.h>

#include "corpus/words.h"
#include "tests/unit/describe_header.h"

namespace depeche {
namespace {

/// « date · agency · text », empty where there is none.
std::string describe_dateline(const std::string& paragraph) {
  const auto dateline = read_dateline(paragraph);
  if (!dateline) return "none";
  std::string out = dateline->date ? describe(*dateline->date) : "";
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

TEST(Dateline, IsReadAsTheMediaPrintIt) {
  struct Case {
    const char* dateline;
    const char* date;  // "" if none
    const char* agency;
  } const kCases[] = {
      // Agence France-Presse, Reuters and others.
      {"PARIS, 12 fév (AFP) - ", "XXXX-02-12", "AFP"},
      {"PEKIN (Reuters) - ", "", "Reuters"},
      {"OSLO/PEKIN, 13 févr. 2019 (Reuters) — ", "2019-02-13", "Reuters"},
      {"OSLO/PEKIN, 13 février (Reuters) - ", "XXXX-02-13", "Reuters"},
      {"PARIS, 12 février (Reuters) - ", "XXXX-02-12", "Reuters"},
      {"Paris, 12 février 2019 (AFP) -", "2019-02-12", "AFP"},
      {"LA HAYE (Reuters) - ", "", "Reuters"},
      {"SAINT-DENIS DE LA RÉUNION, 12 fév 2019 (AFP) - ", "2019-02-12", "AFP"},
      {"Washington, 12 fév 2019 (AFP) – ", "2019-02-12", "AFP"},
      {"(AFP) – ", "", "AFP"},
      {"(AOF) - ", "", "AOF"},
      {"PARIS (Agefi-Dow Jones)--", "", "Agefi-Dow Jones"},
      {"PARIS, 12 février 2019 (Agence Radio France) - ", "2019-02-12", "Agence Radio France"},
      {"NEW YORK (Etats-Unis) (AFP) - ", "", "AFP"},
      {"Paris, le 12/02/2019 – ", "2019-02-12", ""},
      {"Paris le 12 février 2019 - ", "2019-02-12", ""},
      {"Paris, mardi 12 février 2019 - ", "2019-02-12", ""},
      {"Strasbourg, 12.02.2019 – ", "2019-02-12", ""},
      {"Vatican, 12 février 2019 (VIS) – ", "2019-02-12", "VIS"},
      {"ROME, 12 février 2019 (ANSA) - ", "2019-02-12", "ANSA"},
      {"CITÉ DU VATICAN, 12 février 2019 (I.MEDIA) - ", "2019-02-12", "I.MEDIA"},
      {"Moscou, 12 février - RIA Novosti. ", "XXXX-02-12", "RIA Novosti"},
      {"MOSCOU, 12 février - Sputnik. ", "XXXX-02-12", "Sputnik"},
      // Belgium, Switzerland, Luxembourg.
      {"Genève (awp/ats) - ", "", "awp/ats"},
      {"Zurich (awp) - ", "", "awp"},
      {"Berne (Keystone-ATS) - ", "", "Keystone-ATS"},
      {"(Belga) ", "", "Belga"},
      {"(Belga) - ", "", "Belga"},
      {"BRUXELLES (BELGA) - ", "", "BELGA"},
      {"BRUXELLES 12/02 (BELGA) = ", "XXXX-02-12", "BELGA"},
      {"Washington (awp/afp) - ", "", "awp/afp"},
      {"Zurich (awp international) - ", "", "awp international"},
      {"Berne (ATS) – ", "", "ATS"},
      {"Bruxelles, 12 fév. 2019 (Belga) - ", "2019-02-12", "Belga"},
      {"Luxembourg (dpa/lb) - ", "", "dpa/lb"},
      {"(ATS) ", "", "ATS"},
      {"New York (awp/afp) - ", "", "awp/afp"},
      {"Berne, 12.02.2019 - ", "2019-02-12", ""},
      // Canada.
      {"MONTRÉAL — ", "", ""},
      {"QUÉBEC — ", "", ""},
      {"OTTAWA – ", "", ""},
      {"(Ottawa) ", "", ""},
      {"(Montréal) ", "", ""},
      {"TORONTO, le 12 févr. 2019 /CNW/ - ", "2019-02-12", "CNW"},
      {"MONTRÉAL, le 12 févr. 2019 /CNW Telbec/ - ", "2019-02-12", "CNW Telbec"},
      {"PARIS, 12 février 2019 /PRNewswire/ -- ", "2019-02-12", "PRNewswire"},
      // Africa and the Near East.
      {"Ouagadougou, le 12 février 2019 (AIB) - ", "2019-02-12", "AIB"},
      {"Ouagadougou, 12 fév. 2019 (AIB)-", "2019-02-12", "AIB"},
      {"DAKAR, 12 fév (APS) – ", "XXXX-02-12", "APS"},
      {"ABIDJAN, 12 fév 2019 (AIP) – ", "2019-02-12", "AIP"},
      {"Abidjan, 12 fév 2019 (AIP)- ", "2019-02-12", "AIP"},
      {"ALGER - ", "", ""},
      {"ALGER- ", "", ""},
      {"ALGER, 12 fév 2019 (APS)- ", "2019-02-12", "APS"},
      {"RABAT, 12 fév. 2019 (MAP) - ", "2019-02-12", "MAP"},
      {"Rabat, 12/02/2019 (MAP) - ", "2019-02-12", "MAP"},
      {"TUNIS, 12 fév 2019 (TAP) - ", "2019-02-12", "TAP"},
      {"Cotonou, 12 fév 2019 (ABP) – ", "2019-02-12", "ABP"},
      {"Lomé, 12 fév. (ATOP) - ", "XXXX-02-12", "ATOP"},
      {"Niamey, 12 Fév. (ANP) – ", "XXXX-02-12", "ANP"},
      {"Conakry, 12 février 2019 (AGP) - ", "2019-02-12", "AGP"},
      {"BAMAKO, 12 février 2019 (AMAP) ", "2019-02-12", "AMAP"},
      {"Libreville, 12 février (AGP) — ", "XXXX-02-12", "AGP"},
      {"Kinshasa, 12 février 2019 (ACP).- ", "2019-02-12", "ACP"},
      {"Kinshasa, 12 fév. 2019 (ACP) - ", "2019-02-12", "ACP"},
      {"Brazzaville, 12 fév (ACI) - ", "XXXX-02-12", "ACI"},
      {"(Agence Ecofin) - ", "", "Agence Ecofin"},
      {"DAMAS, 12 fév. (SANA) -- ", "XXXX-02-12", "SANA"},
      {"TEHERAN (IRNA) - ", "", "IRNA"},
      // China and Vietnam.
      {"BEIJING, 13 février (Xinhua) -- ", "XXXX-02-13", "Xinhua"},
      {"N'DJAMENA, 12 février (Xinhua) -- ", "XXXX-02-12", "Xinhua"},
      {"NATIONS UNIES, 12 février (Xinhua) -- ", "XXXX-02-12", "Xinhua"},
      {"BRUXELLES, 12 février (Xinhua) -- ", "XXXX-02-12", "Xinhua"},
      {"LOS ANGELES (Etats-Unis), 12 février (Xinhua) -- ", "XXXX-02-12", "Xinhua"},
      {"XI'AN, 13 février (Xinhua) -- ", "XXXX-02-13", "Xinhua"},
      {"BEIJING, 13 fév. (Xinhua) — ", "XXXX-02-13", "Xinhua"},
      {"PARIS, 31 déc. 2018 (Xinhua) -- ", "2018-12-31", "Xinhua"},
      {"GENÈVE, 12 février (Xinhua) -- ", "XXXX-02-12", "Xinhua"},
      {"Le Caire, 12 février (Xinhua) -- ", "XXXX-02-12", "Xinhua"},
      {"LE CAIRE, 12 février (Xinhua) -- ", "XXXX-02-12", "Xinhua"},
      {"Hanoï, 12 février (VNA) - ", "XXXX-02-12", "VNA"},
      {"Hanoi (VNA) - ", "", "VNA"},
      // Letters lost.
      {"PARIS, 12 f?vrier (Xinhua) -- ", "XXXX-02-12", "Xinhua"},
      {"GEN?VE, 12 f?vrier (Xinhua) -- ", "XXXX-02-12", "Xinhua"},
      // With the time.
      {"PARIS, 12 fév 2019 (AFP) - 18h03 - ", "2019-02-12 18:03", "AFP"},
  };
  for (const Case& row : kCases) {
    const std::string paragraph = std::string(row.dateline) + "Le port a rouvert.";
    const auto dateline = read_dateline(paragraph);
    ASSERT_TRUE(dateline) << row.dateline;
    EXPECT_EQ(dateline->date ? describe(*dateline->date) : "", row.date) << row.dateline;
    EXPECT_EQ(dateline->agency, row.agency) << row.dateline;
    EXPECT_EQ(paragraph.substr(dateline->text_begin), "Le port a rouvert.") << row.dateline;
    EXPECT_EQ(paragraph.substr(0, dateline->end), std::string(trim(row.dateline)));
  }
}

TEST(Dateline, AloneOnItsLineStatesADay) {
  for (const char* line : {"Bruxelles, le 12 février 2019", "Paris, le 12 février 2019.",
                           "( Xinhua ) 12.02.2019 à 09h10", "Tunis, 12 février 2019 18:03"}) {
    const auto dateline = read_dateline(line);
    ASSERT_TRUE(dateline) << line;
    ASSERT_TRUE(dateline->date) << line;
    EXPECT_EQ(to_edtf(dateline->date->value), "2019-02-12") << line;
    EXPECT_EQ(dateline->text_begin, std::string_view(line).size());
  }
  EXPECT_FALSE(read_dateline("PARIS (AFP)"));
  EXPECT_FALSE(read_dateline("MONTRÉAL —"));
}

TEST(Dateline, IsNoSentenceTitleOrCaptionThatLooksLikeOne) {
  for (const char* line : {
           // Labels and titles.
           "VIDÉO - Le port a rouvert.",
           "VIDÉO — Le port a rouvert.",
           "EN DIRECT - Le port a rouvert.",
           "EXCLUSIF — Le ministre démissionne.",
           "(Vidéo) Le port a rouvert.",
           "OTTAWA – Le budget est voté",
           "PARIS - LYON : une ligne de nuit.",
           "PARIS — LYON",
           "ALGER : Le port a rouvert.",
           "Paris - Le film sort mercredi.",
           "Rabat - Le port.",
           // Captions, and sentences.
           "Jean Dupont (AFP)",
           "Jean Dupont (AFP) Le port.",
           "(AFP/Archives)",
           "(AFP) et Reuters ont annoncé la nouvelle.",
           "(Ottawa) et Québec s'accordent.",
           // Days of something else.
           "Né le 12 février 1950",
           "Mort le 3 mars 2018",
           "Signé le 12 février 2019",
           "Concert le 12 février 2019 à 20h30",
           "Réunion le 12/02/2019 à 18h03",
           "Rendez-vous le 12 février 2019 - Paris",
           "Verdun, 21 février 1916 : la bataille commence",
           "Le Monde, 12 février 2019, page 4",
           "Mardi 12 février 2019, 10 heures, place de la Bastille",
           "12 février 2019 : la loi est votée",
           "Attentats - 13 novembre 2015",
       })
    EXPECT_EQ(describe_dateline(line), "none") << line;
}

}  // namespace
}  // namespace depeche
