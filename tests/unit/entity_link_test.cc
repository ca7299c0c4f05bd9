// Articles invented for these tests, and what each short name in them stands for.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/entities/recogniser.h"

namespace depeche {
namespace {

constexpr const char* kEndsSo = "only full name ending so in this article";
constexpr const char* kBeginsSo = "only full name beginning so in this article";
constexpr const char* kAcronym = "acronym defined in this article";

struct Case {
  const char* text;
  const char* name;  // its last occurrence is asked for
  const char* key;
  const char* rule;     // "" where it stands for itself
  const char* because;  // what the link begins at
};

constexpr Case kCases[] = {
    // the surname last, with and without title
    {"Nadia Ferhat a parlé. Mme Ferhat dirige l'agence.", "Ferhat", "nadia ferhat", kEndsSo, "Nadia"},
    {"Nadia Ferhat a parlé, puis Ferhat s'est tue.", "Ferhat", "nadia ferhat", kEndsSo, "Nadia"},
    {"Le rapport d'Aurélien Kessler est prêt, dit M. Kessler.", "Kessler", "aurelien kessler", kEndsSo,
     "Aurélien"},
    {"Ferhat a parlé. Nadia Ferhat dirige l'agence.", "Nadia Ferhat", "nadia ferhat", "", ""},
    // the surname first
    {"Selon Zhu Meiling, rien n'est fait. \"Rien\", dit Mme Zhu.", "Zhu", "zhu meiling", kBeginsSo,
     "Zhu Meiling"},
    {"\"Non\", a répondu Kim Dae-sung. M. Kim est parti.", "Kim", "kim dae sung", kBeginsSo, "Kim Dae"},
    // a given name may stand alone
    {"Jordane Blois chante. La foule aime Jordane.", "Jordane", "jordane blois", kBeginsSo, "Jordane Blois"},
    // surnames of several words
    {"Il a vu Marine Le Goff. Mme Le Goff attendait.", "Le Goff", "marine le goff", kEndsSo, "Marine"},
    {"Ursula von der Aue viendra, dit Mme von der Aue.", "von der Aue", "ursula von der aue", kEndsSo,
     "Ursula"},
    {"Dominique de Kerlan écrit. M. de Kerlan publie.", "de Kerlan", "dominique de kerlan", kEndsSo,
     "Dominique"},
    // case and accents aside
    {"Hélène Dubosc a gagné. M. Dupré salue Mme DUBOSC.", "DUBOSC", "helene dubosc", kEndsSo, "Hélène"},
    // the full name may come later
    {"Mme Ferhat dirige l'agence depuis hier. Nadia Ferhat, 45 ans, est née ici. Mme Ferhat aussi.", "Ferhat",
     "nadia ferhat", kEndsSo, "Nadia"},
    // the same full name twice is one person
    {"Nadia Ferhat parle. Nadia Ferhat insiste. Mme Ferhat conclut.", "Ferhat", "nadia ferhat", kEndsSo,
     "Nadia"},
    // several persons: the title may tell, else no link
    {"Paul Lenoir et Julie Lenoir sont venus. Mme Lenoir est partie.", "Lenoir", "julie lenoir", kEndsSo,
     "Julie"},
    {"Paul Lenoir et Julie Lenoir sont venus. M. Lenoir est parti.", "Lenoir", "paul lenoir", kEndsSo,
     "Paul"},
    {"Paul Lenoir et Julie Lenoir sont venus. Puis Lenoir est parti.", "Lenoir", "lenoir", "", ""},
    {"Paul Lenoir et Marc Lenoir sont venus. M. Lenoir est parti.", "Lenoir", "lenoir", "", ""},
    {"Zhu Meiling a vu Paul Zhu. Selon Zhu, c'est fini.", "Zhu", "zhu", "", ""},
    // the title contradicts the only one
    {"Paul Lenoir est venu. Sa fille, Mme Lenoir, est partie.", "Lenoir", "lenoir", "", ""},
    {"M. et Mme Lenoir dînent. Paul Lenoir est venu.", "Paul Lenoir", "paul lenoir", "", ""},
    // an unknown given name is known by the title of its first mention
    {"Mme Xanthe Lenoir est venue. M. Lenoir est parti.", "Lenoir", "lenoir", "", ""},
    // a name that stands for a longer one is no full name
    {"Dong Chunlan a vu Dong Chunlan Bai. Chunlan rit.", "Chunlan", "chunlan", "", ""},
    // nobody
    {"Mme Ferhat dirige l'agence.", "Ferhat", "ferhat", "", ""},
    {"Nadia Ferhat parle. Mme Ferhatine se tait.", "Ferhatine", "ferhatine", "", ""},
    // acronyms
    {"L'Office central des canaux (OCC) ferme. L'OCC employait dix personnes.", "OCC",
     "office central des canaux", kAcronym, "Office"},
    {"L'OCC (Office central des canaux) ferme. L'OCC employait dix personnes.", "OCC",
     "office central des canaux", kAcronym, "Office"},
    {"Le Collectif pour la protection des forêts (CPF) proteste, et le CPF gagne.", "CPF",
     "collectif pour la protection des forets", kAcronym, "Collectif"},
    {"L'Agence nationale des ports (Anap) recrute. L'Anap paie bien.", "Anap", "anap", "", ""},
    {"L'Agence nationale d'achat public (Anap) recrute. L'Anap paie.", "Anap",
     "agence nationale d achat public", kAcronym, "Agence"},
    {"Dominique Ancel-Roy (DAR) est venu. DAR est reparti.", "DAR", "dominique ancel roy", kAcronym,
     "Dominique"},
    {"L'Union des caves (UC) et l'Union des cafés (UC) fusionnent. L'UC vivra.", "UC", "uc", "", ""},
    {"Le produit intérieur brut (PIB) recule. La CGT commente.", "CGT", "cgt", "", ""},
};

struct Found {
  std::string key, rule;
  uint32_t begin = 0;
};

Found last_mention_of(const Article& article, const std::string& name) {
  EntityRecogniser recogniser;
  Found found;
  for (const Mention& mention : recogniser.recognise(article)) {
    const Span& span = mention.span;
    if (article.text.substr(span.begin, span.end - span.begin) != name) continue;
    found = {mention.key, "", 0};
    if (!mention.link) continue;
    EXPECT_EQ(mention.link->key, mention.key);
    found.rule = mention.link->rule;
    found.begin = mention.link->begin;
  }
  return found;
}

TEST(EntityLinks, StandForTheNameInFull) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    Article article;
    article.text = c.text;
    const Found found = last_mention_of(article, c.name);
    EXPECT_EQ(found.key, c.key);
    EXPECT_EQ(found.rule, c.rule);
    if (*c.rule != '\0') {
      EXPECT_EQ(found.begin, article.text.find(c.because));
    }
  }
}

TEST(EntityLinks, StayWithinTheirField) {
  Article article;
  article.title = "Nadia Ferhat quitte l'agence";
  article.text = "Selon Mme Ferhat, tout va bien.";
  EXPECT_EQ(last_mention_of(article, "Ferhat").rule, "");
}

TEST(EntityLinks, CountPersonsOfTheTitle) {
  Article article;
  article.title = "Julie Lenoir contre-attaque";
  article.text = "Paul Lenoir se tait. Tout dépend de Lenoir.";
  EXPECT_EQ(last_mention_of(article, "Lenoir").rule, "");
}

}  // namespace
}  // namespace depeche
