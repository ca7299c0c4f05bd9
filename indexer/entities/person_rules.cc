#include <algorithm>

#include "indexer/entities/rules.h"

namespace depeche::entities {
namespace {

constexpr size_t kMaxNameTokens = 9;
constexpr size_t kMaxListedNames = 12;
constexpr uint32_t kSexes = kTitleMale | kTitleFemale;

/// « Marine LE PEN », « XI Jinping »: capitals inside a person's name that are no acronym.
bool may_be_shouted(const TokenList& tokens, size_t i, bool first) {
  constexpr size_t kLongestAcronym = 3;
  const EntityToken& token = tokens[i];
  if (token.shouted || token.is(kNumeral | kFamilyFirst | kGivenName)) return true;
  if (token.is(kArticle)) return tokens[i + 1].shape == Shape::kCapitals;
  return token.end - token.begin > kLongestAcronym && !(first && token.is(kStartsName));
}

bool is_person_word(const TokenList& tokens, size_t i, bool first) {
  const EntityToken& token = tokens[i];
  if (!is_name_word(token) || (first && token.is(kNumeral))) return false;
  return token.shape != Shape::kCapitals || may_be_shouted(tokens, i, first);
}

/// The end of the particles at `i`, where a name goes on behind them: « de la » Vega, « van der » Bellen.
size_t particles_end(const TokenList& tokens, size_t i, bool french_too) {
  constexpr size_t kMaxParticles = 3;
  size_t end = i;
  while (end - i < kMaxParticles && tokens[end].is_word() && !tokens[end].line_start) {
    const EntityToken& token = tokens[end];
    const bool french = token.is(kOf) || (token.is(kArticle) && end > i && tokens[end - 1].is(kOf));
    if (!token.is(kForeignParticle) && !(french && french_too)) break;
    ++end;
  }
  return end > i && !tokens[end].line_start && is_person_word(tokens, end, true) ? end : i;
}

bool begins_other_name(const TokenList& tokens, size_t i, size_t end) {
  const KnownName known = known_name_at(tokens, i);
  return known.end >= end && known.type != EntityType::kPerson && !begins_full_name(tokens, i);
}

void add_person(Scan& scan, size_t first, size_t last, uint32_t title) {
  scan.found.push_back({static_cast<uint32_t>(first), static_cast<uint32_t>(last), EntityType::kPerson,
                        Evidence::kStrong, title & kSexes});
}

/// « MM. Diop, Sow et Ba »: adds the names behind the first, which ends at `i`.
size_t add_listed(Scan& scan, size_t i, uint32_t title) {
  for (size_t count = 0; count < kMaxListedNames; ++count) {
    if (scan.tokens[i].mark != ',' && !scan.tokens[i].is(kAnd)) break;
    const size_t end = person_end(scan.tokens, i + 1, true);
    if (end == i + 1 || begins_other_name(scan.tokens, i + 1, end)) break;
    add_person(scan, i + 1, end, title);
    i = end;
  }
  return i;
}

/// « général », « délégué », « d'Etat »: what stands between a role and the rest.
size_t role_attributes_end(const TokenList& tokens, size_t i) {
  constexpr size_t kMaxAttributes = 4;
  for (size_t count = 0; count < kMaxAttributes && !tokens[i].line_start; ++count) {
    if (tokens[i].is(kAdjective) && tokens[i].shape == Shape::kLower)
      ++i;
    else if (tokens[i].is(kOf) && tokens[i + 1].is_word() && tokens[i + 1].word->folded == "etat")
      i += 2;
    else
      break;
  }
  return i;
}

/// « des Petites et Moyennes Entreprises »: what a minister is minister of need not be in our lists.
size_t portfolio_end(const TokenList& tokens, size_t i) {
  size_t content = i;
  while (content - i < 2 && tokens[content].is(kOf | kArticle | kRelation)) ++content;
  if (content == i || known_name_at(tokens, content).end > content || begins_full_name(tokens, content))
    return i;
  size_t end = content;
  while (end - content < kMaxNameTokens && !tokens[end].line_start && !tokens[end].is(kTitle | kGivenName) &&
         (tokens[end].has_capital() || (tokens[end].is(kAnd) && tokens[end + 1].has_capital())))
    ++end;
  return end > content ? end : i;
}

bool is_minister(const EntityToken& role) {
  const std::string& word = role.word->folded;
  return word.find("ministre") != std::string::npos || word == "secretaire";
}

/// « PS », « (LR) » between a role and a name: the party's only token, or kNoParty.
constexpr size_t kNoParty = SIZE_MAX;
size_t party_at(const TokenList& tokens, size_t i) {
  const bool bracketed = tokens[i].mark == '(';
  const size_t party = bracketed ? i + 1 : i;
  const KnownName known = known_name_at(tokens, party);
  if (known.end != party + 1 || known.type != EntityType::kOrganisation) return kNoParty;
  return bracketed && tokens[party + 1].mark != ')' ? kNoParty : party;
}

}  // namespace

bool begins_full_name(const TokenList& tokens, size_t i) {
  if (!tokens[i].is(kGivenName) || !is_name_word(tokens[i]) || tokens[i + 1].line_start) return false;
  return is_name_word(tokens[i + 1]) || particles_end(tokens, i + 1, true) > i + 1;
}

size_t person_end(const TokenList& tokens, size_t i, bool titled) {
  size_t end = i;
  bool only_given = true;
  while (end - i < kMaxNameTokens && (end == i || !tokens[end].line_start)) {
    const bool first = end == i;
    const size_t name = particles_end(tokens, end, first ? titled : only_given);
    if (name != end && (!first || titled)) {
      end = name;
      continue;
    }
    if (!is_person_word(tokens, end, first)) break;
    // « le ministre Paul Durand Paris »: a known place or body behind a full name is another name.
    if (end >= i + 2 && tokens[end].is(kStartsName) && begins_other_name(tokens, end, end + 1)) break;
    only_given = only_given && tokens[end].is(kGivenName);
    const bool initial = tokens[end].shape == Shape::kInitial;
    ++end;
    if (!initial || tokens[end].mark != '.') continue;
    const size_t behind = tokens[end + 1].mark == '-' ? end + 2 : end + 1;  // « J.-P. N'Dour »
    if (is_person_word(tokens, behind, false) && !tokens[behind].is(kOrdinary)) end = behind;
  }
  if (end > i && !tokens[end - 1].is_word()) --end;  // the full stop of an initial
  const bool lone_initial = end == i + 1 && tokens[i].shape == Shape::kInitial;
  return lone_initial ? i : end;
}

size_t title_rule(Scan& scan, size_t i) {
  const EntityToken& title = scan.tokens[i];
  if (!title.is(kTitle) || !title.has_capital()) return i;
  const bool dotted = scan.tokens[i + 1].mark == '.';
  if (title.shape == Shape::kInitial && !dotted) return i;
  const size_t name = dotted ? i + 2 : i + 1;
  if (scan.tokens[name].line_start) return i;
  const size_t end = person_end(scan.tokens, name, true);
  // « M. Gao »: also where it is a place's name. « Me » may be « Maître » or a pronoun with a capital.
  if (end == name || (!title.is(kSexes) && begins_other_name(scan.tokens, name, end))) return i;
  // « M. et Mme Dupont »: the name is of both.
  const bool both = i >= 2 && scan.tokens[i - 1].is(kAnd) &&
                    (scan.tokens[i - 2].is(kTitle) || (i >= 3 && scan.tokens[i - 3].is(kTitle)));
  add_person(scan, name, end, both ? 0 : title.word->classes);
  return title.is(kPlural) ? add_listed(scan, end, title.word->classes) : end;
}

size_t role_rule(Scan& scan, size_t i) {
  const TokenList& tokens = scan.tokens;
  const EntityToken& role = tokens[i];
  if (!role.is(kRole) || role.shape == Shape::kCapitals) return i;
  size_t end = role_attributes_end(tokens, i + 1);
  if (const size_t domain = domain_end(tokens, end); domain != end)
    end = role_attributes_end(tokens, domain);
  else if (is_minister(role))
    end = portfolio_end(tokens, end);
  const size_t party = party_at(tokens, end);
  const bool bracketed = tokens[end].mark == '(';
  const bool apposed = party == kNoParty && tokens[end].mark == ',';
  const size_t name = party != kNoParty ? party + (bracketed ? 2 : 1) : end + (apposed ? 1 : 0);
  if (tokens[name].line_start) return end;
  const size_t name_end = person_end(tokens, name, false);
  if (name_end == name || begins_other_name(tokens, name, name_end)) return end;
  // « Le ministre, Paris et ... »: behind a comma a single word must be followed by a pause.
  if (apposed && name_end == name + 1 && tokens[name_end].mark != ',') return end;
  if (party != kNoParty)
    scan.found.push_back({static_cast<uint32_t>(party), static_cast<uint32_t>(party + 1),
                          EntityType::kOrganisation, Evidence::kStrong, 0});
  add_person(scan, name, name_end, 0);
  return role.is(kPlural) ? add_listed(scan, name_end, 0) : name_end;
}

}  // namespace depeche::entities
