#include "indexer/entities/links.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "common/message.h"

namespace depeche::entities {
namespace {

constexpr const char* kEndsSo = DEPECHE_TR("only full name ending so in this article");
constexpr const char* kBeginsSo = DEPECHE_TR("only full name beginning so in this article");
constexpr const char* kAcronym = DEPECHE_TR("acronym defined in this article");

constexpr size_t kNone = SIZE_MAX;
constexpr uint32_t kMaxNameTokens = 10;
/// Beyond this many full names a short form is ambiguous in any case; bounds the cost of hostile input.
constexpr size_t kMaxReadings = 16;

/// A person named in full somewhere in the article.
struct FullName {
  bool sure = true;                // false for what may be a person: it only makes short forms ambiguous
  uint32_t sexes = 0;              // kTitleMale, kTitleFemale, as far as given name and titles tell
  std::vector<size_t> candidates;  // its first in each field, or kNone
};

struct Reading {
  size_t full_name;
  const char* rule;
};

uint32_t sex_of_given_name(const EntityToken& token) {
  if (token.is(kGivenMale) == token.is(kGivenFemale)) return 0;
  return token.is(kGivenMale) ? kTitleMale : kTitleFemale;
}

bool is_person(const Candidate& candidate) { return candidate.type == EntityType::kPerson; }
bool is_full(const Candidate& candidate) {
  return candidate.length() > 1 && candidate.length() <= kMaxNameTokens;
}

/// « Jet Li tourne. »: two or three capitals, taken for something else without a sign of it.
bool may_be_person(const TokenList& tokens, const Candidate& candidate) {
  constexpr uint32_t kMostTokens = 3;
  const bool other = candidate.type == EntityType::kOrganisation || candidate.type == EntityType::kOther;
  if (!other || candidate.evidence == Evidence::kStrong || candidate.length() > kMostTokens) return false;
  for (uint32_t i = candidate.first; i < candidate.last; ++i)
    if (!tokens[i].has_capital() || tokens[i].shape == Shape::kCapitals) return false;
  return true;
}

/// The persons of an article by full name, and what its short names may stand for.
class Persons {
 public:
  explicit Persons(const std::vector<FieldNames>& fields) {
    for (const FieldNames& field : fields)
      for (const Candidate& candidate : field.candidates)
        if (is_person(candidate)) named_.insert(phrase_id(field.tokens, candidate.first, candidate.last));
    for (size_t f = 0; f < fields.size(); ++f)
      for (size_t c = 0; c < fields[f].candidates.size(); ++c)
        if (const Candidate& candidate = fields[f].candidates[c];
            is_full(candidate) && (is_person(candidate) || may_be_person(fields[f].tokens, candidate)))
          add(fields, f, c);
  }

  /// What `phrase` stands for in a field, if only one person can be meant.
  Link resolve(PhraseId phrase, uint32_t title, size_t field) const {
    const auto found = shorts_.find(phrase);
    if (found == shorts_.end() || found->second.size() >= kMaxReadings) return {};
    const Reading* only = nullptr;
    for (const Reading& reading : found->second) {
      if (contradicts(full_names_[reading.full_name].sexes, title)) continue;
      if (only != nullptr && only->full_name != reading.full_name) return {};
      if (only == nullptr) only = &reading;
    }
    if (only == nullptr || !full_names_[only->full_name].sure) return {};
    return {0, full_names_[only->full_name].candidates[field], only->rule};
  }

 private:
  static bool contradicts(uint32_t sexes, uint32_t title) {
    return title != 0 && sexes != 0 && (sexes & title) == 0;
  }

  void add(const std::vector<FieldNames>& fields, size_t f, size_t c) {
    const TokenList& tokens = fields[f].tokens;
    const Candidate& candidate = fields[f].candidates[c];
    const PhraseId phrase = phrase_id(tokens, candidate.first, candidate.last);
    const auto [entry, is_new] = by_phrase_.try_emplace(phrase, full_names_.size());
    if (is_new) {
      full_names_.push_back({is_person(candidate), 0, std::vector<size_t>(fields.size(), kNone)});
      add_short_forms(tokens, candidate, entry->second);
    }
    FullName& name = full_names_[entry->second];
    const uint32_t sex = sex_of_given_name(tokens[candidate.first]);
    name.sexes |= sex == 0 ? candidate.title : sex;
    if (!is_person(candidate)) return;
    if (!name.sure) name.candidates.assign(fields.size(), kNone);
    name.sure = true;
    if (name.candidates[f] == kNone) name.candidates[f] = c;
  }

