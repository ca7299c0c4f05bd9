#include "searcher/search.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "common/message.h"
#include "common/slot_reader.h"
#include "common/stored_article.h"
#include "searcher/compile.h"
#include "searcher/deadline.h"
#include "searcher/deduction.h"
#include "searcher/hit_reader.h"
#include "searcher/hits.h"
#include "searcher/ranking.h"

namespace depeche {
namespace {

/// Membership of a document's terms.
TermTest terms_of(const Xapian::Document& document) {
  return [&document](const std::string& term) {
    auto it = document.termlist_begin();
    it.skip_to(term);
    return it != document.termlist_end() && *it == term;
  };
}

/// Looks at the text of the candidates that the index alone cannot decide.
class TextCheck : public Xapian::MatchDecider {
 public:
  TextCheck(const CompiledQuery& compiled, const Plan& plan, const Deadline& deadline)
      : compiled_(compiled), finder_(plan), deadline_(deadline) {}

  bool needed() const { return compiled_.check_all || !compiled_.doubtful.empty(); }
  bool interrupted() const { return interrupted_; }

  bool operator()(const Xapian::Document& document) const override {
    const TermTest has_term = terms_of(document);
    if (!compiled_.check_all && std::none_of(compiled_.doubtful.begin(), compiled_.doubtful.end(), has_term))
      return true;
    if (deadline_.passed()) {
      interrupted_ = true;
      return false;
    }
    return finder_.find(decode_article(document.get_data()), has_term).matches;
  }

 private:
  const CompiledQuery& compiled_;
  mutable HitFinder finder_;
  const Deadline& deadline_;
  mutable bool interrupted_ = false;
};

/// Keys that sort answers of equal rank: by published day, then id, or by id alone. Undated articles come
/// last.
class TieKey : public Xapian::KeyMaker {
 public:
  explicit TieKey(SortOrder order)
      : by_id_(order == SortOrder::kId), newest_first_(order != SortOrder::kOldestFirst) {}

  std::string operator()(const Xapian::Document& document) const override {
    if (by_id_) return document.get_value(kSlotId);
    std::string day = document.get_value(kSlotFirstDay);
    if (day.empty()) return "~" + document.get_value(kSlotId);
    if (newest_first_)
      for (char& digit : day) digit = static_cast<char>('0' + '9' - digit);
    return day + document.get_value(kSlotId);
  }

 private:
  bool by_id_, newest_first_;
};

Xapian::Query among_live(const Xapian::Query& query, const Manifest& manifest) {
  const bool any_superseded =
      std::any_of(manifest.segments.begin(), manifest.segments.end(),
                  [](const SegmentEntry& segment) { return segment.superseded.size() > 0; });
  if (!any_superseded || query.empty()) return query;
  auto* live = new LiveDocuments(LiveDocuments::superseded_of(manifest));
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(live->release())};
}

Xapian::doccount clamp(uint64_t value, Xapian::doccount limit) {
  return static_cast<Xapian::doccount>(std::min<uint64_t>(value, limit));
}

Plan plan_of(const Query& query, const PublishedIndex& index, const Vocabulary& vocabulary,
             const Aliases* aliases) {
  Analyzer analyzer;
  return make_plan(query, analyzer, vocabulary, aliases, &index.surnames);
}

/// One search, from plan to documents.
class Run {
 public:
  Run(const PublishedIndex& index, const Query& query, const SearchOptions& options)
      : deadline_(options.time_limit),
        documents_(index.database.get_doccount()),
        vocabulary_(index.database),
        plan_(plan_of(query, index, vocabulary_, options.aliases)),
        compiled_(compile(plan_, vocabulary_)),
        check_(compiled_, plan_, deadline_),
        tie_key_(options.sort),
        enquire_(index.database) {
    enquire_.set_query(among_live(compiled_.query, index.manifest));
    if (options.sort == SortOrder::kNone)
      enquire_.set_weighting_scheme(Xapian::BoolWeight());
    else
      enquire_.set_weighting_scheme(Bm25());
    if (options.sort == SortOrder::kRelevance)
      enquire_.set_sort_by_relevance_then_key(&tie_key_, false);
    else if (options.sort != SortOrder::kNone)
      enquire_.set_sort_by_key(&tie_key_, false);
    enquire_.set_time_limit(options.time_limit);
  }

  Xapian::MSet find(uint64_t offset, uint64_t limit) {
    const Xapian::MSet found = enquire_.get_mset(clamp(offset, documents_), clamp(limit, documents_),
                                                 documents_, nullptr, check_.needed() ? &check_ : nullptr);
    partial_ = check_.interrupted() || found.get_matches_lower_bound() != found.get_matches_upper_bound();
    return found;
  }
  /// Every answer.
  Xapian::MSet find_all() { return find(0, documents_); }

