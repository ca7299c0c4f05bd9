#include "searcher/compile.h"

#include <algorithm>

#include "common/term.h"
#include "common/text/fold.h"
#include "searcher/scoring.h"
#include "searcher/xapian_query.h"

namespace depeche {
namespace {

using namespace xapian_query;
using Xapian::Query;

/// What the query has to be where Xapian cannot decide: under an even number of negations all that may match,
/// under an odd one only what surely does.
enum class Bound { kUpper, kLower };

Bound opposite(Bound bound) { return bound == Bound::kUpper ? Bound::kLower : Bound::kUpper; }

/// Words and phrases that are asked for, whatever joins them.
size_t count_words(const Plan& plan) {
  size_t words = plan.kind == Plan::Kind::kSequences ? 1 : 0;
  for (const Plan& child : plan.children) words += count_words(child);
  return words;
}

/// Xapian weighs an OR inside PHRASE or NEAR by what a segment has of it, so that scores would differ with
/// segments: what decides scores nothing, and the words score beside it. All of them are there.
Query scored_apart(const Query& deciding, const std::vector<Query>& words) {
  return both(unweighted(deciding), any_of(words));
}

class Compiler {
 public:
  Compiler(const Vocabulary& vocabulary, bool alone) : vocabulary_(vocabulary), scoring_(vocabulary, alone) {}

  CompiledQuery compile(const Plan& plan) {
    const Query deciding = node(plan, Bound::kUpper);
    result_.query = scoring_.scored(deciding);
    std::sort(result_.doubtful.begin(), result_.doubtful.end());
    result_.doubtful.erase(std::unique(result_.doubtful.begin(), result_.doubtful.end()),
                           result_.doubtful.end());
    return std::move(result_);
  }

 private:
  Query node(const Plan& plan, Bound bound);
  Query sequences(const Plan& plan, Bound bound);
  Query sequence(const Sequence& sequence, bool in_title, Bound bound);
  Query window(const Plan& plan, Bound bound);
  Query filter(const Plan& plan, Bound bound);
  Query undecided(const Plan& plan, Bound bound);
  Query excluded(const Plan& plan, Bound bound);
  Query with_reading(Query query, const Pattern& pattern, Bound bound);

