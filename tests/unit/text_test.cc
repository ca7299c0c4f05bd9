#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/sentence.h"
#include "common/text/stemmer.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

/// "surface:term@position" of every token, "+" before compounds; kinds other than word, part and compound are
/// named.
std::string describe(std::string_view text) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    if (token.kind == TokenKind::kCompound) out += '+';
    out += token.word->term + "@" + std::to_string(token.position);
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kPart &&
        token.kind != TokenKind::kCompound)
      out += "/" + std::string(name_of(token.kind));
  }
  return out;
}

struct TokenCase {
  const char* text;
  const char* tokens;
};

const TokenCase kTokenCases[] = {
    {"", ""},
    {" ,;! ", ""},
    {"La Chine", "la@1 chine@2"},
    // Elision: the closed list, both apostrophes and their look-alikes, any case.
    {"l'image", "l@1/elision image@2"},
    {"l’image", "l@1/elision image@2"},
    {"L\u02BCimage", "l@1/elision image@2"},
    {"l\u2032image", "l@1/elision image@2"},
    {"l\uFF07image", "l@1/elision image@2"},
    {"l´image l`image", "l@1/elision image@2 l@3/elision image@4"},
    {"D'ESPIONNAGE", "d@1/elision espionnage@2/acronym"},
    {"qu'elle jusqu'à lorsqu'il", "qu@1/elision elle@2 jusqu@3/elision a@4 lorsqu@5/elision il@6"},
    {"entr'ouvert", "entr@1/elision ouvert@2"},
    {"de l'Etat", "de@1 l@2/elision etat@3"},
    {"l'ONU", "l@1/elision onu@2/acronym"},
    // Exceptions stay whole.
    {"aujourd'hui", "aujourd'hui@1/exception"},
    {"Aujourd’hui", "aujourd'hui@1/exception"},
    {"la presqu'île", "la@1 presqu'ile@2/exception"},
    {"les prud'hommes", "les@1 prud'hommes@2/exception"},
    {"quelqu'un", "quelqu'un@1/exception"},
    {"Conor O'Brien", "conor@1 o'brien@2/exception"},
    {"d'Artagnan", "d'artagnan@1/exception"},
    {"jusqu'aujourd'hui", "jusqu@1/elision aujourd'hui@2/exception"},
    // Quotes are no apostrophes.
    {"'programme PRISM',", "programme@1 prism@2/acronym"},
    {"les élus'", "les@1 elus@2"},
    // Compounds: parts at p and p+1, the joined form beside them.
    {"cyber-espionnage", "+cyberespionnage@1 cyber@1 espionnage@2"},
    {"Cyber\u2011outils", "+cyberoutils@1 cyber@1 outils@2"},
    {"de cyber-outils offensifs", "de@1 +cyberoutils@2 cyber@2 outils@3 offensifs@4"},
    {"l'ex-ministre", "l@1/elision +exministre@2 ex@2 ministre@3"},
    {"COVID-19", "+covid19@1 covid@1/acronym 19@2/number"},
    {"McDonald's", "+mcdonalds@1 mcdonald@1 s@2"},
    {"grand'mère", "+grandmere@1 grand@1 mere@2"},
    {"a-t-elle", "a@1 t@2 elle@3"},
    {"dit-il", "dit@1 il@2"},
    {"2017-2018", "2017@1/number 2018@2/number"},
    {"Côte-d'Or", "cote@1 d@2/elision or@3"},
    {"mot- clé", "mot@1 cle@2"},
    // Numbers and signs.
    {"49.3", "49.3@1/number"},
    {"3,5 %", "3,5@1/number"},
    {"en 2019.", "en@1 2019@2/number"},
    {"5G et G7", "5g@1/number et@2 g7@3"},
    {"C++, C#", "c++@1 c#@2"},
    {"13/02", "13@1/number 02@2/number"},
    {"09h10", "09h10@1/number"},
    // Acronyms.
    {"ONU", "onu@1/acronym"},
    {"O.N.U.", "onu@1/acronym"},
    {"l'O.N.U", "l@1/elision onu@2/acronym"},
    {"M. A. Dupont", "m@1 a@2 dupont@3"},
    // Folding.
    {"cœur Œuvre", "coeur@1 oeuvre@2"},
    {"e\u0301te\u0301", "ete@1"},
    {"ﬁn", "fin@1"},
    {"Straße", "strasse@1"},
    {"cyber\u00ADattaque", "cyberattaque@1"},
    // Paragraphs.
    {"un\ndeux", "un@1 deux@102"},
    {"un\n\n\ndeux", "un@1 deux@102"},
    {"\nun", "un@1"},
    // Ill-formed bytes separate.
    {"caf\xE9 noir", "caf@1 noir@2"},
};

