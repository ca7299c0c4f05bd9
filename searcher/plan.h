#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/published_surnames.h"
#include "common/schema.h"
#include "common/text/analyzer.h"
#include "searcher/aliases.h"
#include "searcher/query/query.h"
#include "searcher/vocabulary.h"

namespace depeche {

/// What one token must be.
struct Pattern {
  enum class Kind : uint8_t {
    kStem,    // shares a stem with the word typed, or is it
    kQuoted,  // common/text/fold.h, matches_quoted
    kExact,   // matches_exact
    kPrefix,  // its folded form begins so
  };
  Kind kind = Kind::kStem;
  std::string term;                // folded surface form, or the literal of a prefix
  std::string typed;               // lower case with accents
  std::vector<std::string> stems;  // kStem
};

Pattern pattern_of(const Word& word, Pattern::Kind kind);

/// Tokens that follow each other.
using Sequence = std::vector<Pattern>;

/// Terms of which one group must be there whole: an OR of ANDs.
using TermGroups = std::vector<std::vector<std::string>>;

/// Two words that are asked for together: an article that has them close to each other ranks higher.
struct Pair {
  Pattern left, right;
  unsigned distance = 1;  // positions from one to the other, as typed
  bool adjacent = true;   // no other word to search for stands between them
};

/// What of the bare words of a query an article must have.
enum class Demand : uint8_t {
  kAll,   // all of them
  kMost,  // one at least; the more they weigh, the higher it ranks
  kAny,   // the same, and the words of a phrase in quotes are as good as bare ones
};

/// A query resolved against one index: words analysed, compounds given their shapes, dates and names turned
/// into terms. compile() and find_hits() read it, so that what is matched and what is shown cannot differ.
struct Plan {
  enum class Kind : uint8_t {
    kAll,
    kSequences,
    kFilter,
    kNear,
    kAdjacent,
    kSentence,
    kParagraph,
    kAnd,
    kMost,
    kOr,
    kNot,
  };
  Kind kind = Kind::kAll;
  std::vector<Sequence> sequences;  // kSequences: one of them, anywhere (or in the title)
  bool in_title = false;            // kSequences
  TermGroups filter;                // kFilter
  std::vector<std::string> names;   // kFilter on names: keys asked for; the words of each must stand together
  std::vector<std::string> aliases;  // kFilter on names: the group that `names` are of, as --explain tells it
  std::vector<Surname> deduced;      // kFilter on names: bare names that stand for one of `names`
  FieldId field = FieldId::kDate;    // kFilter
  unsigned distance = 0;             // kNear, kAdjacent
  std::vector<Pair> pairs;           // kAnd, kMost: these decide nothing
  std::vector<Plan> children;
};

/// Most terms that a wildcard may stand for.
constexpr size_t kMaxExpansions = 200;

/// Resolves a query; a whole name that `aliases` (nullptr: none) knows asks for its group, and a person's
/// full name also for the bare names that `surnames` (nullptr: none; read only for such queries) lets stand
/// for it. Throws Error (kRefused) where a wildcard stands for more than kMaxExpansions terms.
Plan make_plan(const Query& query, Analyzer& analyzer, const Vocabulary& vocabulary,
               const Aliases* aliases = nullptr, const PublishedSurnames* surnames = nullptr,
               Demand demand = Demand::kAll);

}  // namespace depeche