  const Plan& plan() const { return plan_; }
  const Deadline& deadline() const { return deadline_; }
  bool partial() const { return partial_; }

 private:
  Deadline deadline_;
  Xapian::doccount documents_;
  Vocabulary vocabulary_;
  Plan plan_;
  CompiledQuery compiled_;
  TextCheck check_;
  TieKey tie_key_;
  Xapian::Enquire enquire_;
  bool partial_ = false;
};

Match to_match(const Xapian::MSetIterator& it, uint64_t rank, HitFinder& finder) {
  const Xapian::Document document = it.get_document();
  Match match{rank, it.get_weight(), decode_article(document.get_data()), {}};
  match.hits = finder.find(match.article, terms_of(document)).hits;
  return match;
}

/// --count: articles, hits and words of the whole answer.
Answer count(const PublishedIndex& index, const Query& query, const SearchOptions& options) {
  const Deadline deadline(options.time_limit);
  HitReader reader(index, query, options);
  HitCounts counts = reader.count(deadline);
  reader.complete(counts, counts.docids.size(), deadline);
  Answer answer;
  answer.articles = counts.docids.size();
  answer.partial = counts.partial;
  SlotReader words(index.database, kSlotWords);
  for (size_t i = 0; i < counts.docids.size(); ++i) {
    answer.hits += counts.hits[i].value_or(0);
    answer.words += words_of_slot(words.at(counts.docids[i]));
  }
  return answer;
}

/// What a plan asks for beside the names typed: aliases, and bare names that stand for them.
void explain_names(const Plan& plan, std::string& text) {
  if (!plan.aliases.empty())
    text += tr("Aliases: {}", fmt::format("{}", fmt::join(plan.aliases, " = "))) + "\n";
  for (const Surname& surname : plan.deduced)
    text += fmt::format("{} → {}: {}\n", surname.surname, surname.key, reason_text(surname));
  for (const Plan& child : plan.children) explain_names(child, text);
}

}  // namespace

Answer search(const PublishedIndex& index, const Query& query, const SearchOptions& options) {
  Answer answer;
  if (index.database.get_doccount() == 0) return answer;
  if (options.count_hits) return count(index, query, options);
  Run run(index, query, options);
  const Xapian::MSet found = run.find(options.offset, options.limit);
  answer.articles = found.get_matches_estimated();
  answer.partial = run.partial();

  HitFinder finder(run.plan());
  uint64_t rank = options.offset;
  for (auto it = found.begin(); it != found.end(); ++it)
    answer.matches.push_back(to_match(it, ++rank, finder));
  return answer;
}

bool visit_matches(const PublishedIndex& index, const Query& query, const SearchOptions& options,
                   const std::function<void(const Article&)>& visit) {
  if (index.database.get_doccount() == 0) return true;
  Run run(index, query, options);
  const Xapian::MSet found = run.find_all();
  for (auto it = found.begin(); it != found.end(); ++it) {
    if (run.deadline().passed()) return false;
    visit(decode_article(it.get_document().get_data()));
  }
  return !run.partial();
}

FoundDocuments find_documents(const PublishedIndex& index, const Query& query, const SearchOptions& options) {
  FoundDocuments documents;
  if (index.database.get_doccount() == 0) return documents;
  Run run(index, query, options);
  const Xapian::MSet found = run.find(options.offset, options.limit);
  documents.docids.reserve(found.size());
  for (auto it = found.begin(); it != found.end(); ++it) documents.docids.push_back(*it);
  documents.articles = found.get_matches_estimated();
  documents.partial = run.partial();
  return documents;
}

std::string explain(const PublishedIndex& index, const Query& query, const Aliases* aliases) {
  const Vocabulary vocabulary(index.database);
  const Plan plan = plan_of(query, index, vocabulary, aliases);
  const CompiledQuery compiled = compile(plan, vocabulary);
  std::string text = tr("Query: {}", to_text(query)) + "\n" + tr("Tree:") + "\n" + to_tree(query);
  explain_names(plan, text);
  text += "Xapian: " + compiled.query.get_description() + "\n";
  if (compiled.check_all)
    text += tr("Every candidate is decided on its text.") + "\n";
  else if (!compiled.doubtful.empty())
    text += tr("Candidates written in several ways are decided on their text.") + "\n";
  return text;
}

}  // namespace depeche