TEST(Analyzer, TokenisesFrench) {
  for (const TokenCase& c : kTokenCases) EXPECT_EQ(describe(c.text), c.tokens) << c.text;
}

TEST(Analyzer, OffsetsAreThoseOfTheTextGiven) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  const std::string text = "De l’e\u0301te\u0301 à cyber-espionnage";
  analyzer.analyze(text, tokens);
  std::vector<std::string> surfaces;
  for (const Token& token : tokens) surfaces.push_back(text.substr(token.begin, token.end - token.begin));
  EXPECT_EQ(surfaces, (std::vector<std::string>{"De", "l", "e\u0301te\u0301", "à", "cyber-espionnage",
                                                "cyber", "espionnage"}));
}

TEST(Analyzer, AWordTooLongTakesAPositionButIsNoTerm) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  EXPECT_EQ(analyzer.analyze("a " + std::string(65, 'x') + " b", tokens), 1U);
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[1].position, 3U);
  EXPECT_EQ(analyzer.analyze(std::string(64, 'x'), tokens), 0U);
  EXPECT_EQ(analyzer.analyze(std::string(10'000'000, 'x'), tokens), 1U);
}

TEST(Analyzer, TheBodyBeginsAThousandBehindTheTitle) {
  Analyzer analyzer;
  ArticleTokens tokens;
  analyzer.analyze_article("Un titre", "Le texte", tokens);
  EXPECT_EQ(tokens.title.back().position, 2U);
  EXPECT_EQ(tokens.text.front().position, 1002U);
  analyzer.analyze_article("", "Le texte", tokens);
  EXPECT_EQ(tokens.text.front().position, 1000U);
}

TEST(Analyzer, ADamagedWordIsEachOfItsReadings) {
  Analyzer analyzer;
  ArticleTokens tokens;
  analyzer.analyze_article("", "sa h?te est là", tokens, {}, {{3, 7, {"hâte", "hôte"}}});
  std::string described;
  for (const Token& token : tokens.text)
    described += token.word->term + "@" + std::to_string(token.position - 999) + "[" +
                 std::to_string(token.begin) + "," + std::to_string(token.end) + ") ";
  EXPECT_EQ(described, "sa@1[0,2) hate@2[3,7) hote@2[3,7) est@3[8,11) la@4[12,15) ");
}

struct KeyCase {
  const char* name;
  const char* key;
};

TEST(WordFilter, LetsPassWhatMayBeAskedFor) {
  const WordFilter filter({"ministre", "ecole", "a", "49.3", "c++", "", "中国"});
  for (const char* word : {"ministre", "MINISTRE", "Mince", "mi", "école", "Ecole", "École", "ec", "a", "A",
                           "à", "49.3", "4953", "C++", "é", "中国", "e\u0301cole", "m\u00ADinistre", "œil"})
    EXPECT_TRUE(filter.may_be_asked_for(word)) << word;
  for (const char* word : {"loi", "m", "M", "maire", "ab", "4", "5G", "e", "eau", "im"})
    EXPECT_FALSE(filter.may_be_asked_for(word)) << word;
}

/// A filter changes no token but those that it rules out, and the words of these are found by themselves.
TEST(WordFilter, LeavesTokensAsTheyAre) {
  const std::string
      title = "L'École de l'O.N.U. : e-mail",
      text =
          "Le ministre-président MINISTRE d'aujourd'hui, p?che 49.3 C++ ; la minute à Évry.\nMi-août, "
          "m\u00ADinistre, Île-de-France, Lyon";
  const size_t damaged = text.find("p?che");
  const std::vector<Alternatives> readings{
      {static_cast<uint32_t>(damaged), static_cast<uint32_t>(damaged + 5), {"pêche", "péché"}}};
  Analyzer analyzer;
  ArticleTokens all, some;
  const WordFilter filter({"ministre", "aout"});
  analyzer.analyze_article(title, text, all, {}, readings);
  analyzer.analyze_article(title, text, some, {}, readings, &filter);
  size_t ruled_out = 0;
  for (const auto& [whole, filtered, field] :
       {std::tuple(&all.title, &some.title, &title), std::tuple(&all.text, &some.text, &text)}) {
    ASSERT_EQ(whole->size(), filtered->size());
    for (size_t i = 0; i < whole->size(); ++i) {
      const Token &a = (*whole)[i], &b = (*filtered)[i];
      EXPECT_EQ(a.begin, b.begin);
      EXPECT_EQ(a.end, b.end);
      EXPECT_EQ(a.position, b.position);
      EXPECT_EQ(a.positional(), b.positional());
      if (b.word->term.empty()) {
        ++ruled_out;
        EXPECT_FALSE(a.word->term.starts_with("mi")) << a.word->term;
        EXPECT_EQ(analyzer.word(field->substr(b.begin, b.end - b.begin)).term, a.word->term);
      } else {
        EXPECT_EQ(a.word, b.word);
      }
    }
  }
  EXPECT_EQ(ruled_out, 6u) << "de Le 49.3 C++ la Lyon";
}

