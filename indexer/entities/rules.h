#pragma once

#include <vector>

#include "indexer/entities/candidate.h"

namespace depeche::entities {

/// Names that their own sentence shows: by title, role, speech verb, organisation's head, the gazetteer, or
/// capitals. By first token, never overlapping. Each rule looks a bounded number of tokens ahead: linear
/// time.
std::vector<Candidate> find_candidates(const TokenList& tokens, uint64_t article);

/// What the rules share while they read one field.
struct Scan {
  const TokenList& tokens;
  uint64_t article;  // what KnownWord::seen_lower says of this article's words
  std::vector<Candidate>& found;
};

/// Each rule reads at token `i`, adds what it finds, and returns the token behind what it has read; `i` where
/// it does not apply.
size_t title_rule(Scan& scan, size_t i);  // « Mme Hua », « MM. Diop et Sow »
size_t role_rule(Scan& scan, size_t i);   // « le ministre de la Défense Wang Yi »
size_t head_rule(Scan& scan, size_t i);  // « tribunal de Lille », « groupe Equation », « logiciel Pegasus »
size_t known_name_rule(Scan& scan, size_t i);    // the gazetteer
size_t country_code_rule(Scan& scan, size_t i);  // « Torbjörn Ask (SWE) »
size_t full_name_rule(Scan& scan, size_t i);     // « Claire Vasseur », « J. K. Marlowe »
/// « à La Capte », « selon L'Indépendant »: a capital article inside a sentence is part of the name.
size_t article_name_rule(Scan& scan, size_t i);
size_t capitals_rule(Scan& scan, size_t i);  // any other run of capitals

/// The longest gazetteer name at `i`: its end (`i` if none) and type.
struct KnownName {
  size_t end = 0;
  EntityType type = EntityType::kPlace;
};
KnownName known_name_at(const TokenList& tokens, size_t i);

/// Whether a token may be a word of a name: a capital that is neither demonym, day nor generic.
bool is_name_word(const EntityToken& token);
/// Whether a capital at `i` comes from the beginning of a sentence, not from a name.
bool is_ordinary_start(const Scan& scan, size_t i);
/// Whether a person's given name and family name begin at `i`.
bool begins_full_name(const TokenList& tokens, size_t i);

/// The end of a person's name at `i` (`i` if none): capitals, initials, particles. `titled`: a title or role
/// stands before it, so that it may begin with a particle (« M. de Villepin »).
size_t person_end(const TokenList& tokens, size_t i, bool titled);

/// The end of « de la Culture et de la Communication » at `i` (`i` if none): words of kDomain, in any case.
size_t domain_end(const TokenList& tokens, size_t i);

}  // namespace depeche::entities
