#include <fstream>
#include <functional>
#include <limits>

#include <gtest/gtest.h>

#include "common/error.h"
#include "indexer/entities/model/best_labels.h"
#include "indexer/entities/model/combine.h"
#include "indexer/entities/model/name_model.h"
#include "indexer/entities/rule_reader.h"

namespace depeche::entities {
namespace {

constexpr auto kPer = EntityType::kPerson;
constexpr auto kLoc = EntityType::kPlace;

NameModel small_model() {
  std::vector<WeighedSign> signs;
  for (Sign sign = 1; sign < 500; ++sign) {
    WeighedSign weighed{sign * 7919, {}};
    weighed.weights[sign % kNameLabels] = static_cast<int8_t>(sign % 255 - 127);
    signs.push_back(weighed);
  }
  Transitions transitions{};
  transitions[0][1] = -300;
  return NameModel(signs, transitions);
}

LabelScores scores_of(const NameModel& model, Sign sign) {
  LabelScores scores{};
  std::vector<Sign> signs{sign};
  model.add_all(signs, scores);
  return scores;
}

TEST(NameModel, ComesBackFromItsFileAsItWas) {
  const NameModel model = small_model();
  const NameModel again = NameModel::decode(model.encode(), "x");
  EXPECT_EQ(again.size(), model.size());
  EXPECT_EQ(again.checksum(), model.checksum());
  EXPECT_EQ(again.transitions(), model.transitions());
  EXPECT_EQ(again.encode(), model.encode());
  for (Sign sign = 1; sign < 500; ++sign)
    EXPECT_EQ(scores_of(again, sign * 7919), scores_of(model, sign * 7919)) << sign;
}

TEST(NameModel, KnowsNothingOfOtherSigns) {
  EXPECT_EQ(scores_of(small_model(), 4), LabelScores{});
  EXPECT_EQ(scores_of(NameModel({}, {}), 7919), LabelScores{});
}

std::string reason(const std::string& bytes) {
  try {
    NameModel::decode(bytes, "some/file");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kEnvironment);
    return error.what();
  }
  return "";
}

TEST(NameModel, RefusesWhatIsDamagedAndSaysWhere) {
  const std::string bytes = small_model().encode();
  ASSERT_EQ(reason(bytes), "");
  for (size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 97)
    EXPECT_NE(reason(bytes.substr(0, size)).find("some/file"), std::string::npos) << size;
  for (size_t i = 0; i < bytes.size(); i += 1 + bytes.size() / 211) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    EXPECT_NE(reason(damaged).find("--entity-model"), std::string::npos) << i;
  }
  EXPECT_NE(reason("PK\3\4 an archive"), "");
}

TEST(NameModel, SaysThatAFileIsMissing) { EXPECT_THROW(NameModel::read("/no/such/file"), Error); }

ScoresOf<int32_t> likes(Label label, int32_t by) {
  ScoresOf<int32_t> scores{};
  scores[label - 1U] = by;
  return scores;
}

TEST(BestLabels, NeverLeaveANameOpenNorGoOnWithAnother) {
  const Label begin = label_of(kPer, Position::kFirst), end_of_place = label_of(kLoc, Position::kLast);
  const std::vector<Label> labels = best_labels<int32_t>({likes(begin, 9), likes(end_of_place, 8)}, {});
  ASSERT_EQ(labels.size(), 2U);
  EXPECT_TRUE(may_follow(kOutsideName, labels[0]));
  EXPECT_TRUE(may_follow(labels[0], labels[1]));
  EXPECT_FALSE(opens(labels[1]));
  EXPECT_EQ(type_of(labels[0]), kPer);
}

/// The best allowed sequence by trying all.
int32_t best_by_trying(const std::vector<ScoresOf<int32_t>>& scores,
                       const TransitionsOf<int32_t>& transitions) {
  int32_t best = std::numeric_limits<int32_t>::min();
  const std::function<void(size_t, Label, int32_t)> go = [&](size_t i, Label before, int32_t sum) {
    if (i == scores.size()) {
      if (!opens(before)) best = std::max(best, sum);
      return;
    }
    for (Label label = 0; label < kLabels; ++label)
      if (may_follow(before, label))
        go(i + 1, label, sum + score_of(scores[i], label) + transitions[before][label]);
  };
  go(0, kOutsideName, 0);
  return best;
}

TEST(BestLabels, AreTheBestOfAllAllowedOnes) {
  uint32_t state = 1;
  const auto random = [&] {
    return static_cast<int32_t>((state = state * 1664525 + 1013904223) >> 24) - 128;
  };
  for (int round = 0; round < 60; ++round) {
    std::vector<ScoresOf<int32_t>> scores(static_cast<size_t>(round % 4 + 1));
    TransitionsOf<int32_t> transitions{};
    for (auto& row : scores)
      for (int32_t& score : row) score = random();
    for (auto& row : transitions)
      for (int32_t& score : row) score = random();
    const std::vector<Label> labels = best_labels(scores, transitions);
    int32_t sum = 0;
    Label before = kOutsideName;
    for (size_t i = 0; i < labels.size(); before = labels[i++]) {
      ASSERT_TRUE(may_follow(before, labels[i]));
      sum += score_of(scores[i], labels[i]) + transitions[before][labels[i]];
    }
    EXPECT_EQ(sum, best_by_trying(scores, transitions)) << round;
  }
}

