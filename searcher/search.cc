#include "searcher/search.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

#include "common/message.h"
#include "common/stored_article.h"
#include "common/term.h"
#include "searcher/compile.h"
#include "searcher/hits.h"
#include "searcher/ranking.h"

namespace depeche {
namespace {

using Clock = std::chrono::steady_clock;

class Deadline {
 public:
  explicit Deadline(double seconds) : limited_(seconds > 0) {
    if (limited_)
      end_ =
          Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  }
  bool passed() const { return limited_ && Clock::now() >= end_; }

 private:
  bool limited_;
  Clock::time_point end_{};
};

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

/// Keys that sort answers of equal rank: by published day, then id. Undated articles come last.
class TieKey : public Xapian::KeyMaker {
 public:
  explicit TieKey(bool newest_first) : newest_first_(newest_first) {}

  std::string operator()(const Xapian::Document& document) const override {
    std::string day = document.get_value(kSlotFirstDay);
    if (day.empty()) return "~" + document.get_value(kSlotId);
    if (newest_first_)
      for (char& digit : day) digit = static_cast<char>('0' + '9' - digit);
    return day + document.get_value(kSlotId);
  }

 private:
  bool newest_first_;
};

Xapian::Query among_live(const Xapian::Query& query, const Manifest& manifest) {
  const bool any_superseded =
      std::any_of(manifest.segments.begin(), manifest.segments.end(),
                  [](const SegmentEntry& segment) { return segment.superseded.size() > 0; });
  if (!any_superseded || query.empty()) return query;
  auto* live = new LiveDocuments(LiveDocuments::superseded_of(manifest));
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(live->release())};
}

Plan plan_of(const Query& query, const Vocabulary& vocabulary) {
  Analyzer analyzer;
  return make_plan(query, analyzer, vocabulary);
}

Match to_match(const Xapian::MSetIterator& it, uint64_t rank, HitFinder& finder) {
  const Xapian::Document document = it.get_document();
  Match match{rank, it.get_weight(), decode_article(document.get_data()), {}};
  match.hits = finder.find(match.article, terms_of(document)).hits;
  return match;
}

/// Reads every matching article; stops at the deadline.
void count_hits(const Xapian::MSet& all, HitFinder& finder, const Deadline& deadline, Answer& answer) {
  for (auto it = all.begin(); it != all.end(); ++it) {
    if (deadline.passed()) {
      answer.partial = true;
      return;
    }
    const Xapian::Document document = it.get_document();
    const Findings findings = finder.find(decode_article(document.get_data()), terms_of(document));
    answer.hits += findings.hits.size();
    answer.words += findings.words;
  }
}

Xapian::doccount clamp(uint64_t value, Xapian::doccount limit) {
  return static_cast<Xapian::doccount>(std::min<uint64_t>(value, limit));
}

}  // namespace

Answer search(const PublishedIndex& index, const Query& query, const SearchOptions& options) {
  Answer answer;
  const Xapian::doccount documents = index.database.get_doccount();
  if (documents == 0) return answer;

  const Deadline deadline(options.time_limit);
  const Vocabulary vocabulary(index.database);
  const Plan plan = plan_of(query, vocabulary);
  const CompiledQuery compiled = compile(plan, vocabulary);
  const TextCheck check(compiled, plan, deadline);

  Xapian::Enquire enquire(index.database);
  enquire.set_query(among_live(compiled.query, index.manifest));
  enquire.set_weighting_scheme(Bm25());
  TieKey tie_key(options.sort != SortOrder::kOldestFirst);
  if (options.sort == SortOrder::kRelevance)
    enquire.set_sort_by_relevance_then_key(&tie_key, false);
  else
    enquire.set_sort_by_key(&tie_key, false);
  enquire.set_time_limit(options.time_limit);

  const Xapian::doccount first = options.count_hits ? 0 : clamp(options.offset, documents);
  const Xapian::doccount size = options.count_hits ? documents : clamp(options.limit, documents);
  const Xapian::MSet found =
      enquire.get_mset(first, size, documents, nullptr, check.needed() ? &check : nullptr);
  answer.articles = found.get_matches_estimated();
  answer.partial = check.interrupted() || found.get_matches_lower_bound() != found.get_matches_upper_bound();

  HitFinder finder(plan);
  if (options.count_hits) {
    count_hits(found, finder, deadline, answer);
    return answer;
  }
  uint64_t rank = options.offset;
  for (auto it = found.begin(); it != found.end(); ++it)
    answer.matches.push_back(to_match(it, ++rank, finder));
  return answer;
}

std::string explain(const PublishedIndex& index, const Query& query) {
  const Vocabulary vocabulary(index.database);
  const CompiledQuery compiled = compile(plan_of(query, vocabulary), vocabulary);
  std::string text = tr("Query: {}", to_text(query)) + "\n" + tr("Tree:") + "\n" + to_tree(query) +
                     "Xapian: " + compiled.query.get_description() + "\n";
  if (compiled.check_all)
    text += tr("Every candidate is decided on its text.") + "\n";
  else if (!compiled.doubtful.empty())
    text += tr("Candidates written in several ways are decided on their text.") + "\n";
  return text;
}

std::optional<Article> find_article(const PublishedIndex& index, const std::string& id) {
  const std::string term = id_term(id);
  for (auto it = index.database.postlist_begin(term); it != index.database.postlist_end(term); ++it) {
    const SegmentDocid place = segment_docid(index, *it);
    if (index.manifest.segments[place.segment].superseded.contains(place.docid)) continue;
    return decode_article(index.database.get_document(*it).get_data());
  }
  return std::nullopt;
}

}  // namespace depeche
