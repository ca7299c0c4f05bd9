#include "indexer/entities/model/combine.h"

#include <algorithm>

namespace depeche::entities {
namespace {

/// A full name of a person says who is meant by its parts; a single word of which the model alone knows must
/// give way to what the rest of the article says.
Evidence evidence_alone(const Candidate& name) {
  return name.type == EntityType::kPerson && name.length() > 1 ? Evidence::kLikely : Evidence::kGuess;
}

bool has_capital(const TokenList& tokens, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; ++i)
    if (tokens[i].has_capital()) return true;
  return false;
}

/// « WannaCry ransomware »: the noun behind a product says what it is.
bool ends_in_noun(const TokenList& tokens, const Candidate& name, const Candidate& rule) {
  return name.type == EntityType::kOther && rule.evidence == Evidence::kStrong && rule.last < name.last &&
         !has_capital(tokens, rule.last, name.last) && tokens[rule.last].is_word();
}

/// « programme PRISM »: the noun before a product belongs to its name where a rule is sure of it.
bool adds_noun(const Candidate& rule, const Candidate& name) {
  return name.type == EntityType::kOther && rule.type == name.type && rule.evidence == Evidence::kStrong &&
         rule.first < name.first && rule.last == name.last;
}

/// « selon le Dr Ilunga », « M. Gao »: a title leaves no doubt that a person's name begins behind it.
bool follows_title(const TokenList& tokens, const Candidate& rule) {
  if (rule.type != EntityType::kPerson || rule.evidence != Evidence::kStrong || rule.first == 0) return false;
  const bool dotted = tokens[rule.first - 1].mark == '.' && rule.first > 1;
  const EntityToken& title = tokens[rule.first - (dotted ? 2 : 1)];
  return title.is(kTitle) && title.has_capital();
}

/// Whether the model reads a name behind a title otherwise: as no person, or as beginning elsewhere.
bool misreads(const Candidate& name, const Candidate& rule) {
  return name.type != EntityType::kPerson || name.first != rule.first;
}

/// « La Capte, Giens »: neither a person's nor a place's name goes on behind a comma.
std::vector<Candidate> parted_at_commas(const TokenList& tokens, const std::vector<Candidate>& names) {
  std::vector<Candidate> parted;
  for (Candidate name : names) {
    const uint32_t last = name.last;
    for (uint32_t i = name.first; i < last; ++i) {
      if (tokens[i].mark != ',' || (name.type != EntityType::kPerson && name.type != EntityType::kPlace))
        continue;
      name.last = i;
      if (name.length() > 0) parted.push_back(name);
      name.first = i + 1;
    }
    name.last = last;
    if (name.length() > 0) parted.push_back(name);
  }
  return parted;
}

}  // namespace

std::vector<Candidate> combine(const TokenList& tokens, const std::vector<Candidate>& ruled,
                               const std::vector<Candidate>& modelled) {
  std::vector<Candidate> names;
  auto rule = ruled.begin();
  const auto add_sure_rules = [&](uint32_t end) {
    for (; rule != ruled.end() && rule->last <= end; ++rule)
      if (rule->evidence == Evidence::kStrong && (names.empty() || names.back().last <= rule->first))
        names.push_back(*rule);
  };
  for (Candidate name : parted_at_commas(tokens, modelled)) {
    add_sure_rules(name.first);
    const bool ruled_too = rule != ruled.end() && rule->first < name.last;
    if (!ruled_too && !has_capital(tokens, name.first, name.last)) continue;
    name.evidence = evidence_alone(name);
    while (rule != ruled.end() && rule->first < name.first && !adds_noun(*rule, name) &&
           !follows_title(tokens, *rule))
      ++rule;
    if (rule != ruled.end() && rule->first < name.last && follows_title(tokens, *rule) &&
        misreads(name, *rule)) {
      names.push_back(*rule++);
      while (rule != ruled.end() && rule->first < name.last) ++rule;
      continue;
    }
    if (rule != ruled.end() && adds_noun(*rule, name)) name.first = rule->first;
    if (rule != ruled.end() && rule->first == name.first && rule->type == name.type) {
      name.title = rule->title;
      if (ends_in_noun(tokens, name, *rule)) name.last = rule->last;
      if (rule->last == name.last) name.evidence = std::max(rule->evidence, Evidence::kLikely);
    }
    while (rule != ruled.end() && rule->first < name.last) ++rule;
    names.push_back(name);
  }
  add_sure_rules(UINT32_MAX);
  return names;
}

}  // namespace depeche::entities