TEST(Windows, HoldEveryNameThatTheRulesFindAndStayInTheirLine) {
  RuleReader reader;
  Article article;
  article.text =
      "Le tribunal de grande instance de Lille a rejeté la demande.\nelle visait l'Organisation mondiale de "
      "la santé\n"
      "aucune suite n'a été donnée, selon M. Diop, à cette affaire qui dure depuis longtemps déjà.";
  const RuledArticle read = reader.read(article);
  const FieldNames& field = read.fields.back();
  const std::vector<Window> windows = find_windows(field.tokens, field.candidates);
  uint32_t end = 0;
  size_t covered = 0;
  for (const Window& window : windows) {
    EXPECT_GE(window.first, end);
    EXPECT_LT(window.first, window.last);
    for (size_t i = window.first + 1; i < window.last; ++i) EXPECT_FALSE(field.tokens[i].line_start);
    end = window.last;
    covered += window.last - window.first;
  }
  EXPECT_LT(covered, field.tokens.size());
  ASSERT_FALSE(field.candidates.empty());
  for (const Candidate& name : field.candidates) {
    bool inside = false;
    for (const Window& window : windows) inside |= window.first <= name.first && name.last <= window.last;
    EXPECT_TRUE(inside) << field.text.substr(field.tokens[name.first].begin, 20);
  }
}

TEST(Combine, KeepsTheTitleAndTheSuretyOfTheRules) {
  Vocabulary vocabulary;
  const TokenList tokens =
      entity_tokens("Mme Anne Roy à Brizac Ville du Nord Diop et Odile Kessler", vocabulary, 1);
  const std::vector<Candidate> ruled = {{1, 2, kPer, Evidence::kStrong, kTitleFemale},
                                        {4, 6, kLoc, Evidence::kStrong, 0}};
  const std::vector<Candidate> modelled = {{1, 3, kPer}, {4, 6, kLoc}, {8, 9, kPer}, {10, 12, kPer}};
  const std::vector<Candidate> names = combine(tokens, ruled, modelled);
  ASSERT_EQ(names.size(), 4U);
  EXPECT_EQ(names[0].title, uint32_t{kTitleFemale});
  EXPECT_EQ(names[0].last, 3U);
  EXPECT_EQ(names[1].evidence, Evidence::kStrong);
  EXPECT_EQ(names[2].evidence, Evidence::kGuess);
  EXPECT_EQ(names[3].evidence, Evidence::kLikely);
}

TEST(Combine, WhatTheRulesAreSureOfStaysWhereTheModelSeesNothing) {
  Vocabulary vocabulary;
  const TokenList tokens =
      entity_tokens("le groupe Equation, WannaCry ransomware et le reste du monde", vocabulary, 1);
  constexpr auto kOrg = EntityType::kOrganisation;
  constexpr auto kOther = EntityType::kOther;
  const std::vector<Candidate> ruled = {{1, 3, kOrg, Evidence::kStrong}, {4, 5, kOther, Evidence::kStrong}};
  // The noun behind a product, and words without a capital, are no names.
  const std::vector<Candidate> names = combine(tokens, ruled, {{4, 6, kOther}, {8, 9, kLoc}});
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[0].first, 1U);
  EXPECT_EQ(names[0].last, 3U);
  EXPECT_EQ(names[1].first, 4U);
  EXPECT_EQ(names[1].last, 5U);
}

TEST(Combine, ATitleMakesAPerson) {
  Vocabulary vocabulary;
  const TokenList tokens = entity_tokens("selon le Dr Ilunga et M. Gao", vocabulary, 1);
  const std::vector<Candidate> ruled = {{3, 4, kPer, Evidence::kStrong},
                                        {7, 8, kPer, Evidence::kStrong, kTitleMale}};
  const std::vector<Candidate> names = combine(tokens, ruled, {{2, 4, EntityType::kOther}, {7, 8, kLoc}});
  ASSERT_EQ(names.size(), 2U);
  for (size_t i = 0; i < names.size(); ++i) {
    EXPECT_EQ(names[i].type, kPer);
    EXPECT_EQ(names[i].first, ruled[i].first);
  }
}

TEST(Combine, NoPlaceGoesOnBehindAComma) {
  Vocabulary vocabulary;
  const TokenList tokens = entity_tokens("tels que La Capte, Giens", vocabulary, 1);
  const std::vector<Candidate> names = combine(tokens, {}, {{2, 6, kLoc}});
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[0].last, 4U);
  EXPECT_EQ(names[1].first, 5U);
}

TEST(Combine, TheNounOfAProgrammeBelongsToItsName) {
  Vocabulary vocabulary;
  const TokenList tokens = entity_tokens("Selon Diop le programme PRISM continue", vocabulary, 1);
  constexpr auto kOther = EntityType::kOther;
  const std::vector<Candidate> names =
      combine(tokens, {{3, 5, kOther, Evidence::kStrong}}, {{1, 2, kPer}, {4, 5, kOther}});
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[1].first, 3U);
  EXPECT_EQ(names[1].evidence, Evidence::kStrong);
}

}  // namespace
}  // namespace depeche::entities
