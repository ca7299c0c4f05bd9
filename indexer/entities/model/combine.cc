#include "indexer/entities/model/combine.h"

#include <algorithm>

namespace depeche::entities {
namespace {

/// A full name of a person says who is meant by its parts; a single word of which the model alone knows must
/// give way to what the rest of the article says.
Evidence evidence_alone(const Candidate& name) {
  return name.type == EntityType::kPerson && name.length() > 1 ? Evidence::kLikely : Evidence::kGuess;
}

}  // namespace

std::vector<Candidate> combine(const std::vector<Candidate>& ruled, const std::vector<Candidate>& modelled) {
  std::vector<Candidate> names = modelled;
  auto rule = ruled.begin();
  for (Candidate& name : names) {
    name.evidence = evidence_alone(name);
    while (rule != ruled.end() && rule->first < name.first) ++rule;
    if (rule == ruled.end() || rule->first != name.first || rule->type != name.type) continue;
    name.title = rule->title;
    if (rule->last == name.last) name.evidence = std::max(rule->evidence, Evidence::kLikely);
  }
  return names;
}

}  // namespace depeche::entities
