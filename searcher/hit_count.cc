#include "searcher/hit_count.h"

#include <algorithm>
#include <set>
#include <string>

#include "common/schema.h"
#include "common/term.h"
#include "common/text/fold.h"

namespace depeche {
namespace {

/// What leaves of a plan have to do with an article that answers it.
enum class Part { kRequired, kAlternative };

class Counter {
 public:
  Counter(const Vocabulary& vocabulary, const Xapian::Database& database,
          const std::vector<uint32_t>& documents)
      : vocabulary_(vocabulary),
        database_(database),
        documents_(documents),
        counts_(documents.size(), 0),
        doubtful_(documents.size(), false) {}

  void add(const Plan& plan, Part part);
  std::vector<std::optional<uint32_t>> result() const;

 private:
  using Frequencies = std::vector<uint32_t>;  // by document

  void add_sequences(const Plan& plan, Part part);
  void add_word(const Pattern& pattern, bool must_match);
  void add_run(const Sequence& sequence);
  void doubt_shared_places(const Pattern& pattern);
  void doubt_all() { doubtful_.assign(documents_.size(), true); }
  void doubt(const std::string& term) {
    for_each_shared(term, [&](size_t i, uint32_t) { doubtful_[i] = true; });
  }
  Frequencies frequencies(const std::vector<std::string>& terms) const;

  /// Calls `visit` with the index of each document that has the term, and the term's frequency in it.
  template <typename Visit>
  void for_each_shared(const std::string& term, Visit visit) const {
    auto posting = database_.postlist_begin(term);
    const auto end = database_.postlist_end(term);
    for (size_t i = 0; i < documents_.size() && posting != end;) {
      if (*posting < documents_[i]) {
        posting.skip_to(documents_[i]);
      } else {
        if (*posting == documents_[i]) visit(i, posting.get_wdf());
        ++i;
      }
    }
  }

