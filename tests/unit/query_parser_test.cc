#include <string>

#include <gtest/gtest.h>

#include "searcher/query/parser.h"
#include "tests/unit/query_cases.h"
#include "tests/unit/query_line.h"

namespace depeche {
namespace {

std::string repeated(std::string_view text, size_t times) {
  std::string result;
  for (size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST(Parse, Trees) {
  for (const QueryCase& c : kQueryCases) EXPECT_EQ(parsed_line(c.text), c.tree) << c.text;
}

TEST(Parse, PlacesOfNodes) {
  const std::string text = "(cyber* OU \"l'image\") SAUF titre:« Pékin » date:2019";
  const auto parsed = parse(text, kQueryToday);
  ASSERT_TRUE(std::holds_alternative<Query>(parsed));
  const Query& root = std::get<Query>(parsed);
  const auto source = [&](const Query& query) { return text.substr(query.begin, query.end - query.begin); };
  const Query& difference = root.children.at(0);
  const Query& either = difference.children.at(0);
  EXPECT_EQ(source(either), "cyber* OU \"l'image\"");
  EXPECT_EQ(source(either.children.at(0)), "cyber*");
  EXPECT_EQ(source(either.children.at(1)), "\"l'image\"");
  EXPECT_EQ(source(difference.children.at(1)), "titre:« Pékin »");
  EXPECT_EQ(source(difference.children.at(1).children.at(0)), "« Pékin »");
  EXPECT_EQ(source(root.children.at(1)), "date:2019");
}

TEST(Parse, PlacesOfWordsInNearPhrase) {
  const std::string text = "a \"=chine, cyber*\"~5";
  const auto parsed = parse(text, kQueryToday);
  const Query& near = std::get<Query>(parsed).children.at(1);
  EXPECT_EQ(text.substr(near.begin, near.end - near.begin), "\"=chine, cyber*\"~5");
  const Query &exact = near.children.at(0), &prefix = near.children.at(1);
  EXPECT_EQ(text.substr(exact.begin, exact.end - exact.begin), "=chine");
  EXPECT_EQ(text.substr(prefix.begin, prefix.end - prefix.begin), "cyber*");
}

// What just fits a limit is answered; query_error_test.cc has what just passes it.
TEST(Parse, UpToTheLimits) {
  const std::string cases[] = {
      "a" + std::string(kMaxQueryBytes - 1, ' '),
      repeated("a ", kMaxQueryTerms),
      "\"" + repeated("a ", kMaxPhraseWords) + "\"",
      repeated("(", kMaxQueryDepth) + "a" + repeated(")", kMaxQueryDepth),
      repeated("SAUF ", kMaxQueryDepth) + "a",
      "a PRES/" + std::to_string(kMaxDistance) + " b",
      std::string(kMinPrefixLetters, 'a') + "*",
      std::string(64, 'a'),
  };
  for (const std::string& text : cases)
    EXPECT_TRUE(std::holds_alternative<Query>(parse(text, kQueryToday))) << text << ": " << parsed_line(text);
}

TEST(JoinArguments, GivesBackTheQuotesThatTheShellTook) {
  const struct Case {
    std::vector<std::string> arguments;
    std::string text;
  } kCases[] = {
      {{}, ""},
      {{"image"}, "image"},
      {{"image", "chine"}, "image chine"},
      {{"l'image de la Chine"}, "l'image de la Chine"},
      {{"personne:Hua Chunying"}, "personne:\"Hua Chunying\""},
      {{"cyber*", "SAUF", "personne:Hua Chunying"}, "cyber* SAUF personne:\"Hua Chunying\""},
      {{"personne:Hua"}, "personne:Hua"},
      {{"personne:\"Hua Chunying\""}, "personne:\"Hua Chunying\""},
      {{"personne:« Hua Chunying »", "x"}, "personne:« Hua Chunying » x"},
      {{"événement:13 février 2019"}, "événement:\"13 février 2019\""},
      {{"titre:l'affaire \"Dupont\" rebondit"}, "titre:\"l'affaire \\\"Dupont\\\" rebondit\""},
      {{"id:a\\b c"}, "id:\"a\\\\b c\""},
      {{"inconnu:a b"}, "inconnu:a b"},
      {{"Pékin: la Chine"}, "Pékin: la Chine"},
      {{"personne:Hua\u00a0Chunying"}, "personne:\"Hua\u00a0Chunying\""},
      // A whole query in single quotes
      {{"personne:Hua SAUF tennis"}, "personne:Hua SAUF tennis"},
      {{"personne:Hua date:2019 cyber*"}, "personne:Hua date:2019 cyber*"},
      {{"personne:\"Hua Chunying\" date:2019"}, "personne:\"Hua Chunying\" date:2019"},
      {{"date:2019-02 cyberespionnage"}, "date:2019-02 cyberespionnage"},
      {{"date:13 février"}, "date:\"13 février\""},
      {{"date:31 février 2019"}, "date:\"31 février 2019\""},
      {{"\"a b\" date:2014"}, "\"a b\" date:2014"},
      {{"personne:a \xff"}, "personne:a \xff"},
  };
  for (const Case& c : kCases) EXPECT_EQ(join_arguments(c.arguments), c.text);
}

}  // namespace
}  // namespace depeche
