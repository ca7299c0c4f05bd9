// The language of an article that does not state it: corpus/language.h.

#include "corpus/language.h"

#include <gtest/gtest.h>

namespace depeche {
namespace {

TEST(Language, IsThatOfMostOfTheText) {
  struct Row {
    const char *title, *text, *language;
  };
  const Row kCases[] = {
      {"Le port rouvre",
       "Le port de la ville a rouvert mardi, après trois semaines de grève, a annoncé la "
       "capitainerie. Vingt navires attendent au large.",
       "fr"},
      {"Port reopens",
       "The harbour of the town has reopened on Tuesday after three weeks of strike, its master "
       "said. Twenty ships are waiting off the coast.",
       "en"},
      {"Der Hafen öffnet wieder",
       "Der Hafen der Stadt ist am Dienstag nach drei Wochen Streik wieder geöffnet "
       "worden, teilte die Hafenverwaltung mit. Zwanzig Schiffe warten vor der Küste.",
       "de"},
      {"El puerto reabre",
       "El puerto de la ciudad reabrió el martes tras tres semanas de huelga, anunció la "
       "capitanía. Veinte barcos esperan frente a la costa.",
       "es"},
      {"",
       "中国外交部发言人华春莹星期二在例行记者会上表示,中方对此表示严重关切,并敦促有关方面立即停止错误做法。",
       "zh"},
      // Unsure: short, without words, or of two languages.
      {"Port reopens", "Twenty ships are waiting.", "fr"},
      {"",
       "12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 "
       "45",
       "fr"},
      {"Une citation",
       "« The harbour of the town has reopened on Tuesday », a déclaré la capitainerie à la presse, "
       "après trois semaines d'une grève qui a bloqué vingt navires au large des côtes.",
       "fr"},
      // French without its accents, as old wires have it.
      {"LE PORT ROUVRE",
       "LE PORT DE LA VILLE A ROUVERT MARDI, APRES TROIS SEMAINES DE GREVE, A ANNONCE LA "
       "CAPITAINERIE. VINGT NAVIRES ATTENDENT AU LARGE.",
       "fr"},
  };
  for (const Row& row : kCases) EXPECT_EQ(detect_language(row.title, row.text), row.language) << row.text;
}

TEST(LanguageCodes, AreThoseOfIso639) {
  using Codes = std::vector<std::string>;
  EXPECT_EQ(language_codes("fr"), Codes{"fr"});
  EXPECT_EQ(language_codes("fr,en,oci,fr"), (Codes{"en", "fr", "oci"}));
  for (const char* none : {"", ",", "fr,", "FR", "french", "f", "fr en", "fr,\xC3\xA9t"})
    EXPECT_EQ(language_codes(none), Codes{}) << none;
}

}  // namespace
}  // namespace depeche