TEST(Analyzer, KeysAreFoldedWords) {
  const KeyCase kCases[] = {
      {"Hua Chunying", "hua chunying"},
      {"ministère de l’Intérieur", "ministere de l interieur"},
      {"Saint-Étienne", "saint etienne"},
      {"  O.N.U.  ", "onu"},
      {"", ""},
  };
  Analyzer analyzer;
  for (const KeyCase& c : kCases) EXPECT_EQ(analyzer.key(c.name), c.key) << c.name;
}

/// Random texts of awkward pieces: offsets on code-point boundaries, ascending positions, terms that Xapian
/// takes.
TEST(Analyzer, HoldsItsInvariantsOnAnyText) {
  const std::vector<std::string> kPieces = {"l'",     "l’",   "-", "é", "e\u0301", "\n",  "A", "O'",
                                            ".",      ",",    "1", "9", "aujourd", "hui", "'", "++",
                                            "\u00AD", "\xE9", "œ", "𝒜", "日本",    " "};
  std::mt19937 random(1);
  Analyzer analyzer;
  std::vector<Token> tokens;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned i = random() % 30; i > 0; --i) text += kPieces[random() % kPieces.size()];
    analyzer.analyze(text, tokens);
    uint32_t position = 0, end = 0;
    for (const Token& token : tokens) {
      ASSERT_LT(token.begin, token.end) << text;
      ASSERT_LE(token.end, text.size()) << text;
      ASSERT_FALSE(token.word->term.empty()) << text;
      ASSERT_LE(token.word->term.size(), 245U) << text;
      ASSERT_EQ(find_invalid_utf8(token.word->term), std::string::npos) << text;
      ASSERT_NE(static_cast<unsigned char>(text[token.begin]) & 0xC0, 0x80) << text;
      if (!token.positional()) continue;
      ASSERT_GT(token.position, position) << text;
      ASSERT_GE(token.begin, end) << text;
      position = token.position;
      end = token.end;
    }
  }
}

struct FoldCase {
  const char* text;
  const char* folded;
};

TEST(Fold, DropsCaseAccentsAndLigatures) {
  const FoldCase kCases[] = {
      {"Sûreté", "surete"},
      {"CŒUR", "coeur"},
      {"Æsir", "aesir"},
      {"ÇA", "ca"},
      {"Ångström", "angstrom"},
      {"Łódź", "lodz"},
      {"smørrebrød", "smorrebrod"},
      {"İstanbul", "istanbul"},
      {"Ελλάδα", "ελλαδα"},
      {"м²", "м2"},
      {"日本", "日本"},
      {"naïve", "naive"},
  };
  for (const FoldCase& c : kCases) EXPECT_EQ(fold(c.text), c.folded) << c.text;
}

TEST(Fold, IsIdempotentOnEveryCodePoint) {
  for (char32_t c = 1; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    append_utf8(text, c);
    const std::string once = fold(text);
    ASSERT_EQ(fold(once), once) << std::hex << static_cast<uint32_t>(c);
  }
}

struct MatchCase {
  const char* written;
  const char* typed;
  bool quoted, exact;
};

TEST(Readings, DecideExactness) {
  const MatchCase kCases[] = {
      {"état", "état", true, true},    {"Etat", "état", true, true},
      {"ETAT", "état", true, true},    {"etat", "état", false, false},
      {"état", "etat", true, false},   {"Etat", "etat", true, true},
      {"côte", "côté", false, false},  {"côté", "cote", true, false},
      {"cote", "cote", true, true},    {"COTE", "côté", true, true},
      {"Œuvre", "œuvre", true, true},  {"oeuvre", "œuvre", true, true},
      {"OEuvre", "œuvre", true, true}, {"À", "à", true, true},
      {"A", "à", true, true},          {"a", "à", false, false},
      {"Chine", "chine", true, true},  {"Pekin", "pékin", false, false},
      {"PEKIN", "pékin", true, true},  {"image", "images", false, false},
  };
  for (const MatchCase& c : kCases) {
    EXPECT_EQ(matches_quoted(reading_of(c.written), c.typed), c.quoted)
        << c.written << " \"" << c.typed << '"';
    EXPECT_EQ(matches_exact(reading_of(c.written), c.typed), c.exact) << c.written << " =" << c.typed;
  }
}

