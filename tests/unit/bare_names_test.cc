#include "common/bare_names.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "common/text/analyzer.h"

namespace depeche {
namespace {

TEST(BareNames, AreOneWordParticlesAside) {
  for (const char* bare : {"Hua", "HUA", "Vallaud-Belkacem", "Le Pen", "LE PEN", "de Villepin", "d'Estaing",
                           "von der Leyen", "van\u00A0den Brink", "Ben Ali", "El Khomri", "de la Vega"})
    EXPECT_TRUE(is_bare_name(bare)) << bare;
  for (const char* full : {"", "Hua Chunying", "Marine Le Pen", "Charles de Gaulle", "Jean-Marie Le Pen",
                           "V. Noir", "Giscard d'Estaing", "Xi\u00A0Jinping"})
    EXPECT_FALSE(is_bare_name(full)) << full;
}

TEST(NameTitle, StandsBeforeTheName) {
  const struct Case {
    const char* text;
    size_t begin;
    Sex sex;
  } kCases[] = {
      {"Hua", 0, kSexUnknown},          {"Mme Hua", 0, kFemale},          {"selon M.\u00A0Hua", 6, kMale},
      {"selon Madame Hua", 6, kFemale}, {"selon Mr Hua", 6, kMale},       {"(Me Hua", 1, kSexUnknown},
      {"« Mme Hua", 3, kFemale},        {"l'homme Hua", 8, kSexUnknown},  {"CMme Hua", 5, kSexUnknown},
      {"M. et Mme Hua", 6, kBothSexes}, {"Mme et M. Hua", 7, kBothSexes}, {"Le secret Mme Hua", 10, kFemale},
      {"Paul et Mme Hua", 8, kFemale},  {"MmeHua", 3, kSexUnknown},
  };
  for (const Case& c : kCases) {
    const std::string_view text = c.text;
    const NameTitle title = title_before(text, text.size() - 3);
    EXPECT_EQ(title.begin, c.begin) << text;
    EXPECT_EQ(title.sex, c.sex) << text;
  }
}

/// An article of which the parts in brackets are persons; `*` behind one links it to another mention.
Article article_of(const std::string& marked) {
  Article article;
  Analyzer analyzer;
  for (const char c : marked) {
    Mention mention;
    switch (c) {
      case '[':
        mention.type = EntityType::kPerson;
        mention.span.begin = static_cast<uint32_t>(article.text.size());
        article.mentions.push_back(mention);
        break;
      case ']': {
        Mention& last = article.mentions.back();
        last.span.end = static_cast<uint32_t>(article.text.size());
        last.key = analyzer.key(article.text.substr(last.span.begin));
        break;
      }
      case '*':
        article.mentions.back().link = MentionLink{};
        break;
      default:
        article.text += c;
    }
  }
  return article;
}

/// "key/sex:mentions …"
std::string summary(const Article& article) {
  std::string text;
  for (const BareName& name : bare_names(article)) {
    text += fmt::format("{}{}/{}:", text.empty() ? "" : " ", name.key, static_cast<int>(name.sex));
    for (const size_t mention : name.mentions) text += std::to_string(mention);
  }
  return text;
}

TEST(BareNames, AreThoseThatNothingInTheArticleExplains) {
  const struct Case {
    const char *text, *names;
  } kCases[] = {
      {"Mme [Hua] parle. [Hua] part.", "hua/2:01"},
      {"[Zhu] voit M. [Le Pen].", "le pen/1:1 zhu/0:0"},
      {"[Hua Chunying] parle. Mme [Hua]* part.", ""},
      {"[Hua Chunying] parle.", ""},
      // what stands for a bare name is one with it; a bare name explains none
      {"M. [de Villepin] parle. [Villepin] part.", "de villepin/1:0 villepin/0:1"},
      // ambiguous, of the other sex, in another place: the article has a full name of that name
      {"[Paul Lenoir] et [Marc Lenoir] sont venus. [Lenoir] part.", ""},
      {"[Paul Lenoir] est venu. Mme [Lenoir] part.", ""},
      {"[Jordane Blois] et [Jordane Petit] chantent. [Jordane] rit.", ""},
      {"[Marine Le Pen] parle. [Pen] et [Le Pen] aussi. [Pe] non.", "pe/0:3"},
      {"M. [Lenoir] et Mme [Lenoir] dansent.", ""},
      {"M. et Mme [Lenoir] dansent.", ""},
      {"[Paul Lenoirs] voit [Lenoir].", "lenoir/0:1"},
  };
  for (const Case& c : kCases) EXPECT_EQ(summary(article_of(c.text)), c.names) << c.text;
}

TEST(BareNames, HaveTheMentionsThatAreLinkedToThem) {
  Article article = article_of("M. [de Villepin] parle. [Villepin]* part.");
  article.mentions[1].key = "de villepin";
  EXPECT_EQ(summary(article), "de villepin/1:01");
}

TEST(BareNames, AreThoseOfPersons) {
  Article article = article_of("[Hua] parle.");
  article.mentions[0].type = EntityType::kOrganisation;
  EXPECT_EQ(summary(article), "");
}

}  // namespace
}  // namespace depeche