  void add_short_forms(const TokenList& tokens, const Candidate& candidate, size_t name) {
    for (uint32_t split = candidate.first + 1; split < candidate.last; ++split) {
      if (!tokens[split].is_word()) continue;  // the full stop of an initial
      note(phrase_id(tokens, split, candidate.last), {name, kEndsSo});
      note(phrase_id(tokens, candidate.first, split), {name, kBeginsSo});
    }
  }

  void note(PhraseId phrase, Reading reading) {
    if (!named_.contains(phrase)) return;
    std::vector<Reading>& readings = shorts_[phrase];
    if (readings.size() < kMaxReadings) readings.push_back(reading);
  }

  std::vector<FullName> full_names_;
  std::unordered_set<PhraseId> named_;  // what the article calls persons
  std::unordered_map<PhraseId, size_t> by_phrase_;
  std::unordered_map<PhraseId, std::vector<Reading>> shorts_;
};

/// Acronym -> the candidate of its definition; kNone where it has several.
using Acronyms = std::unordered_map<PhraseId, size_t>;

Acronyms defined_acronyms(const FieldNames& field, const std::vector<AcronymDefinition>& definitions) {
  std::unordered_map<uint32_t, size_t> by_first;
  if (!definitions.empty())
    for (size_t c = 0; c < field.candidates.size(); ++c) by_first[field.candidates[c].first] = c;
  const auto phrase_of = [&](const Candidate& name) {
    return phrase_id(field.tokens, name.first, name.last);
  };
  Acronyms acronyms;
  for (const AcronymDefinition& definition : definitions) {
    const auto name = by_first.find(definition.name.first);
    if (name == by_first.end() || field.candidates[name->second].last != definition.name.last) continue;
    const auto [entry, is_new] = acronyms.try_emplace(phrase_of(definition.acronym), name->second);
    if (is_new || entry->second == kNone) continue;
    if (phrase_of(field.candidates[entry->second]) != phrase_of(definition.name)) entry->second = kNone;
  }
  return acronyms;
}

/// The first organisation of the field that begins with the noun of a reference.
size_t organisation_meant(const FieldNames& field, const Candidate& reference) {
  const KnownWord* noun = field.tokens[reference.first].word;
  for (size_t c = 0; c < field.candidates.size(); ++c) {
    const Candidate& candidate = field.candidates[c];
    if (candidate.type == EntityType::kOrganisation && candidate.length() > 1 &&
        field.tokens[candidate.first].word == noun)
      return c;
  }
  return kNone;
}

/// A name that itself stands for a longer one is nobody's full name.
void drop_chains(std::vector<Link>& links) {
  std::unordered_set<size_t> linked;
  for (const Link& link : links) linked.insert(link.from);
  std::erase_if(links, [&](const Link& link) { return linked.contains(link.to); });
}

}  // namespace

std::vector<std::vector<Link>> find_links(const std::vector<FieldNames>& fields,
                                          const std::vector<std::vector<AcronymDefinition>>& definitions) {
  const Persons persons(fields);
  std::vector<std::vector<Link>> links(fields.size());
  for (size_t f = 0; f < fields.size(); ++f) {
    const FieldNames& field = fields[f];
    const Acronyms acronyms = defined_acronyms(field, definitions[f]);
    for (size_t c = 0; c < field.candidates.size(); ++c) {
      const Candidate& candidate = field.candidates[c];
      const PhraseId phrase = phrase_id(field.tokens, candidate.first, candidate.last);
      Link link{c, kNone, ""};
      if (candidate.reference)
        link = {c, organisation_meant(field, candidate), kReferenceRule};
      else if (const auto acronym = acronyms.find(phrase); acronym != acronyms.end())
        link = {c, acronym->second, kAcronym};
      else if (is_person(candidate))
        link = persons.resolve(phrase, candidate.title, f);
      if (*link.rule == '\0' || link.to == kNone) continue;
      link.from = c;
      links[f].push_back(link);
    }
    drop_chains(links[f]);
  }
  return links;
}

}  // namespace depeche::entities
