#include <memory>

#include <gtest/gtest.h>

#include "common/error.h"
#include "indexer/entities/recogniser.h"
#include "tools/gold.h"
#include "tools/perceptron.h"
#include "tools/random.h"
#include "tools/score.h"

namespace depeche {
namespace {

constexpr const char* kAnnotated =
    "La verrerie [ORG Castanelle] ferme, a dit [PER Odile Marchepied].\n"
    "M. [PER Trévidic] a visité la verrerie [ORG Lumeron] de [LOC Brizac].\n"
    "A [LOC Brizac], Mme [PER Marchepied] n'a rien dit de [ORG Castanelle].\n";

entities::NameModel train(uint64_t seed) {
  std::vector<Example> examples = examples_of(read_marked(kAnnotated, "text"));
  std::vector<entities::Sign> signs;
  for (const Example& example : examples)
    signs.insert(signs.end(), example.signs.begin(), example.signs.end());
  std::sort(signs.begin(), signs.end());
  signs.erase(std::unique(signs.begin(), signs.end()), signs.end());
  Perceptron perceptron(signs, {.domains = 2, .drop = 100});
  Random random(seed);
  for (int epoch = 0; epoch < 12; ++epoch) {
    if (epoch == 6) perceptron.start_again();
    random.shuffle(examples);
    for (const Example& example : examples) perceptron.learn(example, 0, random.next());
  }
  return perceptron.model(1 << 20);
}

std::vector<GoldName> found_by(const entities::NameModel& model, const std::string& text) {
  EntityRecogniser recogniser(std::make_shared<const entities::NameModel>(model));
  Article article;
  article.text = text;
  std::vector<GoldName> names;
  for (const Mention& mention : recogniser.recognise(article))
    names.push_back({mention.span.begin, mention.span.end, mention.type});
  return names;
}

TEST(Training, GivesTheSameBytesForTheSameSeed) {
  EXPECT_EQ(train(1).encode(), train(1).encode());
  EXPECT_NE(train(1).encode(), train(2).encode());
}

TEST(Training, LearnsWhatItWasShown) {
  const GoldText gold = read_marked(kAnnotated, "text");
  EXPECT_EQ(found_by(train(1), gold.text), gold.names);
}

TEST(Training, DropsTheWeakestSignsUntilTheFileFits) {
  const std::vector<Example> examples = examples_of(read_marked(kAnnotated, "text"));
  Perceptron perceptron(examples.front().signs, {});
  for (int i = 0; i < 5; ++i) perceptron.learn(examples.front(), 0, 0);
  const size_t whole = perceptron.model(1 << 20).encode().size();
  ASSERT_GT(whole, 900U);
  EXPECT_LE(perceptron.model(900).encode().size(), 900U);
}

TEST(Gold, MarksBecomeSpans) {
  const GoldText gold = read_marked("A [LOC Brizac], [PER Odile Marchepied]", "text");
  EXPECT_EQ(gold.text, "A Brizac, Odile Marchepied");
  EXPECT_EQ(gold.names, (std::vector<GoldName>{{2, 8, EntityType::kPlace}, {10, 26, EntityType::kPerson}}));
}

TEST(Gold, RefusesMarksThatMeanNothing) {
  for (const char* text : {"[LIEU Brizac]", "[LOC Brizac", "Brizac]", "[LOC [PER Odile] Brizac]", "["})
    EXPECT_THROW(read_marked(text, "text"), Error) << text;
}

TEST(Scores, CountExactSpansAndTypes) {
  constexpr auto kPer = EntityType::kPerson;
  constexpr auto kOrg = EntityType::kOrganisation;
  Scores scores;
  scores.add({{0, 5, kPer}, {8, 9, kOrg}, {20, 25, kPer}}, {{0, 5, kPer}, {8, 9, kPer}, {21, 25, kPer}});
  EXPECT_EQ(scores.all().right, 1U);
  EXPECT_EQ(scores.spans().right, 2U);
  EXPECT_EQ(scores.of(kPer).found, 3U);
  EXPECT_DOUBLE_EQ(scores.of(kPer).recall(), 0.5);
  EXPECT_DOUBLE_EQ(scores.all().f1(), 1.0 / 3);
}

}  // namespace
}  // namespace depeche
