// What stands with the answers of a query, and the network of names: compared with counting by hand.
#include "searcher/related/cooccurrence.h"

#include <cmath>
#include <map>
#include <random>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "common/text/sentence.h"
#include "searcher/query/parser.h"
#include "searcher/related/network.h"
#include "tests/unit/names_index.h"

namespace depeche {
namespace {

Query query_of(const std::string& text) {
  return text.empty() ? Query() : std::get<Query>(parse(text, Day(std::chrono::sys_days{})));
}

struct Name {
  EntityType type;
  const char *words, *key;
};
constexpr Name kNames[] = {
    {EntityType::kPlace, "Lyon", "lyon"},        {EntityType::kPlace, "Brest", "brest"},
    {EntityType::kPlace, "Nantes", "nantes"},    {EntityType::kPerson, "Ada Brun", "ada brun"},
    {EntityType::kPerson, "Li Wei", "li wei"},   {EntityType::kOrganisation, "ONU", "onu"},
    {EntityType::kOrganisation, "OTAN", "otan"},
};
constexpr const char* kWords[] = {"grève", "port", "pluie", "vote", "match"};

/// An article of short sentences, each with names and words by chance; one in three is not dated for certain.
Article random_article(size_t number, std::mt19937& random) {
  const auto any = [&](size_t size) { return random() % size; };
  Article article;
  article.id = fmt::format("a{:03}", number);
  for (size_t sentence = 1 + any(3); sentence > 0; --sentence) {
    article.text += "Un";
    for (size_t n = any(3); n > 0; --n) {
      const Name& name = kNames[any(std::size(kNames))];
      article.text += " ";
      Mention mention;
      mention.type = name.type;
      mention.key = name.key;
      mention.span.begin = static_cast<uint32_t>(article.text.size());
      article.text += name.words;
      mention.span.end = static_cast<uint32_t>(article.text.size());
      article.mentions.push_back(mention);
    }
    for (size_t n = any(3); n > 0; --n) article.text += std::string(" ") + kWords[any(std::size(kWords))];
    // A compound in capitals has no stem, hence no term of its own.
    article.text += number % 3 == 0 ? " parle de la CI-JOINTE. " : " parle. ";
  }
  article.sentences = sentence_starts(article.text);
  article.dates = {published_on({2019, 2, 1 + static_cast<unsigned>(any(28))})};
  article.dates[0].inferred = any(3) == 0;
  return article;
}

std::vector<Article> random_articles(size_t number) {
  std::mt19937 random(20190213);  // NOLINT: the same corpus each time
  std::vector<Article> articles;
  for (size_t i = 0; i < number; ++i) articles.push_back(random_article(i, random));
  return articles;
}

/// The sentences of an article, each as the set of what stands in it.
std::vector<std::set<std::string>> sentences_of(const Article& article) {
  std::vector<std::set<std::string>> sentences(article.sentences.size());
  for (size_t i = 0; i < sentences.size(); ++i) {
    const size_t begin = article.sentences[i];
    const size_t end = i + 1 < sentences.size() ? article.sentences[i + 1] : article.text.size();
    const std::string text = article.text.substr(begin, end - begin);
    for (const char* word : kWords)
      if (text.find(word) != std::string::npos) sentences[i].insert(word);
    for (const Name& name : kNames)
      if (text.find(name.words) != std::string::npos) sentences[i].insert(name.key);
  }
  return sentences;
}

std::set<std::string> all_of(const Article& article) {
  std::set<std::string> all;
  for (const auto& sentence : sentences_of(article)) all.insert(sentence.begin(), sentence.end());
  return all;
}

struct Counts {
  uint64_t together = 0, everywhere = 0;
};

/// By hand: units that match have `asked`.
std::map<std::string, Counts> count(const std::vector<std::set<std::string>>& units,
                                    const std::string& asked) {
  std::map<std::string, Counts> counts;
  for (const auto& unit : units)
    for (const std::string& item : unit) {
      ++counts[item].everywhere;
      counts[item].together += unit.contains(asked) ? 1 : 0;
    }
  return counts;
}

class Cooccur : public testing::TestWithParam<size_t> {
 protected:
  std::vector<Article> articles = random_articles(150);
  TemporaryDirectory directory;
  PublishedIndex index = publish_articles(directory.path(), articles, GetParam(), {"a000"});

