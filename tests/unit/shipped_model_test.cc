// The model as it is shipped, on dispatches that it has not learnt from.
#include <iostream>
#include <memory>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "indexer/entities/gazetteer.h"
#include "indexer/entities/lexicon/lexicon.h"
#include "indexer/entities/model/name_model.h"
#include "indexer/entities/name_key.h"
#include "indexer/entities/recogniser.h"
#include "tools/gold.h"
#include "tools/score.h"

namespace depeche {
namespace {

const std::string kTraining = DEPECHE_SOURCE_DIR "/corpus/training/";

Scores score(EntityRecogniser& recogniser, const std::vector<GoldText>& texts) {
  Scores scores;
  for (const GoldText& text : texts) {
    Article article;
    article.text = text.text;
    std::vector<GoldName> found;
    for (const Mention& mention : recogniser.recognise(article))
      if (!mention.is_reference()) found.push_back({mention.span.begin, mention.span.end, mention.type});
    scores.add(text.names, found);
  }
  return scores;
}

std::set<std::string> keys_of(const std::vector<GoldText>& texts, EntityType type) {
  std::set<std::string> keys;
  for (const GoldText& text : texts)
    for (const GoldName& name : text.names)
      if (name.type == type)
        keys.insert(entities::name_key(text.text.substr(name.begin, name.end - name.begin)));
  return keys;
}

// The floors are what data/entities.model reached when it was made, less what a rule may cost it.
TEST(ShippedModel, FindsTheNamesOfHeldBackDispatches) {
  EntityRecogniser recogniser(std::make_shared<const entities::NameModel>(
      entities::NameModel::read(DEPECHE_SOURCE_DIR "/data/entities.model")));
  const Scores scores = score(recogniser, read_gold(kTraining + "heldback"));
  std::cout << scores.table();
  EXPECT_GE(scores.of(EntityType::kPerson).f1(), 0.885);
  EXPECT_GE(scores.of(EntityType::kPlace).f1(), 0.885);
  EXPECT_GE(scores.of(EntityType::kOrganisation).f1(), 0.79);
  EXPECT_GE(scores.all().f1(), 0.84);
}

TEST(ShippedModel, IsJudgedByNamesThatItDoesNotKnow) {
  const std::vector<GoldText> learnt = read_gold(kTraining + "train");
  const std::vector<GoldText> held_back = read_gold(kTraining + "heldback");
  for (const EntityType type : {EntityType::kPerson, EntityType::kOrganisation}) {
    std::set<std::string> known;
    for (const EntityType any :
         {EntityType::kPerson, EntityType::kOrganisation, EntityType::kPlace, EntityType::kOther})
      known.merge(keys_of(learnt, any));
    size_t unknown = 0;
    const std::set<std::string> asked = keys_of(held_back, type);
    for (const std::string& key : asked)
      unknown += !known.contains(key) && (entities::lexicon_flags(key) & entities::kKnownTypes) == 0 &&
                 entities::gazetteer().find(key).name == nullptr;
    std::cout << name_of(type) << ": " << unknown << " of " << asked.size() << " names unknown\n";
    EXPECT_GE(unknown * 10, asked.size() * 6);
  }
}

}  // namespace
}  // namespace depeche
