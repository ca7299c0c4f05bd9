#include "common/facet_values.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/unit/names_index.h"

namespace depeche {
namespace {

constexpr EntityType kPerson = EntityType::kPerson, kPlace = EntityType::kPlace;

/// "field key text mentions", then whether linked and the sex of a bare name; a line a value.
std::string shown(const std::string& bytes) {
  std::string text;
  visit_facet_values(bytes, [&text](const FacetValue& value) {
    text += fmt::format("{} [{}] {} {}{}{}\n", field_spec(value.field).english, value.key, value.text,
                        value.mentions, value.linked ? " linked" : "",
                        value.bare ? fmt::format(" bare {}", name_of(*value.bare)) : "");
  });
  return text;
}

Article rich_article() {
  Article article = article_naming("a", {{kPlace, "PEKIN", "pekin"},
                                         {kPlace, "Pékin", "pekin"},
                                         {kPlace, "Pékin", "pekin"},
                                         {kPerson, "Hua Chunying", "hua chunying"},
                                         {kPerson, "Hua", "hua chunying", true, "Mme"},
                                         {kPerson, "Noir", "noir", false, "M."},
                                         {kPerson, "Blanc", "blanc"}});
  article.source = "Agence Nord";
  article.section = "Monde";
  article.authors = {"Ada Brun", "Li Wei"};
  article.dates = {published_on({2019, 2, 13})};
  return article;
}

TEST(FacetValues, AreWhatTheArticleHolds) {
  EXPECT_EQ(shown(encode_facet_values(rich_article())),
            "person [blanc] Blanc 1 bare unknown\n"
            "person [hua chunying] Hua 1 linked\n"
            "person [hua chunying] Hua Chunying 1\n"
            "person [noir] Noir 1 bare male\n"
            "place [pekin] PEKIN 1\n"
            "place [pekin] Pékin 2\n"
            "author [] Ada Brun 1\n"
            "author [] Li Wei 1\n"
            "source [] Agence Nord 1\n"
            "section [] Monde 1\n"
            "date [] 2019 1\n");
  EXPECT_EQ(encode_facet_values({}), "");
}

TEST(FacetValues, DoNotDependOnTheOrderOfMentions) {
  Article article = rich_article();
  const std::string bytes = encode_facet_values(article);
  std::ranges::reverse(article.mentions);
  EXPECT_EQ(encode_facet_values(article), bytes);
}

TEST(FacetValues, TheYearIsThatOfAKnownDate) {
  const struct Case {
    PartialDate date;
    const char* values;
  } kCases[] = {
      {{2019, 2, 13}, "date [] 2019 1\n"},
      {{2019, 2, 0}, "date [] 2019 1\n"},
      {{2019, 24, 0}, "date [] 2019 1\n"},  // winter 2019: it goes on in 2020
      {{0, 2, 13}, ""},
      {{1990, 0, 0, 1}, ""},
  };
  for (const Case& c : kCases) {
    Article article;
    article.dates = {published_on(c.date)};
    EXPECT_EQ(shown(encode_facet_values(article)), c.values);
  }
}

TEST(FacetValues, DamagedBytesAreToldAndNeverLeft) {
  const std::string bytes = encode_facet_values(rich_article());
  size_t told = 0;
  const auto read = [&told](const std::string& damaged) {
    try {
      shown(damaged);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kIndex);
      ++told;
    }
  };
  for (size_t size = 0; size < bytes.size(); ++size) read(bytes.substr(0, size));
  for (size_t at = 0; at < bytes.size(); ++at)
    for (const int bit : {0, 3, 7}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
      read(damaged);
    }
  EXPECT_GT(told, bytes.size());
}

}  // namespace
}  // namespace depeche
