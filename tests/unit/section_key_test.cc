#include "common/section_key.h"

#include <gtest/gtest.h>

namespace depeche {
namespace {

TEST(SectionKey, OneSectionHasOne) {
  Analyzer analyzer;
  for (const char* spelling :
       {"Actualité Innovation",   "Actualités Innovations",     "Actualités Innovation",
        "Actualité Innovations",  "ACTUALITÉ INNOVATION",       "ACTUALITES INNOVATIONS",
        "Actualite Innovation",   "actualité innovation",       "Actualité-Innovation",
        "Actualités-Innovations", "Actualité - Innovation",     "Actualité – Innovation",
        "Actualité/Innovation",   "Actualité & Innovation",     "Actualité et Innovation",
        "Actualité, innovation",  " Actualité  Innovation ",    "« Actualité Innovation »",
        "actualite_innovation",   "Actualite\u0301 Innovation", "Actualité\u00a0: innovation"})
    EXPECT_EQ(section_key(analyzer, spelling), "actualite innovation") << spelling;
}

TEST(SectionKey, OthersStayApart) {
  Analyzer analyzer;
  const struct Case {
    const char *text, *key;
  } kCases[] = {{"Actualité", "actualite"},
                {"Jeux", "jeu"},
                {"Gaz", "gaz"},
                {"Le Monde des livres", "le monde des livre"},
                {"SNCF", "sncf"},
                {"Arts & spectacles", "art spectacle"},
                {"et", "et"},
                {"", ""},
                {"- -", ""},
                {"Bus", "bus"}};
  for (const Case& c : kCases) EXPECT_EQ(section_key(analyzer, c.text), c.key) << c.text;
}

}  // namespace
}  // namespace depeche
