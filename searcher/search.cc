#include "searcher/search.h"

#include <algorithm>
#include <limits>
#include <memory>

#include <fmt/ranges.h>

#include "common/message.h"
#include "common/slot_reader.h"
#include "common/stored_article.h"
#include "searcher/bare_words.h"
#include "searcher/compile.h"
#include "searcher/deadline.h"
#include "searcher/deduction.h"
#include "searcher/hit_reader.h"
#include "searcher/hits.h"
#include "searcher/ranking.h"
#include "searcher/stories.h"
#include "searcher/text_check.h"
#include "searcher/versions.h"
#include "searcher/xapian_query.h"

namespace depeche {
namespace {

/// What scores less than this share of the best article of a relaxed answer is not part of it.
constexpr double kShareOfBest = 0.4;

/// Keys that sort answers of equal rank: by published day, then id, or by id alone. Undated articles come
/// last.
class TieKey : public Xapian::KeyMaker {
 public:
  explicit TieKey(SortOrder order)
      : by_id_(order == SortOrder::kId),
        newest_first_(order != SortOrder::kOldestFirst && order != SortOrder::kNone) {}

  std::string operator()(const Xapian::Document& document) const override {
    return by_id_ ? document.get_value(kSlotId) : day_key(document, newest_first_);
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

/// The documents of `query` that states after `since` brought.
Xapian::Query among_brought(const Xapian::Query& query, const PublishedIndex& index, uint64_t since) {
  if (since == 0) return query;
  const std::string prefix(kBatchPrefix);
  std::vector<Xapian::Query> brought;
  for (auto it = index.database.allterms_begin(prefix); it != index.database.allterms_end(prefix); ++it)
    if (batch_number(*it).value_or(0) > since) brought.emplace_back(*it);
  if (brought.empty() || xapian_query::is_nothing(query)) return {};
  return {Xapian::Query::OP_FILTER, query, xapian_query::unweighted(xapian_query::any_of(brought))};
}

Plan plan_of(const Query& query, const PublishedIndex& index, const Vocabulary& vocabulary,
             const Aliases* aliases, Demand demand) {
  Analyzer analyzer;
  return make_plan(query, analyzer, vocabulary, aliases, &index.surnames, demand);
}

/// One search, from plan to documents. Every answer is counted, so Xapian is asked for all of them: where it
/// is asked for fewer, 1.4.22 skips documents that cannot be among them, and crashes below some nested
/// queries (tests/oracle found them).
class Run {
 public:
  Run(const PublishedIndex& index, const Query& query, const SearchOptions& options, Demand demand)
      : database_(index.database),
        sort_(options.sort),
        deadline_(options.time_limit),
        documents_(index.database.get_doccount()),
        vocabulary_(index.database),
        plan_(plan_of(query, index, vocabulary_, options.aliases, demand)),
        compiled_(compile(plan_, vocabulary_)),
        check_(compiled_, plan_, deadline_),
        tie_key_(options.sort),
        enquire_(index.database) {
    enquire_.set_query(
        among_live(among_brought(compiled_.query, index, options.since_state), index.manifest));
    if (options.sort == SortOrder::kNone && demand == Demand::kAll)
      enquire_.set_weighting_scheme(Xapian::BoolWeight());
    else
      enquire_.set_weighting_scheme(Bm25());
    if (sort_ != SortOrder::kRelevance && sort_ != SortOrder::kNone)
      enquire_.set_sort_by_key(&tie_key_, false);
  }

  /// Every answer, best first; those of equal score in any order.
  void find() {
    const Xapian::MSet found =
        enquire_.get_mset(0, documents_, documents_, nullptr, check_.needed(documents_) ? &check_ : nullptr);
    partial_ = check_.interrupted();
    for (auto it = found.begin(); it != found.end(); ++it) ranking_.push_back({*it, it.get_weight()});
  }

  /// Leaves out what scores less than this share of the best score.
  void cut_off(double share) {
    if (ranking_.empty()) return;
    const double least = best_score() * share;
    std::erase_if(ranking_, [least](const Ranked& ranked) { return ranked.score < least; });
    if (sort_ == SortOrder::kNone) std::ranges::sort(ranking_, {}, &Ranked::id);
  }

  /// Leaves one article of each story, that of the best rank.
  void leave_out_copies(const PublishedIndex& index) {
    articles_ = ranking_.size();
    left_out_ = depeche::leave_out_copies(index, ranking_, [this](const Ranked& a, const Ranked& b) {
      if (sort_ == SortOrder::kRelevance && a.score != b.score) return a.score > b.score;
      return tie_key_(document(a.id)) < tie_key_(document(b.id));
    });
  }

  /// Articles at the ranks from `offset` on, in their total order.
  std::vector<Ranked> page(uint64_t offset, uint64_t limit) {
    const size_t begin = std::min<uint64_t>(offset, ranking_.size());
    const size_t end = begin + std::min<uint64_t>(limit, ranking_.size() - begin);
    if (sort_ == SortOrder::kRelevance) order_ties(begin, end);
    return {ranking_.begin() + static_cast<ptrdiff_t>(begin), ranking_.begin() + static_cast<ptrdiff_t>(end)};
  }

  uint64_t articles() const { return articles_.value_or(ranking_.size()); }
  /// What leave_out_copies() left; nullopt where it was not called.
  std::optional<uint64_t> stories() const {
    return articles_ ? std::optional<uint64_t>(ranking_.size()) : std::nullopt;
  }
  std::vector<std::string> copies_of(Xapian::docid id) const {
    std::vector<std::string> ids;
    if (const auto found = left_out_.find(id); found != left_out_.end())
      for (const Xapian::docid copy : found->second) ids.push_back(document(copy).get_value(kSlotId));
    std::ranges::sort(ids);
    return ids;
  }
  Xapian::Document document(Xapian::docid id) const { return database_.get_document(id); }
  const Plan& plan() const { return plan_; }
  const Deadline& deadline() const { return deadline_; }
  bool partial() const { return partial_; }

 private:
  double best_score() const {
    return std::max_element(ranking_.begin(), ranking_.end(),
                            [](const Ranked& a, const Ranked& b) { return a.score < b.score; })
        ->score;
  }

  /// Puts each group of equal scores in order that reaches into the page.
  void order_ties(size_t begin, size_t end) {
    for (size_t first = begin; first < end;) {
      const auto same = [&](size_t i) { return ranking_[i].score == ranking_[first].score; };
      size_t last = first + 1;
      while (first > 0 && same(first - 1)) --first;
      while (last < ranking_.size() && same(last)) ++last;
      if (last - first > 1) order(first, last);
      first = last;
    }
  }

  void order(size_t first, size_t last) {
    std::vector<std::pair<std::string, Ranked>> keyed;
    for (size_t i = first; i < last; ++i) keyed.emplace_back(tie_key_(document(ranking_[i].id)), ranking_[i]);
    std::ranges::sort(keyed, {}, &std::pair<std::string, Ranked>::first);
    for (size_t i = first; i < last; ++i) ranking_[i] = keyed[i - first].second;
  }

  Xapian::Database database_;
  SortOrder sort_;
  std::vector<Ranked> ranking_;
  Deadline deadline_;
  Xapian::doccount documents_;
  Vocabulary vocabulary_;
  Plan plan_;
  CompiledQuery compiled_;
  TextCheck check_;
  TieKey tie_key_;
  Xapian::Enquire enquire_;
  bool partial_ = false;
  std::optional<uint64_t> articles_;  // before copies were left out
  LeftOut left_out_;
};

size_t count_bare_words(const Query& query) {
  return static_cast<size_t>(std::ranges::count(query.children, Query::Kind::kWord, &Query::kind));
}

/// Whether an answer may be of most of the words.
bool may_relax(const Query& query, const SearchOptions& options) {
  if (!options.relax || query.kind != Query::Kind::kAnd) return false;
  Analyzer analyzer;
  return reads_as_question(query, analyzer) || count_bare_words(query) >= kLongQuery;
}

/// The run that answers a query: of all its words, or of most. With all copies.
std::unique_ptr<Run> run_with_copies(const PublishedIndex& index, const Query& query,
                                     const SearchOptions& options) {
  auto strict = std::make_unique<Run>(index, query, options, Demand::kAll);
  strict->find();
  if (options.least_share > 0) strict->cut_off(options.least_share);
  if (options.relaxation) *options.relaxation = {};
  if (!may_relax(query, options)) return strict;
  Analyzer analyzer;
  if (strict->articles() > 0 && !reads_as_question(query, analyzer)) return strict;
  for (const Demand demand : {Demand::kMost, Demand::kAny}) {
    auto run = std::make_unique<Run>(index, query, options, demand);
    run->find();
    if (run->articles() == 0) continue;
    run->cut_off(kShareOfBest);
    if (options.relaxation) *options.relaxation = {demand, strict->articles()};
    return run;
  }
  return strict;
}

std::unique_ptr<Run> answering_run(const PublishedIndex& index, const Query& query,
                                   const SearchOptions& options) {
  auto run = run_with_copies(index, query, options);
  if (options.per_story) run->leave_out_copies(index);
  return run;
}

Match to_match(const Xapian::Document& document, double score, uint64_t rank, HitFinder& finder) {
  Match match{rank, score, decode_article(document.get_data()), {}, {}, {}};
  match.hits = finder.find(match.article, terms_of(document)).hits;
  return match;
}

/// --count: articles, hits and words of the whole answer.
Answer count(const PublishedIndex& index, const Query& query, const SearchOptions& options) {
  Answer answer;
  const Deadline deadline(options.time_limit);
  SearchOptions asking = options;
  asking.relaxation = &answer.relaxation;
  HitReader reader(index, query, asking);
  HitCounts counts = reader.count(deadline);
  reader.complete(counts, counts.docids.size(), deadline);
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
  SearchOptions asking = options;
  asking.relaxation = &answer.relaxation;
  const auto run = answering_run(index, query, asking);
  answer.articles = run->articles();
  answer.stories = run->stories();
  answer.partial = run->partial();

  HitFinder finder(run->plan());
  uint64_t rank = options.offset;
  for (const Ranked& ranked : run->page(options.offset, options.limit)) {
    Match& match =
        answer.matches.emplace_back(to_match(run->document(ranked.id), ranked.score, ++rank, finder));
    if (const Story* story = story_of(index, ranked.id)) match.story = story->key;
    match.copies = run->copies_of(ranked.id);
  }
  return answer;
}

FoundDocuments find_documents(const PublishedIndex& index, const Query& query, const SearchOptions& options) {
  FoundDocuments documents;
  if (index.database.get_doccount() == 0) return documents;
  const auto run = answering_run(index, query, options);
  for (const Ranked& ranked : run->page(options.offset, options.limit)) documents.docids.push_back(ranked.id);
  documents.articles = run->articles();
  documents.partial = run->partial();
  return documents;
}

FoundDocuments find_all_documents(const PublishedIndex& index, const Query& query, SearchOptions options) {
  options.sort = SortOrder::kNone;
  options.offset = 0;
  options.limit = std::numeric_limits<uint32_t>::max();
  return find_documents(index, query, options);
}

Relaxation relaxation_of(const PublishedIndex& index, const Query& query, const SearchOptions& options) {
  Relaxation relaxation;
  if (index.database.get_doccount() == 0 || !may_relax(query, options)) return relaxation;
  SearchOptions asking = options;
  asking.relaxation = &relaxation;
  answering_run(index, query, asking);
  return relaxation;
}

std::string explain(const PublishedIndex& index, const Query& query, const Aliases* aliases) {
  const Vocabulary vocabulary(index.database);
  const Plan plan = plan_of(query, index, vocabulary, aliases, Demand::kAll);
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
