#include "searcher/facets.h"

#include "tests/unit/names_index.h"

namespace depeche {
namespace {

constexpr EntityType kPerson = EntityType::kPerson, kOrg = EntityType::kOrganisation,
                     kPlace = EntityType::kPlace;

Article dated(Article article, const PartialDate& value, const std::string& source) {
  article.dates = {published_on(value)};
  article.source = source;
  return article;
}

std::vector<Article> articles() {
  Article by_two = article_naming("d", {{kPlace, "Pékin", "pekin"}, {kOrg, "ONU", "onu"}});
  by_two.authors = {"Ada Brun", "Li Wei"};
  by_two.section = "Monde";
  by_two.dates = {published_on({1990, 0, 0, 1})};
  return {
      dated(article_naming("a", {{kPlace, "PEKIN", "pekin"},
                                 {kPerson, "Hua Chunying", "hua chunying"},
                                 {kPerson, "Hua", "hua chunying", true},
                                 {kPerson, "Hua", "hua chunying", true},
                                 {kPlace, "Pékin", "pekin"}}),
            {2019, 2, 13}, "Agence Nord"),
      dated(article_naming("b", {{kPlace, "Beijing", "beijing"}, {kPerson, "Li Wei", "li wei"}}),
            {2019, 3, 0}, "AGENCE NORD"),
      dated(article_naming("c", {{kPlace, "Lyon", "lyon"}, {kPlace, "PEKIN", "pekin"}}), {2018, 0, 0},
            "Autre"),
      by_two,
      dated(article_naming("dead", {{kPlace, "Lyon", "lyon"}, {kPlace, "Lyon", "lyon"}}), {2018, 1, 1},
            "Autre"),
      dated(article_naming("e", {}), {0, 2, 13}, ""),
  };
}

/// "FIELD of VALUES: name key articles/mentions, …", a line a facet.
std::string summary(const FacetAnswer& answer) {
  std::string text;
  for (const Facet& facet : answer.facets) {
    text += fmt::format("{} of {}:", facet.field->french, facet.values);
    for (const NameCount& name : facet.top)
      text += fmt::format(" {}={} {}/{}", name.best_form(), name.key, name.articles, name.mentions);
    text += '\n';
  }
  return text;
}

FacetAnswer count(const PublishedIndex& index, const std::string& fields, uint64_t limit = 10,
                  const Aliases* aliases = nullptr, const Query& query = {}) {
  std::vector<const FacetField*> asked;
  for (size_t begin = 0; begin < fields.size();) {
    const size_t end = std::min(fields.find(' ', begin), fields.size());
    asked.push_back(find_facet_field(fields.substr(begin, end - begin)));
    begin = end + 1;
  }
  SearchOptions options;
  options.aliases = aliases;
  options.limit = 1;  // facets are of all matches
  return count_facets(index, query, asked, limit, options);
}

class Facets : public testing::TestWithParam<size_t> {
 protected:
  const TemporaryDirectory directory_;
  const PublishedIndex index_ = publish_articles(directory_.path(), articles(), GetParam(), {"dead"});
};

TEST_P(Facets, CountArticlesAndMentionsOfAllMatches) {
  const FacetAnswer answer = count(index_, "personne org lieu autre source rubrique auteur annee");
  EXPECT_EQ(answer.articles, 5u);
  EXPECT_FALSE(answer.partial);
  EXPECT_EQ(summary(answer),
            "personne of 2: Hua Chunying=hua chunying 1/3 Li Wei=li wei 1/1\n"
            "org of 1: ONU=onu 1/1\n"
            "lieu of 3: Pékin=pekin 3/4 Beijing=beijing 1/1 Lyon=lyon 1/1\n"
            "autre of 0:\n"
            "source of 2: Agence Nord=agence nord 2/2 Autre=autre 1/1\n"
            "rubrique of 1: Monde=monde 1/1\n"
            "auteur of 2: Ada Brun=ada brun 1/1 Li Wei=li wei 1/1\n"
            "annee of 2: 2019=2019 2/2 2018=2018 1/1\n");
}

TEST_P(Facets, AliasesAreOneValue) {
  EXPECT_EQ(summary(count(index_, "lieu", 10, &Aliases::shipped())),
            "lieu of 2: Pékin=pekin 4/5 Lyon=lyon 1/1\n");
}

TEST_P(Facets, OnlyTheMostFrequentArePrintedAndAllAreCounted) {
  EXPECT_EQ(summary(count(index_, "lieu annee", 1)),
            "lieu of 3: Pékin=pekin 3/4\nannee of 2: 2019=2019 2/2\n");
}

TEST_P(Facets, OnlyArticlesThatAnswerCount) {
  const Query query{.kind = Query::Kind::kField, .text = "Hua", .field = FieldId::kPerson};
  const FacetAnswer answer = count(index_, "person place year", 10, nullptr, query);
  EXPECT_EQ(answer.articles, 1u);
  EXPECT_EQ(summary(answer),
            "personne of 1: Hua Chunying=hua chunying 1/3\n"
            "lieu of 1: Pékin=pekin 1/2\n"
            "annee of 1: 2019=2019 1/1\n");
}

TEST_P(Facets, TheFormsOfANameAreKept) {
  const FacetAnswer answer = count(index_, "personne");
  const std::vector<FormCount>& forms = answer.facets[0].top[0].forms;
  ASSERT_EQ(forms.size(), 2u);
  EXPECT_EQ(forms[0].text, "Hua Chunying") << "the whole name stands before a frequent short one";
  EXPECT_EQ(forms[0].mentions, 1u);
  EXPECT_EQ(forms[1].text, "Hua");
  EXPECT_EQ(forms[1].mentions, 2u);
}

TEST_P(Facets, ATimeLimitLeavesAPartialAnswer) {
  SearchOptions options;
  options.time_limit = 1e-9;
  const FacetAnswer answer = count_facets(index_, {}, {find_facet_field("lieu")}, 10, options);
  EXPECT_TRUE(answer.partial);
  EXPECT_LT(answer.articles, 5u);
}

INSTANTIATE_TEST_SUITE_P(Segments, Facets, testing::Values(1, 3, 6));

TEST(FacetFields, AreKnownByTheirNames) {
  const struct Case {
    const char *name, *field;
  } kCases[] = {{"personne", "person"}, {"PERSON", "person"}, {"organisation", "org"}, {"lieu", "place"},
                {"année", "year"},      {"annee", "year"},    {"Year", "year"},        {"auteur", "author"}};
  for (const Case& c : kCases) {
    const FacetField* field = find_facet_field(c.name);
    ASSERT_NE(field, nullptr) << c.name;
    EXPECT_EQ(field->english, c.field);
  }
  for (const char* name : {"", "date", "titre", "entite", "id", "personnes"})
    EXPECT_EQ(find_facet_field(name), nullptr) << name;
}

TEST(NameTally, CapitalsOfDatelinesYieldAndAcronymsStay) {
  NameTally tally;
  tally.start_article();
  for (int i = 0; i < 3; ++i) tally.add("pekin", "PEKIN");
  tally.add("pekin", "Pekin");
  tally.add("pekin", "Pékin");
  for (int i = 0; i < 9; ++i) tally.add("onu", "ONU");
  tally.add("onu", "Onu");
  EXPECT_EQ(tally.count_of("pekin").best_form(), "Pékin");
  EXPECT_EQ(tally.count_of("onu").best_form(), "ONU");
  EXPECT_EQ(tally.count_of("onu").articles, 1u);
  EXPECT_EQ(tally.count_of("absent").articles, 0u);
  EXPECT_EQ(tally.count_of("absent").best_form(), "absent");
}

}  // namespace
}  // namespace depeche
