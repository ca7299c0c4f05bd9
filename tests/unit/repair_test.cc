// Damaged words: corpus/repair.h, its two steps, and the lexicon.

#include "corpus/repair.h"

#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "corpus/double_encoding.h"
#include "corpus/lexicon/affixes.h"
#include "corpus/lexicon/lexicon.h"
#include "corpus/lexicon/pattern.h"
#include "corpus/lost_letters.h"

namespace depeche {
namespace {

Article article_of(std::string title, std::string text) {
  Article article;
  article.title = std::move(title);
  article.text = std::move(text);
  return article;
}

/// « s?reté -> sûreté | h?te -> hâte, hôte »: the repairs of a field; and checks that each stands where its
/// span says.
std::string describe(const Article& article, TextField field) {
  std::string out;
  for (const Repair& repair : article.repairs) {
    if (repair.span.field != field) continue;
    const std::string& text = article.field(field);
    const std::string held = text.substr(repair.span.begin, repair.span.end - repair.span.begin);
    EXPECT_EQ(held, repair.readings.size() == 1 ? repair.readings[0] : repair.original);
    out += (out.empty() ? "" : " | ") + repair.original + " ->";
    for (const std::string& reading : repair.readings)
      out += (&reading == repair.readings.data() ? " " : ", ") + reading;
  }
  return out;
}

struct Case {
  const char* text;
  const char* repaired;
  const char* repairs;
};

void check(const Case& test) {
  Article article = article_of("", test.text);
  repair(article);
  EXPECT_EQ(article.text, test.repaired);
  EXPECT_EQ(describe(article, TextField::kText), test.repairs) << test.text;
  EXPECT_EQ(find_invalid_utf8(article.text), std::string_view::npos);
}

TEST(Repair, ReadsLostLettersInsideWords) {
  const Case kCases[] = {
      {"la s?reté de l'Etat", "la sûreté de l'Etat", "s?reté -> sûreté"},
      {"à accro?tre", "à accroître", "accro?tre -> accroître"},
      {"à accro\uFFFDtre", "à accroître", "accro\uFFFDtre -> accroître"},
      {"au c?ur de la cité", "au cœur de la cité", "c?ur -> cœur"},
      {"là, m?mement contr?lé", "là, m?mement contrôlé", "contr?lé -> contrôlé"},
      {"à Fran?ois, le Fran?ais fran?ais", "à François, le Français français",
       "Fran?ois -> François | Fran?ais -> Français | fran?ais -> français"},
      {"à LA FA?ENCE DU CH?TEAU", "à LA FAÏENCE DU CHÂTEAU", "FA?ENCE -> FAÏENCE | CH?TEAU -> CHÂTEAU"},
      {"l'h?pital, main-d'?uvre, Jean-Fran?ois à", "l'hôpital, main-d'œuvre, Jean-François à",
       "h?pital -> hôpital | ?uvre -> œuvre | Fran?ois -> François"},
      {"été, s?rement", "été, sûrement", "s?rement -> sûrement"},
      // Two letters lost.
      {"à la gr?ce de l'accro?tre?ment, un ma?tre-h?telier b?tit",
       "à la grâce de l'accro?tre?ment, un "
       "maître-hôtelier bâtit",
       "gr?ce -> grâce | ma?tre -> maître | h?telier -> hôtelier | b?tit -> bâtit"},
  };
  for (const Case& test : kCases) check(test);
}

TEST(Repair, KeepsTheOriginalOfAWordWithSeveralReadings) {
  const Case kCases[] = {
      {"à la h?te, un p?le", "à la h?te, un p?le", "h?te -> hâte, hôte | p?le -> pâle, pôle"},
      // Capitals make no reading.
      {"à. C?té cour", "à. Côté cour", "C?té -> Côté"},
  };
  for (const Case& test : kCases) check(test);
}

TEST(Repair, TakesTheReadingThatOutweighsTheOther) {
  const Case kCases[] = {
      {"à un r?le, des co?ts", "à un rôle, des coûts", "r?le -> rôle | co?ts -> coûts"},
      {"il est là, ?taient", "il est là, ôtaient", "?taient -> ôtaient"},  // é is not lost here
      {"le m?me ?tait perdu", "le même était perdu", "m?me -> même | ?tait -> était"},
  };
  for (const Case& test : kCases) check(test);
}

TEST(Repair, ReadsLostLettersAtTheEndWhereTheSentenceGoesOn) {
  const Case kCases[] = {
      {"la majorit? des d?put?s", "la majorité des députés", "majorit? -> majorité | d?put?s -> députés"},
      {"aurait d? être contr?lé", "aurait dû être contrôlé", "d? -> dû | contr?lé -> contrôlé"},
      {"l'?t? des d?put?s", "l'été des députés", "?t? -> été | d?put?s -> députés"},
      // A question, and a text without other damage.
      {"Est-ce la majorit? Les d?put?s", "Est-ce la majorit? Les députés", "d?put?s -> députés"},
      {"la majorit? des gens", "la majorit? des gens", ""},
  };
  for (const Case& test : kCases) check(test);
}

TEST(Repair, KnowsWordsBehindAPrefix) {
  const Case kCases[] = {
      {"à l'extrac?tier", "à l'extracôtier", "extrac?tier -> extracôtier"},
      {"un précontr?le", "un précontrôle", "précontr?le -> précontrôle"},
      {"à cyberst?te", "à cyberst?te", ""},
  };
  for (const Case& test : kCases) check(test);
}

TEST(Repair, LeavesQuestionMarks) {
  for (const char* text :
       {"à quoi ? Vraiment ? Oui. Pourquoi? Non.", "Est-il s?r ou s\u00FBr?\nou\u00ED? «où?»", "voil? un mot",
        "? à", "?", "???", "où ? ?", "dit-il ?il ?le ?les ?uf", "quoi?Il est là", "tu?il où",
        "http://x.fr/?tat=1 à", "é?tats=1", "page?id=3&c?ur=é", "2?tat", "c?ur2 à", "Q?R à", "libert\u00E9?",
        "\uFFFD", "\uFFFD\uFFFD à", "prix\uFFFD à", "", "s?", "é m\u00EAme",
        // Letters that GB2312 keeps are not lost where the text has some.
        "à pr?s de là"}) {
    Article article = article_of(text, text);
    repair(article);
    // « s?r » of the second row is a word.
    std::string expected = text;
    if (const size_t at = expected.find("s?r "); at != std::string::npos) expected.replace(at, 3, "s\u00FBr");
    EXPECT_EQ(article.title, expected);
    EXPECT_EQ(article.text, expected);
    EXPECT_EQ(article.repairs.empty(), expected == text) << text;
  }
}

TEST(Repair, KnowsWordsThatBeginWithALostLetter) {
  const Case kCases[] = {
      {"à l'?uvre", "à l'œuvre", "?uvre -> œuvre"},
      {"à l'?lysée", "à l'Élysée", "?lysée -> Élysée"},
      {"à Saint-?tienne", "à Saint-Étienne", "?tienne -> Étienne"},
      {"à. ?uvre d'art", "à. Œuvre d'art", "?uvre -> Œuvre"},
      {"à l’?le d’Yeu, aux ?les", "à l’île d’Yeu, aux ?les", "?le -> île"},
      {"là, ?a va à son ?ge", "là, ça va à son âge", "?a -> ça | ?ge -> âge"},
      {"à ??uvre", "à ?œuvre", "?uvre -> œuvre"},
  };
  for (const Case& test : kCases) check(test);
}

TEST(Repair, TakesEveryAccentForLostWhereThereIsNone) {
  const Case kCases[] = {
      {"il a d?cid? de soutenir le comit\uFFFD", "il a décidé de soutenir le comité",
       "d?cid? -> décidé | comit\uFFFD -> comité"},
      // A question mark or a letter.
      {"Est-il pr?sent?", "Est-il pr?sent?", "pr?sent? -> présenté, présent?"},
      {"la f?te", "la f?te", "f?te -> fête, fûte"},
  };
  for (const Case& test : kCases) {
    Article article = article_of("", test.text);
    repair(article);
    if (std::string_view(test.text).find("f?te") != std::string_view::npos) {
      EXPECT_NE(describe(article, TextField::kText).find("fête"), std::string::npos);
      continue;
    }
    check(test);
  }
}

TEST(Repair, ReadsDoubleEncoding) {
  const Case kCases[] = {
      {"l\u00E2\u20AC\u2122\u00C3\u2030tat d\u00C3\u00A9cide", "l’État décide",
       "l\u00E2\u20AC\u2122\u00C3\u2030tat -> l’État | d\u00C3\u00A9cide -> décide"},
      // Twice.
      {"d\u00C3\u0192\u00C2\u00A9cide", "décide", "d\u00C3\u0192\u00C2\u00A9cide -> décide"},
      // A no-break space of its own and one that has become a space.
      {"mot\u00C2\u00A0: \u00C3\u00A9t\u00C3\u00A9", "mot\u00A0: été",
       "\u00C2\u00A0 -> \u00A0 | \u00C3\u00A9t\u00C3\u00A9 -> été"},
      {"il va \u00C3  Paris et \u00C3 Lyon, voil\u00C3 , d\u00C3\u00A8s",
       "il va à Paris et à Lyon, voilà, dès",
       "\u00C3  -> à | \u00C3 -> à | voil\u00C3  -> voilà | d\u00C3\u00A8s -> dès"},
      // A part of a clean text: only what is certain.
      {"était là, été, d\u00C3\u00A9j\u00C3\u00A0 é»", "était là, été, déjà é»",
       "d\u00C3\u00A9j\u00C3\u00A0 -> déjà"},
      {"c\u00C5\u201Cur", "cœur", "c\u00C5\u201Cur -> cœur"},
      // The letter e and a combining acute, encoded twice: the text stays in NFC.
      {"caf\u0065\u00CC\u0081 l\u00C3\u00A0 \u00C3\u00A0", "café là à",
       "caf\u0065\u00CC\u0081 -> café | l\u00C3\u00A0 -> là | \u00C3\u00A0 -> à"},
      // And a letter lost.
      {"\u00C3\u00A0 l\u00E2\u20AC\u2122h\u00C3\u00B4tel s?ret\u00C3\u00A9", "à l’hôtel sûreté",
       "\u00C3\u00A0 -> à | l\u00E2\u20AC\u2122h\u00C3\u00B4tel -> l’hôtel | s?ret\u00C3\u00A9 -> sûreté"},
      {"\u00C3\u00A0 l\u00E2\u20AC\u2122h?pital", "à l’hôpital",
       "\u00C3\u00A0 -> à | l\u00E2\u20AC\u2122h?pital -> l’hôpital"},
      {"s\u00EF\u00BF\u00BDret\u00C3\u00A9", "sûreté", "s\u00EF\u00BF\u00BDret\u00C3\u00A9 -> sûreté"},
  };
  for (const Case& test : kCases) check(test);
}

TEST(Repair, LeavesTextThatOnlyLooksEncodedTwice) {
  for (const char* text : {"à « l’été », où « ça » naît – l’âge…", "é« è» ê° â€ ÂGE SÃO PAULO", "IRMÃ DULCE",
                           "1 € â 2 €", "Å land, Ångström"}) {
    Article article = article_of("", text);
    repair(article);
    EXPECT_EQ(article.text, text);
    EXPECT_TRUE(article.repairs.empty()) << describe(article, TextField::kText);
  }
}

TEST(Repair, DescribesBothFieldsInOrderAndLeavesTheHeader) {
  Article article = article_of("La s?reté", "l\u00C3\u00A0, h?te ma?tre et p?le");
  article.header = "P?KIN, s?reté \u00C3\u00A9";
  repair(article);
  EXPECT_EQ(article.header, "P?KIN, s?reté \u00C3\u00A9");
  EXPECT_EQ(article.title, "La sûreté");
  EXPECT_EQ(article.text, "là, h?te maître et p?le");
  EXPECT_EQ(describe(article, TextField::kTitle), "s?reté -> sûreté");
  EXPECT_EQ(describe(article, TextField::kText),
            "l\u00C3\u00A0 -> là | h?te -> hâte, hôte | ma?tre -> maître | p?le -> pâle, pôle");
}

TEST(Repair, MovesTheDatesWithTheirWords) {
  const std::string text = "à la s?reté, le 13 f\u00C3\u00A9vrier 2019, puis le 1er ao?t 2019";
  Article article = article_of("", text);
  for (const std::string words : {"13 f\u00C3\u00A9vrier 2019", "1er ao?t 2019"}) {
    ArticleDate date;
    const auto begin = static_cast<uint32_t>(text.find(words));
    date.span = Span{TextField::kText, begin, begin + static_cast<uint32_t>(words.size())};
    date.evidence = words;
    article.dates.push_back(date);
  }
  ArticleDate in_header;
  in_header.span = Span{TextField::kHeader, 20, 30};
  in_header.evidence = "le 13/02";
  article.dates.push_back(in_header);
  repair(article);
  const char* const kWords[] = {"13 février 2019", "1er août 2019"};
  for (size_t i = 0; i < 2; ++i) {
    const Span& span = *article.dates[i].span;
    EXPECT_EQ(article.text.substr(span.begin, span.end - span.begin), kWords[i]);
    EXPECT_EQ(article.dates[i].evidence, kWords[i]);
  }
  EXPECT_EQ(article.dates[2].span, (Span{TextField::kHeader, 20, 30}));
  EXPECT_EQ(article.dates[2].evidence, "le 13/02");
}

TEST(Lexicon, FindsEveryWordOfItsTable) {
  EXPECT_EQ(words_like("s?ret?"), std::vector<std::string>{"sûreté"});
  EXPECT_EQ(words_like("c?ur"), std::vector<std::string>{"cœur"});
  EXPECT_EQ(words_like("ga?l"), std::vector<std::string>{"Gaël"});
  EXPECT_TRUE(words_like("").empty());
  EXPECT_TRUE(words_like("?").empty());
  EXPECT_TRUE(words_like("maison").empty());
  EXPECT_TRUE(words_like("zzzz").empty());
  size_t lines = 0;
  for (size_t begin = 0; begin < kLexiconTable.size(); ++lines) {
    const size_t end = kLexiconTable.find('\n', begin);
    const std::string_view line = kLexiconTable.substr(begin, end - begin);
    const std::string first(line.substr(0, line.find_first_of("0123456789:;<=>?@")));
    const auto found = words_like(pattern_of(first));
    EXPECT_NE(std::find(found.begin(), found.end(), first), found.end()) << first;
    begin = end + 1;
  }
  EXPECT_GT(lines, 2000U);
}

TEST(Affixes, MakeTheFormsOfAWord) {
  std::istringstream rules(
      "FLAG long\n"
      "PFX L' Y 1\nPFX L' 0 l' . dp:le\n"
      "SFX S. Y 2\nSFX S. 0 0/L' [^sxz] is:sg\nSFX S. 0 s/L' [^sxz] is:pl\n"
      "SFX X. Y 1\nSFX X. al aux [^n]al\n"
      "PFX Um Y 1\nPFX Um 0 kilo/S.() .\n");
  const Affixes affixes(rules);
  struct {
    const char* line;
    const char* forms;
  } const kCases[] = {
      {"côté/S.() po:nom", "côté côtés "},
      {"cheval/X.L'", "chevaux cheval "},
      {"banal/X.", "banal "},
      {"mètre/Um()", "kilomètre kilomètres "},
      {"où po:adv", "où "},
      {"nez/S.()", ""},
      {"", ""},
  };
  for (const auto& test : kCases) {
    std::string forms;
    affixes.expand(test.line, [&forms](const std::string& form) { forms += form + ' '; });
    EXPECT_EQ(forms, test.forms) << test.line;
  }
  std::istringstream none("SET UTF-8\n");
  EXPECT_THROW(Affixes{none}, std::runtime_error);
}

}  // namespace
}  // namespace depeche