/// Each row: forms that must share a stem. The first rows are what Snowball of Xapian 1.4.22 gets wrong.
TEST(Stemmer, FormsOfOneWordMeet) {
  const std::vector<std::vector<const char*>> kRows = {
      {"français", "française", "françaises", "francais", "francaise"},
      {"mauvais", "mauvaise", "mauvaises"},
      {"japonais", "japonaise"},
      {"élu", "élus", "élue", "élues"},
      {"hacker", "hackers"},
      {"avion", "avions"},
      {"million", "millions"},
      {"ami", "amis", "amie"},
      {"soumis", "soumise"},
      {"précis", "précise"},
      {"loi", "lois"},
      {"jeu", "jeux"},
      {"lieu", "lieux"},
      {"travail", "travaux"},
      {"journal", "journaux"},
      {"bijou", "bijoux"},
      {"parti", "partis"},
      {"média", "médias"},
      {"euro", "euros"},
      {"délai", "délais"},
      {"cyberattaque", "cyberattaques"},
      {"image", "images"},
      {"chinois", "chinoise", "chinoises"},
      {"crédit", "crédits"},
  };
  const Stemmer stemmer;
  for (const auto& row : kRows) {
    const auto first = stemmer.stems(row[0]);
    for (const char* form : row) {
      const auto stems = stemmer.stems(form);
      EXPECT_TRUE(std::find(stems.begin(), stems.end(), first[0]) != stems.end() ||
                  std::find(first.begin(), first.end(), stems[0]) != first.end())
          << row[0] << " / " << form << ": " << first[0] << " / " << stems[0];
    }
  }
}

TEST(Stemmer, DifferentWordsStayApart) {
  const std::pair<const char*, const char*> kRows[] = {
      {"palais", "pal"}, {"mauvais", "mauve"}, {"paris", "parier"}, {"crise", "cri"}, {"français", "franc"},
  };
  const Stemmer stemmer;
  for (const auto& [a, b] : kRows) EXPECT_NE(stemmer.stems(a)[0], stemmer.stems(b)[0]) << a << " / " << b;
  EXPECT_EQ(stemmer.stems("cyber"), std::vector<std::string>{"cyber"});
}

TEST(Sentences, BeginAfterFullStopsButNotAfterTitles) {
  struct Case {
    const char* text;
    const char* starts;  // the text with | where a sentence begins
  } const kCases[] = {
      {"", ""},
      {"M. Dupont a parlé. Mme Hua aussi !\nLe 3 mai, art. 5. Fin.",
       "|M. Dupont a parlé. |Mme Hua aussi !\n|Le 3 mai, art. 5. |Fin."},
      {"Qui vient ? Personne. Et après ?\u00A0Rien. Fin.",
       "|Qui vient ? |Personne. |Et après ?\u00A0|Rien. |Fin."},
      {"Qui vient? Personne.", "|Qui vient? |Personne."},
      {"\"Personne.\" Il l'a dit (deux fois.) Puis il part.",
       "|\"Personne.\" |Il l'a dit (deux fois.) |Puis il part."},
      // Bug: a word that ended like an abbreviation (n., art., mer.) was taken for one.
      {"Le jeu de la nation. Pour sa part. La mer. Au large de Brest. Fin.",
       "|Le jeu de la nation. |Pour sa part. |La mer. |Au large de Brest. |Fin."},
      {"Mme. Morel et le Dr. J. Diaz, le 12 févr. 2019, art. 5, n. 3. En déc. Rien.",
       "|Mme. Morel et le Dr. J. Diaz, le 12 févr. 2019, art. 5, n. 3. |En déc. |Rien."},
      // Bug: a question mark in the place of a lost letter ended a sentence inside the word.
      {"La s?reté du port ne fait qu'accro?tre la crainte. Fin.",
       "|La s?reté du port ne fait qu'accro?tre la crainte. |Fin."},
      {"La s\uFFFDreté du port.", "|La s\uFFFDreté du port."},
      // Bug: the same at the word's end.
      {"Il a accéd? au port, et l'a quitt?. Fin.", "|Il a accéd? au port, et l'a quitt?. |Fin."},
      {"Voir www.Exemple.Net/?Page=2 et ?tat.", "|Voir www.Exemple.Net/?Page=2 et ?tat."},
  };
  for (const Case& row : kCases) {
    std::string marked = row.text;
    size_t inserted = 0;
    for (const uint32_t start : sentence_starts(row.text)) marked.insert(start + inserted++, 1, '|');
    EXPECT_EQ(marked, row.starts);
  }
}

}  // namespace
}  // namespace depeche
