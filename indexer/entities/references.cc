#include "indexer/entities/references.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace depeche::entities {
namespace {

/// Nouns that an article about one of their kind uses for it; folded, in order. « Le conseil », « la
/// direction » mean too many things.
constexpr std::array<std::string_view, 44> kKinds = {
    "academie",     "agence",       "alliance",  "ambassade",     "association",  "autorite",
    "banque",       "bibliotheque", "chambre",   "chancellerie",  "clinique",     "club",
    "collectif",    "college",      "compagnie", "confederation", "consulat",     "cour",
    "ecole",        "federation",   "fondation", "groupe",        "hopital",      "institut",
    "laboratoire",  "ligue",        "lycee",     "mairie",        "ministere",    "musee",
    "observatoire", "office",       "opera",     "orchestre",     "organisation", "parquet",
    "parti",        "prefecture",   "rectorat",  "syndicat",      "theatre",      "tribunal",
    "union",        "universite"};
static_assert(std::is_sorted(kKinds.begin(), kKinds.end()));

bool is_kind(const EntityToken& token) {
  return token.is_word() && std::binary_search(kKinds.begin(), kKinds.end(), token.word->folded);
}

/// « le », « cette », « du », « au »: what stands before one thing that is known.
bool determines(const EntityToken& token) {
  constexpr std::array<std::string_view, 8> kDeterminers = {"au", "ce", "cet", "cette",
                                                            "du", "l",  "la",  "le"};
  return token.is_word() && std::binary_search(kDeterminers.begin(), kDeterminers.end(), token.word->folded);
}

/// Whether a noun phrase ends before the token: « le tribunal a », not « le tribunal administratif ».
bool ends_phrase(const EntityToken& next) {
  if (next.line_start || next.is_word())
    return next.line_start || next.word->outside || next.is(kAuxiliary | kSpeech | kRelation | kAnd);
  return next.mark != '-' && next.mark != '/';
}

/// The organisations of an article by the noun that they begin with.
class Organisations {
 public:
  explicit Organisations(const std::vector<FieldNames>& fields) {
    for (const FieldNames& field : fields)
      for (const Candidate& candidate : field.candidates)
        if (candidate.type == EntityType::kOrganisation && candidate.length() > 1 &&
            is_kind(field.tokens[candidate.first]))
          names_[field.tokens[candidate.first].word].insert(
              phrase_id(field.tokens, candidate.first, candidate.last));
  }
  bool empty() const { return names_.empty(); }
  bool names_one(const KnownWord* noun) const {
    const auto found = names_.find(noun);
    return found != names_.end() && found->second.size() == 1;
  }

 private:
  std::unordered_map<const KnownWord*, std::unordered_set<PhraseId>> names_;
};

void add_references(FieldNames& field, const Organisations& organisations) {
  std::vector<Candidate> all;
  std::unordered_set<const KnownWord*> named;  // before this place
  size_t next = 0;
  for (uint32_t i = 0; i < field.tokens.size(); ++i) {
    if (next < field.candidates.size() && field.candidates[next].first == i) {
      const Candidate& candidate = field.candidates[next++];
      if (candidate.type == EntityType::kOrganisation) named.insert(field.tokens[i].word);
      all.push_back(candidate);
      i = candidate.last - 1;
      continue;
    }
    const EntityToken& noun = field.tokens[i];
    if (i == 0 || noun.line_start || noun.shape != Shape::kLower || !noun.is(kHead) || !is_kind(noun))
      continue;
    if (!named.contains(noun.word) || !organisations.names_one(noun.word)) continue;
    if (!determines(field.tokens[i - 1]) || !ends_phrase(field.tokens[i + 1])) continue;
    Candidate reference{i, i + 1, EntityType::kOrganisation, Evidence::kLikely};
    reference.reference = true;
    all.push_back(reference);
  }
  field.candidates = std::move(all);
}

}  // namespace

void add_references(std::vector<FieldNames>& fields) {
  const Organisations organisations(fields);
  if (organisations.empty()) return;
  for (FieldNames& field : fields) add_references(field, organisations);
}

}  // namespace depeche::entities
