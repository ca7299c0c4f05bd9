#include "searcher/scoring.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "common/term.h"
#include "common/text/fold.h"
#include "searcher/ranking.h"
#include "searcher/xapian_query.h"

namespace depeche {
namespace {

using namespace xapian_query;

constexpr double kFormWeight = 0.7;
constexpr double kTitleWeight = 0.4;
constexpr double kTypedWeight = 0.25;
/// More than any BM25 sum of a word can reach.
constexpr double kAccentAlone = 60;

/// Two words in the order and at the distance typed; in any order within kWindow positions.
constexpr double kOrderedWeight = 0.25, kNearWeight = 0.25;
/// Two words with another between them.
constexpr double kFarWeight = 0.2;
constexpr unsigned kWindow = 8;

bool overlap(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  std::vector<std::string> shared;
  std::ranges::set_intersection(left, right, std::back_inserter(shared));
  return !shared.empty();
}

}  // namespace

double Scoring::idf(const Pattern& pattern) const {
  uint64_t frequency = vocabulary_.frequency(pattern.term);
  for (const std::string& stem : pattern.stems)
    frequency = std::max(frequency, vocabulary_.frequency(std::string(kStemPrefix) + stem));
  return inverse_document_frequency(static_cast<double>(vocabulary_.documents()),
                                    static_cast<double>(frequency));
}

void Scoring::add(Bonus bonus) {
  bonus.weight = on_weight_grid(bonus.weight);
  if (bonus.weight > 0) bonuses_.push_back(std::move(bonus));
}

/// Articles that hold the word as typed. Of those that write its folded form in several ways every one may.
void Scoring::add_as_typed(const Pattern& pattern, double weight) {
  Bonus bonus{.weight = weight, .terms = {}, .but = {}, .unless = {}, .right = {}};
  if (pattern.typed == pattern.term) {
    // Unaccented: what is written otherwise in every place is not as typed.
    bonus.terms = {pattern.term};
    for (const std::string& reading : vocabulary_.readings(pattern.term))
      bonus.but.push_back(reading_term(pattern.term, reading));
    bonus.unless = {variants_term(pattern.term)};
  } else {
    for (const std::string& reading : vocabulary_.readings(pattern.term))
      if (matches_quoted(reading, pattern.typed)) bonus.terms.push_back(reading_term(pattern.term, reading));
  }
  add(std::move(bonus));
}

Xapian::Query Scoring::word(const Pattern& pattern, bool in_title) {
  const std::string prefix(in_title ? kTitlePrefix : "");
  if (pattern.kind == Pattern::Kind::kPrefix) {
    std::vector<Xapian::Query> terms;
    for (const std::string& term : vocabulary_.expand(prefix + pattern.term, kMaxExpansions))
      terms.emplace_back(term);
    return any_of(terms);
  }
  const Xapian::Query form(prefix + pattern.term);
  if (pattern.kind != Pattern::Kind::kStem) return form;

  const std::string title_stem = std::string(kStemPrefix) + std::string(kTitlePrefix);
  std::vector<Xapian::Query> stems;
  std::vector<std::string> titles{std::string(kTitlePrefix) + pattern.term};
  for (const std::string& stem : pattern.stems) {
    const Xapian::Query found((in_title ? title_stem : std::string(kStemPrefix)) + stem);
    stems.push_back(scaled(found, 1.0 / static_cast<double>(pattern.stems.size())));
    titles.push_back(title_stem + stem);
  }
  const double rarity = idf(pattern);
  const bool accented = pattern.typed != pattern.term;
  add_as_typed(pattern, alone_ && accented ? kAccentAlone : kTypedWeight * rarity);
  if (!in_title)
    add({.weight = kTitleWeight * rarity, .terms = std::move(titles), .but = {}, .unless = {}, .right = {}});
  stems.push_back(scaled(form, stems.empty() ? 1 + kFormWeight : kFormWeight));
  return any_of(stems);
}

std::vector<std::string> Scoring::positional_terms(const Pattern& pattern) const {
  if (pattern.kind == Pattern::Kind::kPrefix) return vocabulary_.expand(pattern.term, kMaxExpansions);
  std::vector<std::string> terms{pattern.term};
  for (const std::string& stem : pattern.stems)
    if (pattern.kind == Pattern::Kind::kStem)
      for (std::string& form : vocabulary_.forms(stem)) terms.push_back(std::move(form));
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

Xapian::Query Scoring::positional(const Pattern& pattern) const {
  std::vector<Xapian::Query> queries;
  for (const std::string& term : positional_terms(pattern)) queries.emplace_back(term);
  return any_of(queries);
}

void Scoring::add_pairs(const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) {
    const std::vector<std::string> left = positional_terms(pair.left), right = positional_terms(pair.right);
    if (overlap(left, right)) continue;
    const double rarity = idf(pair.left) + idf(pair.right);
    Bonus near{.weight = (pair.adjacent ? kNearWeight : kFarWeight) * rarity,
               .terms = left,
               .but = {},
               .unless = {},
               .right = right,
               .window = kWindow};
    if (pair.adjacent) {
      Bonus in_order = near;
      in_order.weight = kOrderedWeight * rarity;
      in_order.window = pair.distance + 1;
      in_order.ordered = true;
      add(std::move(in_order));
    }
    add(std::move(near));
  }
}

Xapian::Query Scoring::scored(const Xapian::Query& query) const {
  if (is_nothing(query) || bonuses_.empty()) return query;
  auto* source = new BonusSource(bonuses_);
  return query & Xapian::Query(source->release());
}

}  // namespace depeche