  const Vocabulary& vocabulary_;
  const Xapian::Database& database_;
  const std::vector<uint32_t>& documents_;
  std::vector<uint32_t> counts_;
  std::vector<bool> doubtful_;
  std::set<std::string> counted_;  // forms
};

std::vector<std::optional<uint32_t>> Counter::result() const {
  std::vector<std::optional<uint32_t>> result(documents_.size());
  for (size_t i = 0; i < result.size(); ++i)
    if (!doubtful_[i]) result[i] = counts_[i];
  return result;
}

Counter::Frequencies Counter::frequencies(const std::vector<std::string>& terms) const {
  Frequencies sum(documents_.size(), 0);
  for (const std::string& term : terms)
    for_each_shared(term, [&](size_t i, uint32_t frequency) { sum[i] += frequency; });
  return sum;
}

/// Tokens that share their place are one hit or several, as their words are.
void Counter::doubt_shared_places(const Pattern& pattern) {
  const std::string prefix(kSharedPlacePrefix);
  if (pattern.kind == Pattern::Kind::kPrefix) {
    const std::vector<std::string> terms = vocabulary_.expand(prefix + pattern.term, kMaxExpansions);
    if (terms.size() > kMaxExpansions) return doubt_all();
    for (const std::string& term : terms) doubt(term);
    return;
  }
  doubt(prefix + pattern.term);
  if (pattern.kind == Pattern::Kind::kStem)
    for (const std::string& stem : pattern.stems) doubt(prefix + stem);
}

/// `must_match`: a document that answers the plan has a hit of this word.
void Counter::add_word(const Pattern& pattern, bool must_match) {
  const std::vector<std::string> forms = forms_of(pattern, vocabulary_);
  for (const std::string& form : forms)
    if (!counted_.insert(form).second) doubt(form);  // the hits of two words of the query may be the same
  doubt_shared_places(pattern);

  const Frequencies tokens = frequencies(forms);
  for (size_t i = 0; i < documents_.size(); ++i) counts_[i] += tokens[i];
  if (pattern.kind == Pattern::Kind::kStem && !pattern.stems.empty()) {
    // A form may be that of an acronym, or of another accented word, which the stem does not find. There are
    // no such tokens where no fewer have the stem.
    Frequencies stemmed(documents_.size(), 0);
    for (const std::string& stem : pattern.stems) {
      const Frequencies sharing = frequencies({std::string(kStemPrefix) + stem});
      for (size_t i = 0; i < documents_.size(); ++i) stemmed[i] = std::max(stemmed[i], sharing[i]);
    }
    for (size_t i = 0; i < documents_.size(); ++i)
      if (tokens[i] != stemmed[i]) doubtful_[i] = true;
  }
  const bool selective = pattern.kind == Pattern::Kind::kExact ||
                         (pattern.kind == Pattern::Kind::kQuoted && pattern.typed != fold(pattern.typed));
  if (selective) doubt(must_match ? variants_term(pattern.term) : pattern.term);
}

/// Words that follow each other: none do where one of them is not there.
void Counter::add_run(const Sequence& sequence) {
  std::vector<bool> whole(documents_.size(), true);
  for (const Pattern& pattern : sequence) {
    const Frequencies tokens = frequencies(forms_of(pattern, vocabulary_));
    for (size_t i = 0; i < documents_.size(); ++i)
      if (tokens[i] == 0) whole[i] = false;
  }
  for (size_t i = 0; i < documents_.size(); ++i)
    if (whole[i]) doubtful_[i] = true;
}

void Counter::add_sequences(const Plan& plan, Part part) {
  if (plan.in_title) return doubt_all();
  for (const Sequence& sequence : plan.sequences)
    if (sequence.size() == 1)
      add_word(sequence[0], part == Part::kRequired && plan.sequences.size() == 1);
    else
      add_run(sequence);
}

void Counter::add(const Plan& plan, Part part) {
  switch (plan.kind) {
    case Plan::Kind::kAll:
      return;
    case Plan::Kind::kSequences:
      return add_sequences(plan, part);
    case Plan::Kind::kFilter:
      if (plan.field <= FieldId::kEntity) doubt_all();  // its mentions are hits
      return;
    case Plan::Kind::kAnd:
      if (part == Part::kAlternative) return doubt_all();  // its words are hits only together
      for (const Plan& child : plan.children) add(child, part);
      return;
    case Plan::Kind::kMost:
    case Plan::Kind::kOr:
      for (const Plan& child : plan.children) add(child, Part::kAlternative);
      return;
    case Plan::Kind::kNot:
      if (part == Part::kAlternative) return doubt_all();
      return add(plan.children[0], part);
    case Plan::Kind::kNear:
    case Plan::Kind::kAdjacent:
    case Plan::Kind::kSentence:
    case Plan::Kind::kParagraph:
      return doubt_all();
  }
}

void collect_forms(const Plan& plan, const Vocabulary& vocabulary, std::vector<std::string>& forms) {
  for (const Sequence& sequence : plan.sequences)
    for (const Pattern& pattern : sequence) {
      const std::vector<std::string> more = forms_of(pattern, vocabulary);
      forms.insert(forms.end(), more.begin(), more.end());
    }
  for (const Plan& child : plan.children) collect_forms(child, vocabulary, forms);
}

}  // namespace

std::vector<std::string> forms_of(const Pattern& pattern, const Vocabulary& vocabulary) {
  if (pattern.kind == Pattern::Kind::kPrefix) return vocabulary.expand(pattern.term, kMaxExpansions);
  std::set<std::string> forms{pattern.term};
  if (pattern.kind == Pattern::Kind::kStem)
    for (const std::string& stem : pattern.stems) {
      const std::vector<std::string> more = vocabulary.forms(stem);
      forms.insert(more.begin(), more.end());
    }
  return {forms.begin(), forms.end()};
}

WordFilter word_filter_of(const Plan& plan, const Vocabulary& vocabulary) {
  std::vector<std::string> forms;
  collect_forms(plan, vocabulary, forms);
  return WordFilter(forms);
}

std::vector<std::optional<uint32_t>> count_hits(const Plan& plan, const Vocabulary& vocabulary,
                                                const Xapian::Database& database,
                                                const std::vector<uint32_t>& documents) {
  Counter counter(vocabulary, database, documents);
  counter.add(plan, Part::kRequired);
  return counter.result();
}

}  // namespace depeche
