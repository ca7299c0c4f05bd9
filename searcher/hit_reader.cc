#include "searcher/hit_reader.h"

#include <algorithm>

#include "common/stored_article.h"
#include "searcher/hit_count.h"
#include "searcher/hit_scan.h"

namespace depeche {
namespace {

Plan plan_of(const Query& query, const PublishedIndex& index, const Vocabulary& vocabulary,
             const SearchOptions& options) {
  Analyzer analyzer;
  const Demand demand = relaxation_of(index, query, options).demand;
  return make_plan(query, analyzer, vocabulary, options.aliases, &index.surnames, demand);
}

}  // namespace

std::optional<uint64_t> HitCounts::total() const {
  uint64_t sum = 0;
  for (const std::optional<uint32_t>& number : hits) {
    if (!number) return std::nullopt;
    sum += *number;
  }
  return sum;
}

std::optional<uint32_t> HitCounts::of(uint32_t docid) const {
  const auto found = std::lower_bound(docids.begin(), docids.end(), docid);
  if (found == docids.end() || *found != docid) return std::nullopt;
  return hits[static_cast<size_t>(found - docids.begin())];
}

HitReader::HitReader(const PublishedIndex& index, const Query& query, const SearchOptions& options)
    : index_(index),
      query_(query),
      options_(options),
      vocabulary_(index.database),
      plan_(plan_of(query, index, vocabulary_, options)),
      finder_(plan_) {}

HitCounts HitReader::count(const Deadline& deadline) const {
  SearchOptions every = options_;
  every.time_limit = deadline.left();
  HitCounts counts;
  FoundDocuments found = find_all_documents(index_, query_, every);
  counts.docids = std::move(found.docids);
  counts.partial = found.partial;
  counts.hits = count_hits(plan_, vocabulary_, index_.database, counts.docids);
  return counts;
}

void HitReader::complete(HitCounts& counts, uint64_t most, const Deadline& deadline) {
  std::vector<uint32_t> missing;
  for (size_t i = 0; i < counts.hits.size(); ++i)
    if (!counts.hits[i]) missing.push_back(counts.docids[i]);
  if (missing.empty() || missing.size() > most) return;
  // Each visitor writes numbers of its own.
  const HitVisitor visitor = [&counts](uint32_t docid, const Match& match, HitFinder&) {
    const auto found = std::lower_bound(counts.docids.begin(), counts.docids.end(), docid);
    counts.hits[static_cast<size_t>(found - counts.docids.begin())] =
        static_cast<uint32_t>(match.hits.size());
  };
  const std::vector<HitVisitor> visitors(scan_width(missing.size()), visitor);
  if (!scan_hits(index_, plan_, missing, deadline, visitors)) counts.partial = true;
}

Match HitReader::read(uint32_t docid) {
  const Xapian::Document document = index_.database.get_document(docid);
  Match match;
  match.article = decode_article(document.get_data());
  const TermTest has_term = [&document](const std::string& term) {
    auto it = document.termlist_begin();
    it.skip_to(term);
    return it != document.termlist_end() && *it == term;
  };
  match.hits = finder_.find(match.article, has_term).hits;
  return match;
}

}  // namespace depeche
