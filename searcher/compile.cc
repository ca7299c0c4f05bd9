#include "searcher/compile.h"

#include <algorithm>

#include "common/term.h"
#include "common/text/fold.h"

namespace depeche {
namespace {

using Xapian::Query;

/// What the query has to be where Xapian cannot decide: under an even number of negations all that may match,
/// under an odd one only what surely does.
enum class Bound { kUpper, kLower };

constexpr double kTitleWeight = 1.5;
/// More than any BM25 sum of a word can reach, so that the reading typed ranks first.
constexpr double kReadingWeight = 30;

Bound opposite(Bound bound) { return bound == Bound::kUpper ? Bound::kLower : Bound::kUpper; }

Query any_of(const std::vector<Query>& queries) { return {Query::OP_OR, queries.begin(), queries.end()}; }
Query all_of(const std::vector<Query>& queries) { return {Query::OP_AND, queries.begin(), queries.end()}; }
Query unweighted(const Query& query) { return {Query::OP_SCALE_WEIGHT, query, 0.0}; }
Query everything() {
  return Query(std::string());
}  // not Query::MatchAll: its static object is not thread-safe

/// An empty query matches nothing; Xapian drops it from an AND, which would then match too much.
bool is_nothing(const Query& query) { return query.empty(); }

Query both(const Query& left, const Query& right) {
  return is_nothing(left) || is_nothing(right) ? Query() : left & right;
}

/// `left` without `right`, as an AND with the complement. Not OP_AND_NOT: below its right side Xapian 1.4.22
/// never sets the bounds of an AND's weights (MultiAndPostList), and reads them all the same, so that
/// documents are lost at random.
Query minus(const Query& left, const Query& right) {
  if (is_nothing(left) || is_nothing(right)) return left;
  const Query complement(Query::OP_XOR, everything(), right);
  return {Query::OP_FILTER, left, unweighted(complement)};
}

/// Xapian weighs an OR inside PHRASE or NEAR by what a segment has of it, so that scores would differ with
/// segments: what decides scores nothing, and the words score beside it.
Query scored_apart(const Query& deciding, const std::vector<Query>& scoring) {
  return {Query::OP_AND_MAYBE, unweighted(deciding), any_of(scoring)};
}

class Compiler {
 public:
  explicit Compiler(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  CompiledQuery compile(const Plan& plan) {
    result_.query = node(plan, Bound::kUpper);
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
  Query single(const Pattern& pattern, bool in_title);
  Query positional(const Pattern& pattern);
  Query with_reading(Query query, const Pattern& pattern, Bound bound);
  Query reading_bonus(const Pattern& pattern);
  std::vector<std::string> positional_terms(const Pattern& pattern);

  const Vocabulary& vocabulary_;
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

Query Compiler::reading_bonus(const Pattern& pattern) {
  if (pattern.kind != Pattern::Kind::kStem || !has_accent(pattern.typed)) return {};
  std::vector<Query> readings;
  for (const std::string& reading : vocabulary_.readings(pattern.term))
    if (matches_quoted(reading, pattern.typed)) readings.emplace_back(reading_term(pattern.term, reading));
  if (readings.empty()) return {};
  return unweighted(any_of(readings)) &
         Query((new Xapian::FixedWeightPostingSource(kReadingWeight))->release());
}

/// One token anywhere, or in the title.
Query Compiler::single(const Pattern& pattern, bool in_title) {
  const std::string prefix(in_title ? kTitlePrefix : "");
  std::vector<Query> terms;
  if (pattern.kind == Pattern::Kind::kPrefix) {
    for (const std::string& term : vocabulary_.expand(prefix + pattern.term, kMaxExpansions))
      terms.emplace_back(term);
    return any_of(terms);
  }
  terms.emplace_back(prefix + pattern.term);
  if (pattern.kind != Pattern::Kind::kStem) return terms[0];

  const std::string title_stem = std::string(kStemPrefix) + std::string(kTitlePrefix);
  for (const std::string& stem : pattern.stems) {
    const Query in_titles(title_stem + stem);
    if (in_title) {
      terms.push_back(in_titles);
      continue;
    }
    terms.emplace_back(std::string(kStemPrefix) + stem);
    terms.emplace_back(Query::OP_SCALE_WEIGHT, in_titles, kTitleWeight);
  }
  const Query bonus = reading_bonus(pattern);
  return is_nothing(bonus) ? any_of(terms) : Query(Query::OP_AND_MAYBE, any_of(terms), bonus);
}

std::vector<std::string> Compiler::positional_terms(const Pattern& pattern) {
  if (pattern.kind == Pattern::Kind::kPrefix) return vocabulary_.expand(pattern.term, kMaxExpansions);
  std::vector<std::string> terms{pattern.term};
  for (const std::string& stem : pattern.stems)
    if (pattern.kind == Pattern::Kind::kStem)
      for (std::string& form : vocabulary_.forms(stem)) terms.push_back(std::move(form));
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

/// One token as an operand of PHRASE or NEAR: terms with positions only.
Query Compiler::positional(const Pattern& pattern) {
  std::vector<Query> queries;
  for (const std::string& term : positional_terms(pattern)) queries.emplace_back(term);
  return any_of(queries);
}

Query Compiler::sequence(const Sequence& sequence, bool in_title, Bound bound) {
  if (sequence.size() == 1) return with_reading(single(sequence[0], in_title), sequence[0], bound);
  std::vector<Query> operands, words, in_titles;
  for (const Pattern& pattern : sequence) {
    operands.push_back(positional(pattern));
    if (is_nothing(operands.back())) return {};
    words.push_back(single(pattern, in_title));
    in_titles.push_back(unweighted(single(pattern, true)));
    if (is_nothing(in_titles.back()) && in_title) return {};
  }
  const Query phrase(Query::OP_PHRASE, operands.begin(), operands.end(),
                     static_cast<Xapian::termcount>(operands.size()));
  Query query = scored_apart(phrase, words);
  for (const Pattern& pattern : sequence) query = with_reading(std::move(query), pattern, bound);
  if (!in_title) return query;
  result_.check_all = true;  // title positions are not apart in the index
  return bound == Bound::kUpper ? both(query, all_of(in_titles)) : Query();
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
    for (const std::string& term : positional_terms(pattern)) seen.push_back(term);
    operands.push_back(positional(pattern));
    if (is_nothing(operands.back())) return {};
    words.push_back(single(pattern, false));
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
      return minus(node(plan.children[0], bound), node(plan.children[1], opposite(bound)));
    case Plan::Kind::kAnd: {
      std::vector<Query> queries;
      for (const Plan& child : plan.children) {
        queries.push_back(node(child, bound));
        if (is_nothing(queries.back())) return {};
      }
      return all_of(queries);
    }
    case Plan::Kind::kOr: {
      std::vector<Query> queries;
      for (const Plan& child : plan.children)
        if (Query query = node(child, bound); !is_nothing(query)) queries.push_back(std::move(query));
      return any_of(queries);
    }
  }
  return {};
}

}  // namespace

CompiledQuery compile(const Plan& plan, const Vocabulary& vocabulary) {
  return Compiler(vocabulary).compile(plan);
}

}  // namespace depeche