  const Vocabulary& vocabulary_;
  Scoring scoring_;
  CompiledQuery result_;
};

bool has_accent(const std::string& typed) { return typed != fold(typed); }

/// Whether only some readings of the pattern's folded form match it.
bool is_selective(const Pattern& pattern) {
  return pattern.kind == Pattern::Kind::kExact ||
         (pattern.kind == Pattern::Kind::kQuoted && has_accent(pattern.typed));
}

bool reading_matches(const Pattern& pattern, const std::string& reading) {
  return pattern.kind == Pattern::Kind::kExact ? matches_exact(reading, pattern.typed)
                                               : matches_quoted(reading, pattern.typed);
}

/// Keeps of `query` the articles whose readings of the pattern's word match: XA decides, XV means look at the
/// text.
Query Compiler::with_reading(Query query, const Pattern& pattern, Bound bound) {
  if (!is_selective(pattern)) return query;
  std::vector<Query> matching, other;
  for (const std::string& reading : vocabulary_.readings(pattern.term))
    (reading_matches(pattern, reading) ? matching : other).emplace_back(reading_term(pattern.term, reading));
  const std::string variants = variants_term(pattern.term);
  const bool plain_matches = reading_matches(pattern, pattern.term);
  const bool has_variants = vocabulary_.has(variants);

  if (has_variants) result_.doubtful.push_back(variants);
  if (!plain_matches) query = both(query, unweighted(any_of(matching)));
  if (has_variants && bound == Bound::kLower) query = minus(query, Query(variants));
  if (plain_matches && !other.empty()) {
    const Query wrong = any_of(other);
    query = minus(query, has_variants ? minus(wrong, Query(variants)) : wrong);
  }
  return query;
}

Query Compiler::sequence(const Sequence& sequence, bool in_title, Bound bound) {
  if (sequence.size() == 1) return with_reading(scoring_.word(sequence[0], in_title), sequence[0], bound);
  std::vector<Query> operands, words;
  for (const Pattern& pattern : sequence) {
    operands.push_back(scoring_.positional(pattern));
    if (is_nothing(operands.back())) return {};
    words.push_back(scoring_.word(pattern, in_title));
    if (is_nothing(words.back())) return {};
  }
  const Query phrase(Query::OP_PHRASE, operands.begin(), operands.end(),
                     static_cast<Xapian::termcount>(operands.size()));
  Query query = scored_apart(phrase, words);
  for (const Pattern& pattern : sequence) query = with_reading(std::move(query), pattern, bound);
  if (!in_title) return query;
  result_.check_all = true;  // title positions are not apart in the index
  return bound == Bound::kUpper ? both(query, unweighted(all_of(words))) : Query();
}

Query Compiler::sequences(const Plan& plan, Bound bound) {
  std::vector<Query> queries;
  for (const Sequence& one : plan.sequences)
    if (Query query = sequence(one, plan.in_title, bound); !is_nothing(query))
      queries.push_back(std::move(query));
  return any_of(queries);
}

/// What Xapian cannot say of the children together is looked up in the texts that have all of them.
Query Compiler::undecided(const Plan& plan, Bound bound) {
  result_.check_all = true;
  std::vector<Query> queries;
  for (const Plan& child : plan.children) {
    queries.push_back(node(child, Bound::kUpper));
    if (is_nothing(queries.back())) return {};
  }
  return bound == Bound::kUpper ? all_of(queries) : Query();
}

/// NEAR and ADJ over single tokens without exact readings, whose terms do not overlap, are Xapian's own.
Query Compiler::window(const Plan& plan, Bound bound) {
  std::vector<Query> operands, words;
  std::vector<std::string> seen;
  for (const Plan& child : plan.children) {
    if (child.kind != Plan::Kind::kSequences || child.sequences.size() != 1 ||
        child.sequences[0].size() != 1 || is_selective(child.sequences[0][0]))
      return undecided(plan, bound);
    const Pattern& pattern = child.sequences[0][0];
    for (const std::string& term : scoring_.positional_terms(pattern)) seen.push_back(term);
    operands.push_back(scoring_.positional(pattern));
    if (is_nothing(operands.back())) return {};
    words.push_back(scoring_.word(pattern, false));
  }
  std::sort(seen.begin(), seen.end());
  if (std::adjacent_find(seen.begin(), seen.end()) != seen.end()) return undecided(plan, bound);
  const auto op = plan.kind == Plan::Kind::kNear ? Query::OP_NEAR : Query::OP_PHRASE;
  return scored_apart(Query(op, operands.begin(), operands.end(), plan.distance + 1), words);
}

Query Compiler::filter(const Plan& plan, Bound bound) {
  std::vector<Query> groups;
  for (const auto& terms : plan.filter) {
    if (terms.size() > 1) {
      // The words of a name, perhaps of several names.
      result_.check_all = true;
      if (bound == Bound::kLower) continue;
    }
    std::vector<Query> queries;
    for (const std::string& term : terms)
      if (vocabulary_.has(term)) queries.emplace_back(term);
    if (queries.size() == terms.size()) groups.push_back(all_of(queries));
  }
  return groups.empty() ? Query() : unweighted(any_of(groups));
}

Query Compiler::excluded(const Plan& plan, Bound bound) {
  const size_t mark = scoring_.mark();
  const Query query = node(plan, bound);
  scoring_.forget_since(mark);
  return query;
}

Query Compiler::node(const Plan& plan, Bound bound) {
  switch (plan.kind) {
    case Plan::Kind::kAll:
      return unweighted(everything());
    case Plan::Kind::kSequences:
      return sequences(plan, bound);
    case Plan::Kind::kFilter:
      return filter(plan, bound);
    case Plan::Kind::kNear:
    case Plan::Kind::kAdjacent:
      return window(plan, bound);
    case Plan::Kind::kSentence:
    case Plan::Kind::kParagraph:
      return undecided(plan, bound);
    case Plan::Kind::kNot:
      return minus(node(plan.children[0], bound), excluded(plan.children[1], opposite(bound)));
    case Plan::Kind::kAnd: {
      std::vector<Query> queries;
      for (const Plan& child : plan.children) {
        queries.push_back(node(child, bound));
        if (is_nothing(queries.back())) return {};
      }
      scoring_.add_pairs(plan.pairs);
      return all_of(queries);
    }
    case Plan::Kind::kMost:
    case Plan::Kind::kOr: {
      std::vector<Query> queries;
      for (const Plan& child : plan.children)
        if (Query query = node(child, bound); !is_nothing(query)) queries.push_back(std::move(query));
      scoring_.add_pairs(plan.pairs);
      return any_of(queries);
    }
  }
  return {};
}

}  // namespace

CompiledQuery compile(const Plan& plan, const Vocabulary& vocabulary) {
  return Compiler(vocabulary, count_words(plan) == 1).compile(plan);
}

}  // namespace depeche
