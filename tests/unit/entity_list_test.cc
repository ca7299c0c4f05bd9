#include "searcher/entity_list.h"

#include "tests/unit/names_index.h"

namespace depeche {
namespace {

constexpr EntityType kPerson = EntityType::kPerson, kOrg = EntityType::kOrganisation,
                     kPlace = EntityType::kPlace, kOther = EntityType::kOther;

TEST(KeyPattern, PartsWholesAndWildcards) {
  const struct Case {
    const char *pattern, *key;
    bool matches;
  } kCases[] = {
      {"chun", "hua chunying", true},
      {"CHÛN", "hua chunying", true},
      {"hua c", "hua chunying", true},
      {"hua", "hua chunying", true},
      {"ua*", "hua chunying", false},
      {"hua*", "hua chunying", true},
      {"*ying", "hua chunying", true},
      {"*chun", "hua chunying", false},
      {"h*c*g", "hua chunying", true},
      {"h?a chunying", "hua chunying", true},
      {"hu? ?hunying", "hua chunying", true},
      {"?hua*", "hua chunying", false},
      {"**", "hua chunying", true},
      {"Nouvelle-Zélande", "nouvelle zelande", true},
      {"L'Haÿ-les-*", "l hay les roses", true},
      {"o'brien", "o'brien", true},
      {"李?", "李克", true},
      {"李?", "李", false},
      {"*克", "李克", true},
      {"*aaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(KeyPattern(c.pattern).matches(c.key), c.matches) << c.pattern << " : " << c.key;
  for (const char* none : {"", " ", "?", "-'-"})
    EXPECT_EQ(failure_of([&] { KeyPattern pattern(none); }).code, 2) << none;
}

std::string long_key() {
  std::string key = "ligue";
  while (key.size() < 300) key += " nationale";
  return key;
}

std::vector<Article> articles() {
  return {
      article_naming("a", {{kPerson, "Hua Chunying", "hua chunying"},
                           {kPerson, "Hua", "hua chunying", true},
                           {kPlace, "Huairou", "huairou"}}),
      article_naming("b", {{kPerson, "HUA CHUNYING", "hua chunying"}, {kOrg, "Ligue…", long_key()}}),
      article_naming("c", {{kOther, "Huairou", "huairou"}, {kPlace, "Huairou", "huairou"}}),
      article_naming("dead", {{kPerson, "Hua Chunying", "hua chunying"}, {kPerson, "Huard", "huard"}}),
  };
}

std::string summary(const EntityAnswer& answer) {
  std::string text = fmt::format("{}:", answer.found);
  for (const auto& [type, name] : answer.entities)
    text += fmt::format(" {} {} {}/{}", name_of(type), name.best_form(), name.articles, name.mentions);
  return text;
}

class EntityList : public testing::TestWithParam<size_t> {
 protected:
  std::string list(const std::string& pattern, uint64_t offset = 0, uint64_t limit = 10) {
    SearchOptions options;
    options.offset = offset;
    options.limit = limit;
    return summary(list_entities(index_, KeyPattern(pattern), options));
  }

  const TemporaryDirectory directory_;
  const PublishedIndex index_ = publish_articles(directory_.path(), articles(), GetParam(), {"dead"});
};

TEST_P(EntityList, TellsTypesFormsAndCountsOfLiveArticles) {
  EXPECT_EQ(list("hua*"), "3: PER Hua Chunying 2/3 LOC Huairou 2/2 MISC Huairou 1/1");
  EXPECT_EQ(list("chunying"), "1: PER Hua Chunying 2/3");
  EXPECT_EQ(list("huard"), "0:") << "of a superseded article";
  EXPECT_EQ(list("rien"), "0:");
  EXPECT_EQ(list("*").substr(0, 2), "4:");
}

TEST_P(EntityList, AKeyTooLongForATermIsFoundByItsLetters) {
  EXPECT_EQ(list("ligue nat*"), "1: ORG Ligue… 1/1");
  EXPECT_EQ(list("*ligue"), "0:");
}

TEST_P(EntityList, Pages) {
  EXPECT_EQ(list("hua*", 1, 1), "3: LOC Huairou 2/2");
  EXPECT_EQ(list("hua*", 2, 5), "3: MISC Huairou 1/1");
  EXPECT_EQ(list("hua*", 9, 5), "3:");
}

TEST_P(EntityList, ATimeLimitLeavesAPartialAnswer) {
  SearchOptions options;
  options.time_limit = 1e-9;
  EXPECT_TRUE(list_entities(index_, KeyPattern("*"), options).partial);
}

INSTANTIATE_TEST_SUITE_P(Segments, EntityList, testing::Values(1, 4));

}  // namespace
}  // namespace depeche
