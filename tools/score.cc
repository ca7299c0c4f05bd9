#include "tools/score.h"

#include <algorithm>

#include <fmt/format.h>

namespace depeche {
namespace {

Tally sum(const Tally* begin, const Tally* end) {
  Tally all;
  for (const Tally* tally = begin; tally != end; ++tally) {
    all.right += tally->right;
    all.found += tally->found;
    all.gold += tally->gold;
  }
  return all;
}

std::string row(std::string_view name, const Tally& tally) {
  return fmt::format("{:8} {:6.1f} {:6.1f} {:6.1f}  {:5} of {:5} found, {:5} gold\n", name,
                     100 * tally.precision(), 100 * tally.recall(), 100 * tally.f1(), tally.right,
                     tally.found, tally.gold);
}

}  // namespace

void Scores::add(const std::vector<GoldName>& gold, const std::vector<GoldName>& found) {
  for (const GoldName& name : gold) ++by_type_[static_cast<size_t>(name.type)].gold;
  spans_.gold += gold.size();
  spans_.found += found.size();
  auto next = gold.begin();
  for (const GoldName& name : found) {
    Tally& tally = by_type_[static_cast<size_t>(name.type)];
    ++tally.found;
    while (next != gold.end() && next->begin < name.begin) ++next;
    if (next == gold.end() || next->begin != name.begin || next->end != name.end) continue;
    ++spans_.right;
    tally.right += next->type == name.type;
    ++next;
  }
}

Tally Scores::all() const { return sum(by_type_.data(), by_type_.data() + by_type_.size()); }
Tally Scores::main_types() const {
  return sum(by_type_.data(), &by_type_[static_cast<size_t>(EntityType::kOther)]);
}

std::string Scores::table() const {
  std::string out = "              P      R      F\n";
  for (const EntityType type :
       {EntityType::kPerson, EntityType::kOrganisation, EntityType::kPlace, EntityType::kOther})
    out += row(name_of(type), of(type));
  out += row("all", all());
  out += row("no MISC", main_types());
  out += row("any type", spans());
  return out;
}

}  // namespace depeche