  void SetUp() override { articles.erase(articles.begin()); }  // superseded
  Cooccurrences found(const std::string& query, std::optional<FieldId> field, CooccurrenceScope scope) {
    SearchOptions options;
    options.limit = 1000;
    return find_cooccurrents(index, query_of(query), {field, scope}, options);
  }
  void expect(const Cooccurrences& found, const std::vector<std::set<std::string>>& units,
              const std::string& asked, const std::set<std::string>& candidates) {
    const auto counts = count(units, asked);
    uint64_t matching = 0;
    for (const auto& unit : units) matching += unit.contains(asked) ? 1 : 0;
    EXPECT_EQ(found.matching, matching);
    EXPECT_EQ(found.compared, units.size());
    std::set<std::string> expected, actual;
    for (const auto& [item, count] : counts)
      if (item != asked && candidates.contains(item) &&
          count.together * units.size() > matching * count.everywhere)
        expected.insert(fmt::format("{} {}/{}", item, count.together, count.everywhere));
    for (const Cooccurrent& item : found.top)
      actual.insert(
          fmt::format("{} {}/{}", found.asked.field ? item.key : item.text, item.together, item.everywhere));
    EXPECT_EQ(actual, expected);
    EXPECT_FALSE(expected.empty()) << "or the test shows nothing";
    for (size_t i = 1; i < found.top.size(); ++i)
      EXPECT_GE(found.top[i - 1].likelihood, found.top[i].likelihood);
  }
};
INSTANTIATE_TEST_SUITE_P(Segments, Cooccur, testing::Values(1, 3));

TEST_P(Cooccur, NamesInArticlesAreCountedByHandToo) {
  std::vector<std::set<std::string>> units;
  for (const Article& article : articles) units.push_back(all_of(article));
  expect(found("grève", FieldId::kEntity, CooccurrenceScope::kArticle), units, "grève",
         {"lyon", "brest", "nantes", "ada brun", "li wei", "onu", "otan"});
  expect(found("lieu:Lyon", FieldId::kPlace, CooccurrenceScope::kArticle), units, "lyon",
         {"brest", "nantes"});
}

TEST_P(Cooccur, NamesAndWordsInSentencesToo) {
  for (const auto& [query, asked] : {std::pair("grève", "grève"), std::pair("lieu:Lyon", "lyon")}) {
    std::vector<std::set<std::string>> units;
    for (const Article& article : articles)
      if (all_of(article).contains(asked))
        for (auto& sentence : sentences_of(article)) units.push_back(std::move(sentence));
    expect(found(query, FieldId::kEntity, CooccurrenceScope::kSentence), units, asked,
           {"lyon", "brest", "nantes", "ada brun", "li wei", "onu", "otan"});
    Cooccurrences words = found(query, {}, CooccurrenceScope::kSentence);
    const std::set<std::string> candidates(std::begin(kWords), std::end(kWords));
    std::erase_if(words.top, [&](const Cooccurrent& word) { return !candidates.contains(word.text); });
    expect(words, units, asked, candidates);
  }
}

TEST_P(Cooccur, WordsInArticles) {
  const Cooccurrences words = found("grève", {}, CooccurrenceScope::kArticle);
  EXPECT_EQ(words.compared, index.database.get_doccount());
  for (const Cooccurrent& word : words.top) {
    EXPECT_GE(word.everywhere, word.together) << word.text;
    uint64_t together = 0;
    for (const Article& article : articles)
      together +=
          all_of(article).contains("grève") && article.text.find(word.text) != std::string::npos ? 1 : 0;
    if (std::ranges::count(kWords, word.text) > 0) {
      EXPECT_EQ(word.together, together) << word.text;
    }
    EXPECT_NE(word.text, "grève");
  }
}

TEST(LogLikelihood, IsDunnings) {
  // Worked out by hand: 2 * (10 ln(10/3) + 20 ln(20/27) + 0 + 70 ln(70/63)).
  EXPECT_NEAR(log_likelihood(10, 30, 10, 100),
              2 * (10 * std::log(10 / 3.0) + 20 * std::log(20 / 27.0) + 70 * std::log(70 / 63.0)), 1e-9);
  EXPECT_NEAR(log_likelihood(3, 30, 10, 100), 0, 1e-9) << "as chance has it";
  EXPECT_NEAR(log_likelihood(10, 100, 10, 100), 0, 1e-9) << "all answer";
  EXPECT_EQ(log_likelihood(0, 0, 0, 0), 0);
}

/// By hand: "key key articles days".
std::set<std::string> edges_by_hand(const std::vector<Article>& articles, uint64_t least) {
  std::map<std::pair<std::string, std::string>, std::pair<uint64_t, std::set<int>>> edges;
  for (const Article& article : articles) {
    std::set<std::string> keys;
    for (const Mention& mention : article.mentions) keys.insert(mention.key);
    const ArticleDate& date = article.dates[0];
    for (const std::string& a : keys)
      for (const std::string& b : keys)
        if (a < b) {
          auto& [number, days] = edges[{a, b}];
          ++number;
          if (!date.inferred) days.insert(static_cast<int>(date.value.day));
        }
  }
  std::set<std::string> shown;
  for (const auto& [keys, edge] : edges)
    if (edge.first >= least)
      shown.insert(fmt::format("{} {} {} {}", keys.first, keys.second, edge.first, edge.second.size()));
  return shown;
}

TEST_P(Cooccur, TheNetworkIsCountedByHandToo) {
  for (const uint64_t least : {1, 4}) {
    const Network network = make_network(index, Query(), {100, least, 10}, {});
    std::set<std::string> shown;
    for (const NetworkEdge& edge : network.edges) {
      const std::string &a = network.nodes[edge.source].key, &b = network.nodes[edge.target].key;
      int days = 0;
      for (const Spell& spell : edge.spells)
        days += (std::chrono::sys_days(spell.last) - std::chrono::sys_days(spell.first)).count() + 1;
      shown.insert(fmt::format("{} {} {} {}", std::min(a, b), std::max(a, b), edge.articles, days));
    }
    EXPECT_EQ(shown, edges_by_hand(articles, least));
    EXPECT_EQ(network.names, std::size(kNames));
    EXPECT_EQ(network.articles, articles.size());
    EXPECT_EQ(network.undated,
              static_cast<uint64_t>(std::ranges::count_if(
                  articles, [](const Article& article) { return article.dates[0].inferred; })));
  }
}

TEST_P(Cooccur, TheNetworkKeepsTheNamesOfMostArticles) {
  const Network network = make_network(index, Query(), {2, 1, 10}, {});
  ASSERT_EQ(network.nodes.size(), 2u);
  EXPECT_GE(network.nodes[0].articles, network.nodes[1].articles);
  const Network all = make_network(index, Query(), {100, 1, 10}, {});
  EXPECT_EQ(network.nodes[0].key, all.nodes[0].key);
  EXPECT_EQ(network.nodes[1].key, all.nodes[1].key);
  ASSERT_EQ(network.edges.size(), 1u);
}

}  // namespace
}  // namespace depeche
