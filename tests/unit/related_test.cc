// Variants, similar articles, related terms: on a small index of invented dispatches.
#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "searcher/query/parser.h"
#include "searcher/related/demonyms.h"
#include "searcher/related/keyness.h"
#include "searcher/related/related_terms.h"
#include "searcher/related/similar.h"
#include "searcher/related/variants.h"
#include "searcher/related/word_tally.h"
#include "tests/unit/names_index.h"

namespace depeche {
namespace {

Query query_of(const std::string& text) { return std::get<Query>(parse(text, Day{std::chrono::sys_days{}})); }

Article telling(const std::string& id, const std::string& title, const std::string& text) {
  Article article;
  article.id = id;
  article.title = title;
  article.text = text;
  return article;
}

std::vector<Article> articles() {
  std::vector<Article> articles{
      telling("a", "Sûreté nucléaire",
              "La sûreté du réacteur inquiète. SURETE et surete. Le cyber-espionnage vise le réacteur."),
      telling("b", "Le réacteur à l'arrêt",
              "Le réacteur nucléaire est à l'arrêt ; l'autorité de sûreté enquête sur le cyberespionnage."),
      telling("c", "Football",
              "Le match de football a été remporté par le club. Les sûretés bancaires suivent."),
      telling("d", "Cyber espionnage", "Le cyber espionnage progresse. Le match nul de football aussi."),
      telling("e", "Pluie", "Il pleut sur la côte."),
  };
  Article named = article_naming(
      "f", {{EntityType::kPlace, "Chine", "chine"}, {EntityType::kPerson, "Hua Chunying", "hua chunying"}});
  named.text += "Le régime chinois parle de réacteur nucléaire.";
  Article again = article_naming(
      "g", {{EntityType::kPlace, "Chine", "chine"}, {EntityType::kPerson, "Hua Chunying", "hua chunying"}});
  again.text += "Les autorités chinoises parlent de réacteurs.";
  articles.push_back(named);
  articles.push_back(again);
  return articles;
}

class Related : public testing::TestWithParam<size_t> {
 protected:
  TemporaryDirectory directory;
  PublishedIndex index = publish_articles(directory.path(), articles(), GetParam());
};
INSTANTIATE_TEST_SUITE_P(Segments, Related, testing::Values(1, 3));

/// "form kind hits/articles, …"
std::string shown(const Variants& variants) {
  std::string text;
  for (const Variant& variant : variants.variants)
    text += fmt::format("{}{} {} {}/{}", text.empty() ? "" : ", ", variant.form, name_of(variant.kind),
                        variant.hits, variant.articles);
  return text;
}

TEST_P(Related, VariantsAreCountedByForm) {
  const struct Case {
    const char *word, *variants;
  } kCases[] = {
      {"sûreté", "sûreté same 3/2, surete accents 2/1, sûretés form 1/1"},
      {"surete", "sûreté accents 3/2, surete same 2/1, sûretés form 1/1"},
      {"cyberespionnage",
       "cyber espionnage joining 2/1, cyber-espionnage joining 1/1, cyberespionnage same 1/1"},
      {"cyber-espionnage",
       "cyber espionnage joining 2/1, cyber-espionnage same 1/1, cyberespionnage joining 1/1"},
      {"cyber espionnage",
       "cyber espionnage same 2/1, cyber-espionnage joining 1/1, cyberespionnage joining 1/1"},
      {"absent", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(shown(list_variants(index, c.word, {})), c.variants) << c.word;
}

TEST_P(Related, VariantsHavePages) {
  SearchOptions options;
  options.offset = 1;
  options.limit = 1;
  const Variants page = list_variants(index, "sûreté", options);
  EXPECT_EQ(shown(page), "surete accents 2/1");
  EXPECT_EQ(page.found, 3u);
  EXPECT_EQ(page.articles, 3u);
  EXPECT_EQ(page.read, 3u);
}

TEST_P(Related, AMarkIsNoWord) {
  for (const char* word : {"", "—", "..."}) EXPECT_THROW(list_variants(index, word, {}), Error) << word;
}

TEST_P(Related, SimilarArticlesShareTheWordsThatTellOneApart) {
  const Query query = similar_to(index, articles()[0]);
  EXPECT_EQ(query.kind, Query::Kind::kNot);
  const std::string text = to_text(query);
  EXPECT_TRUE(text.ends_with(" SAUF id:a")) << text;
  for (const char* word : {"sûreté", "réacteur", "nucléaire"})
    EXPECT_NE(text.find(word), std::string::npos) << text;
  for (const char* word : {" la ", "inquiète", "vise"}) EXPECT_EQ(text.find(word), std::string::npos) << text;
  const Answer answer = search(index, query, {});
  ASSERT_FALSE(answer.matches.empty());
  EXPECT_EQ(answer.matches[0].article.id, "b");
  EXPECT_EQ(similar_to(index, articles()[4]).kind, Query::Kind::kAll) << "nothing in common with others";
}

TEST_P(Related, AShareOfTheBestScoreLeavesOutTheRest) {
  SearchOptions all, best;
  best.least_share = 1;
  const Query query = query_of("réacteur OU football OU sûreté");
  EXPECT_GT(search(index, query, all).articles, 1u);
  const Answer answer = search(index, query, best);
  EXPECT_EQ(answer.articles, 1u);
  EXPECT_EQ(answer.matches.size(), 1u);
}

/// "kind:query answers/articles, …"
std::string shown(const std::vector<RelatedTerm>& terms) {
  std::string text;
  for (const RelatedTerm& term : terms)
    text += fmt::format("{}{}:{} {}/{}", text.empty() ? "" : ", ", name_of(term.kind), term.query,
                        term.answers, term.articles);
  return text;
}

TEST_P(Related, TermsOfTheBestAnswers) {
  EXPECT_EQ(shown(related_terms(index, query_of("lieu:Chine"), {}).terms),
            "word:parle 2/2, word:parlent 1/1, word:régime 1/1, word:réacteur 2/4, word:autorités 1/2, "
            "word:nucléaire 1/3, name:personne:\"Hua Chunying\" 2/2, demonym:chinois 2/2");
  const RelatedTerms related = related_terms(index, query_of("chinoises"), {});
  EXPECT_EQ(shown(related.terms).substr(shown(related.terms).rfind("place:")), "place:lieu:Chine 2/2");
  EXPECT_EQ(related.read, 2u);
  EXPECT_EQ(related_terms(index, query_of("absent"), {}).terms.size(), 0u);
}

TEST(RelatedTerms, DemonymsAndPlacesOfAQuery) {
  const struct Case {
    const char *query, *terms;
  } kCases[] = {
      {"lieu:Chine", "demonym:chinois 0/0"},
      {"lieu:chine sûreté", "demonym:chinois 0/0"},
      {"la Chine", "demonym:chinois 0/0"},
      {"norvégienne", "place:lieu:Norvège 0/0"},
      {"réacteur", ""},
      {"réacteur SAUF lieu:Chine", ""},
      {"date:2019", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(shown(related_demonyms(query_of(c.query))), c.terms) << c.query;
}

TEST(Demonyms, AreRelatedToPlaces) {
  const Demonyms demonyms =
      Demonyms::parse("# comment\nChine\tchinois\nCongo\tcongolais\nZaïre\tcongolais\tzaïrois\n");
  EXPECT_EQ(demonyms.of_place("zaire"), (std::vector<std::string>{"congolais", "zaïrois"}));
  EXPECT_TRUE(demonyms.of_place("lyon").empty());
  Analyzer analyzer;
  EXPECT_EQ(demonyms.places_of(analyzer.word("congolaises").stems.front()),
            (std::vector<std::string>{"Congo", "Zaïre"}));
  EXPECT_THROW(Demonyms::parse("Chine\n"), Error);
  EXPECT_EQ(Demonyms::shipped().of_place("chine"), std::vector<std::string>{"chinois"});
}

TEST_P(Related, KeyWordsTellTwoSetsApart) {
  const Keyness keyness = find_key_words(index, query_of("réacteur"), query_of("football"), {});
  EXPECT_EQ(keyness.sets[0].articles, 4u);
  EXPECT_EQ(keyness.sets[1].articles, 2u);
  EXPECT_FALSE(keyness.same);
  std::string more, less;
  for (const KeyWord& word : keyness.more)
    if (word.times[0] > 2) more += fmt::format("{} {}/{} ", word.text, word.times[0], word.times[1]);
  for (const KeyWord& word : keyness.less)
    if (word.times[1] > 1) less += fmt::format("{} {}/{} ", word.text, word.times[0], word.times[1]);
  EXPECT_EQ(more, "parle 5/0 nucléaire 3/0 sûreté 4/1 ");
  EXPECT_EQ(less, "cyber 0/2 espionnage 0/2 match 0/2 ");
  EXPECT_TRUE(find_key_words(index, query_of("réacteur"), query_of("réacteurs"), {}).same);
  SearchOptions second;
  second.offset = 1;
  second.limit = 1;
  const Keyness page = find_key_words(index, query_of("réacteur"), query_of("football"), second);
  ASSERT_EQ(page.more.size(), 1u);
  EXPECT_EQ(page.more[0].text, keyness.more[1].text);
  EXPECT_EQ(page.found_more, keyness.found_more);
  const Keyness none = find_key_words(index, query_of("réacteur"), query_of("absent"), {});
  EXPECT_EQ(none.sets[1].articles, 0u);
  EXPECT_TRUE(none.more.empty() && none.less.empty());
}

TEST(Keyness, LikelihoodIsRaysonAndGarsides) {
  // 10 times in 1,000 words and 5 in 2,000: 5 and 10 were expected.
  EXPECT_NEAR(keyness_likelihood(10, 1000, 5, 2000), 2 * (10 * std::log(10 / 5.0) + 5 * std::log(5 / 10.0)),
              1e-9);
  EXPECT_NEAR(keyness_likelihood(3, 1000, 0, 2000), 2 * 3 * std::log(3.0), 1e-9);
  EXPECT_NEAR(keyness_likelihood(5, 1000, 10, 2000), 0, 1e-9);
  EXPECT_EQ(keyness_likelihood(0, 1000, 0, 2000), 0);
  EXPECT_EQ(keyness_likelihood(5, 1000, 0, 0), 0);
}

TEST(Keyness, OtherDatesTakeThePlaceOfThoseOfTheQuery) {
  const struct Case {
    const char *query, *dates, *text;
  } kCases[] = {
      {"santé", "date:2018", "santé ET date:2018"},
      {"santé date:2019", "date:2018", "santé ET date:2018"},
      {"date:2019", "date:2018", "date:2018"},
      {"santé date:2019 lieu:Lyon", "date:2018", "santé ET lieu:Lyon ET date:2018"},
      {"santé evenement:2019", "date:2018", "santé ET evenement:2019 ET date:2018"},
      {"santé OU date:2019", "date:2018", "(santé OU date:2019) ET date:2018"},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(to_text(in_other_dates(query_of(c.query), query_of(c.dates))), c.text) << c.query;
}

TEST(WordTally, CountsWhatMayTell) {
  WordTally tally(WordTally::Names::kCounted);
  tally.add(telling("a", "Les 3 porte-parole de l'ONU", "Mme Hua et le porte-parole : il pleut, il a plu."));
  tally.add(telling("b", "", "Des Porte-parole."));
  std::string text;
  for (const CountedWord& word : tally.words())
    text += fmt::format("{} {}/{} ", word.text, word.tokens, word.articles);
  EXPECT_EQ(text, "hua 1/1 pleut 1/1 plu 1/1 porte-parole 3/2 ONU 1/1 ");
}

TEST(Variants, Kinds) {
  const struct Case {
    const char *word, *form;
    VariantKind kind;
  } kCases[] = {
      {"Sûreté", "sûreté", VariantKind::kSame},
      {"sûreté", "surete", VariantKind::kAccents},
      {"sûreté", "sûretés", VariantKind::kForm},
      {"cyber-outil", "cyberoutil", VariantKind::kJoining},
      {"cyberoutil", "cyber outil", VariantKind::kJoining},
      {"église-état", "eglise\u2011etat", VariantKind::kJoining},
  };
  for (const Case& c : kCases) EXPECT_EQ(variant_kind(c.word, c.form), c.kind) << c.word << " " << c.form;
}

}  // namespace
}  // namespace depeche
