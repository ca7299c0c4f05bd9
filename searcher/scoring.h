#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/bonus_source.h"
#include "searcher/plan.h"
#include "searcher/vocabulary.h"

namespace depeche {

/// Gathers what single words and pairs of words find, and what they score (searcher/ranking.h has the formula
/// of a term). An article scores for a word asked for by its stem
///
///   BM25(stem) + 0.7 BM25(folded form) + idf (0.25 as typed + 0.4 in the title)
///
/// so that of two articles alike in the rest the one with the form typed ranks above the one with other
/// accents, and that above another form of the word. idf is that of the stem in title and text alike: that
/// of the titles alone would give a common word of few titles the weight of a rare name. Parts that do not
/// depend on frequency are multiples of 2^-32, as those of BM25 are, and read from the whole index: scores do
/// not depend on segments. Two words typed near each other score again where they stand near each other
/// (after the sequential dependence model of Metzler and Croft, A Markov Random Field Model for Term
/// Dependencies, 2005). The weights were chosen with tests/bench/questions.cc.
class Scoring {
 public:
  /// `alone`: there is one word to search for; then an accent as typed outweighs everything else.
  Scoring(const Vocabulary& vocabulary, bool alone) : vocabulary_(vocabulary), alone_(alone) {}

  /// One token anywhere, or in the title.
  Xapian::Query word(const Pattern& pattern, bool in_title);

  /// One token as an operand of PHRASE or NEAR: terms with positions only. Scores as it happens.
  Xapian::Query positional(const Pattern& pattern) const;
  /// The terms of positional(), sorted, each once.
  std::vector<std::string> positional_terms(const Pattern& pattern) const;

  /// Lets the pairs that stand near each other score.
  void add_pairs(const std::vector<Pair>& pairs);
  /// How much was added so far, and forgets what was added since: words behind a NOT score nothing.
  size_t mark() const { return bonuses_.size(); }
  void forget_since(size_t mark) { bonuses_.resize(mark); }

  /// `query`, which decides alone, with all that was added.
  Xapian::Query scored(const Xapian::Query& query) const;

 private:
  /// log(1 + (N - n + 0.5) / (n + 0.5)), n: documents that have the word in any form.
  double idf(const Pattern& pattern) const;
  void add(Bonus bonus);
  void add_as_typed(const Pattern& pattern, double weight);

  const Vocabulary& vocabulary_;
  bool alone_;
  std::vector<Bonus> bonuses_;
};

}  // namespace depeche
