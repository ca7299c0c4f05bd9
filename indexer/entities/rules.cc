#include "indexer/entities/rules.h"

#include <array>

#include "indexer/entities/gazetteer.h"
#include "indexer/entities/name_key.h"

namespace depeche::entities {
namespace {

using Rule = size_t (*)(Scan&, size_t);

/// In order: what says most about a name first. « Conseil de sécurité » is known before it is a head and its
/// tail.
constexpr std::array<Rule, 8> kRules = {title_rule,        known_name_rule, head_rule,         role_rule,
                                        country_code_rule, full_name_rule,  article_name_rule, capitals_rule};

/// Most words of a text concern no rule.
bool concerns_rules(const EntityToken& token) {
  return token.has_capital() || token.is(kHead | kRole | kTitle | kStartsName);
}

}  // namespace

bool is_name_word(const EntityToken& token) {
  if (!token.has_capital() || token.is(kNeverName | kTitle)) return false;
  return !(token.shape == Shape::kMixed && token.is(kRole));  // ex-PDG
}

bool is_ordinary_start(const Scan& scan, size_t i) {
  const EntityToken& token = scan.tokens[i];
  if (!token.sentence_start && !token.shouted) return false;
  return token.is(kOrdinary) || (token.is_word() && token.word->seen_lower == scan.article);
}

namespace {

/// Whether a name of several words may begin at a word in lower case: « mer du Nord », « la Croix ».
bool has_capital_behind(const TokenList& tokens, size_t i) {
  constexpr size_t kFarthest = 5;
  const size_t last = tokens[i].is(kArticle) ? i + 1 : i + kFarthest;
  for (size_t j = i + 1; j <= last && tokens[j].is_word() && !tokens[j].line_start; ++j)
    if (tokens[j].has_capital()) return true;
  return false;
}

}  // namespace

KnownName known_name_at(const TokenList& tokens, size_t i) {
  KnownName best{i, EntityType::kPlace};
  if (!tokens[i].is(kStartsName)) return best;
  if (!tokens[i].has_capital() && !has_capital_behind(tokens, i)) return best;
  std::string key;
  bool has_capital = false;
  for (size_t end = i; tokens[end].is_word() && (end == i || !tokens[end].line_start);) {
    const EntityToken& token = tokens[end++];
    const bool first = end == i + 1;
    has_capital |= token.has_capital() && !(first && token.is(kArticle));  // « La réunion »
    Gazetteer::Step step = token.word->gazetteer;
    if (!first || step.goes_on) append_to_key(key, token.word->folded);
    if (!first) step = gazetteer().find(key);
    const bool right_case =
        step.name != nullptr && has_capital && (!step.name->capitals_only || token.shape == Shape::kCapitals);
    if (right_case) best = {end, step.name->type};
    if (!step.goes_on) break;
  }
  return best;
}

std::vector<Candidate> find_candidates(const TokenList& tokens, uint64_t article) {
  std::vector<Candidate> found;
  Scan scan{tokens, article, found};
  for (size_t i = 0; i < tokens.size();) {
    size_t next = i;
    for (size_t rule = 0; concerns_rules(tokens[i]) && next == i && rule < kRules.size(); ++rule) {
      const size_t before = found.size();
      next = kRules[rule](scan, i);
      for (size_t c = before; c < found.size(); ++c) found[c].rule = static_cast<uint8_t>(rule);
    }
    i = next == i ? i + 1 : next;
  }
  return found;
}

}  // namespace depeche::entities
