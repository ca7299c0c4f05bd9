#include "searcher/concordance.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/context.h"
#include "searcher/deadline.h"
#include "searcher/hit_reader.h"
#include "searcher/hit_scan.h"

namespace depeche {
namespace {

/// So many texts are read for the number of all hits, where the page itself does not need them.
constexpr uint64_t kMostReadForTotal = 256;
/// Each batch of articles is so many times the one before it: to find one costs a search.
constexpr uint64_t kNextBatch = 8;

ConcordanceLine make_line(const Match& match, const Span& hit, const Context& context) {
  const Article& article = match.article;
  ConcordanceLine line;
  line.id = article.id;
  line.version = article.version;
  if (const ArticleDate* date = find_date(article, DateKind::kPublished)) line.published = *date;
  line.source = article.source;
  line.title = article.title;
  line.path = article.origin.path;
  line.span = hit;
  CodePointCounter counter(article.field(hit.field));
  line.begin = counter.at(hit.begin);
  line.end = counter.at(hit.end);
  line.left = context.left;
  line.keyword = context.keyword;
  line.right = context.right;
  return line;
}

/// Words in the order in which they are compared. What ends sooner comes first. `field` is that of the hit.
std::string sort_key(const Context& context, LineOrder order, const std::string& field, HitFinder& finder) {
  constexpr char kBetweenWords = '\x01', kBetweenSides = '\0';
  std::string key;
  const auto add = [&](const std::vector<const Token*>& words) {
    for (const Token* word : words) key.append(finder.word(field, *word).term) += kBetweenWords;
    key += kBetweenSides;
  };
  add(order == LineOrder::kLeft ? context.before : context.after);
  add(order == LineOrder::kLeft ? context.after : context.before);
  return key;
}

/// The first lines of an order, whatever the order in which they come.
class FirstLines {
 public:
  explicit FirstLines(uint64_t wanted) : wanted_(wanted) {}

  void add(const Match& match, const Span& hit, const Context& context, std::string key) {
    Entry entry{std::move(key), {}};
    if (entries_.size() == wanted_ && entries_.front().key < entry.key) return;
    entry.line = make_line(match, hit, context);
    add(std::move(entry));
  }
  void add(FirstLines&& others) {
    for (Entry& entry : others.entries_) add(std::move(entry));
  }

  /// Those behind the first `offset`, ranked.
  std::vector<ConcordanceLine> page(uint64_t offset) {
    std::sort_heap(entries_.begin(), entries_.end());
    std::vector<ConcordanceLine> lines;
    for (uint64_t i = offset; i < entries_.size(); ++i) {
      lines.push_back(std::move(entries_[i].line));
      lines.back().rank = i + 1;
    }
    return lines;
  }

 private:
  struct Entry {
    std::string key;
    ConcordanceLine line;
    friend bool operator<(const Entry& a, const Entry& b) {
      return std::tie(a.key, a.line.id, a.line.span.field, a.line.span.begin) <
             std::tie(b.key, b.line.id, b.line.span.field, b.line.span.begin);
    }
  };
  void add(Entry entry) {
    entries_.push_back(std::move(entry));
    std::push_heap(entries_.begin(), entries_.end());
    if (entries_.size() <= wanted_) return;
    std::pop_heap(entries_.begin(), entries_.end());
    entries_.pop_back();
  }

  uint64_t wanted_;
  std::vector<Entry> entries_;  // a heap, the last of them in front
};

FoundDocuments find_all(const PublishedIndex& index, const Query& query, SearchOptions options,
                        const Deadline& deadline) {
  options.time_limit = deadline.left();
  return find_all_documents(index, query, options);
}

/// Lines and hits that one thread has read.
struct SortedPart {
  FirstLines first;
  uint64_t hits = 0;
};

Concordance sorted_by_words(const PublishedIndex& index, const Query& query, const SearchOptions& options,
                            const ConcordanceOptions& concordance) {
  const Deadline deadline(options.time_limit);
  const FoundDocuments found = find_all(index, query, options, deadline);
  const HitReader reader(index, query, options);
  std::vector<SortedPart> parts(scan_width(found.docids.size()),
                                SortedPart{FirstLines(options.offset + options.limit)});
  std::vector<HitVisitor> visitors;
  for (SortedPart& part : parts)
    visitors.emplace_back([&part, &concordance](uint32_t, const Match& match, HitFinder& finder) {
      const ArticleTokens& tokens = finder.tokens(match.article);
      part.hits += match.hits.size();
      for (const Span& hit : match.hits) {
        const Context context = context_of(match.article, tokens, hit, concordance.context);
        const std::string& field = match.article.field(hit.field);
        part.first.add(match, hit, context, sort_key(context, concordance.order, field, finder));
      }
    });
  const bool all = scan_hits(index, reader.plan(), found.docids, deadline, visitors);
  for (size_t i = 1; i < parts.size(); ++i) {
    parts[0].first.add(std::move(parts[i].first));
    parts[0].hits += parts[i].hits;
  }
  return {parts[0].first.page(options.offset), found.articles, parts[0].hits, options.offset,
          found.partial || !all};
}

/// The lines of a page, gathered from articles in their order.
class Page {
 public:
  Page(const SearchOptions& options, unsigned context)
      : offset_(options.offset), end_(options.offset + options.limit), context_(context) {}

  bool full() const { return passed_ >= end_; }
  bool skips(std::optional<uint32_t> hits) const { return hits && passed_ + *hits <= offset_; }
  void skip(uint32_t hits) { passed_ += hits; }
  void add(const Match& match, const ArticleTokens& tokens) {
    for (const Span& hit : match.hits) {
      ++passed_;
      if (passed_ <= offset_ || passed_ > end_) continue;
      lines_.push_back(make_line(match, hit, context_of(match.article, tokens, hit, context_)));
      lines_.back().rank = passed_;
    }
  }
  std::vector<ConcordanceLine>& lines() { return lines_; }

 private:
  uint64_t offset_, end_;
  unsigned context_;
  uint64_t passed_ = 0;  // hits
  std::vector<ConcordanceLine> lines_;
};

Concordance in_order_of_articles(const PublishedIndex& index, const Query& query,
                                 const SearchOptions& options, unsigned context) {
  const Deadline deadline(options.time_limit);
  HitReader reader(index, query, options);
  HitCounts counts = reader.count(deadline);
  Concordance result;
  result.offset = options.offset;
  result.partial = counts.partial;
  result.articles = counts.docids.size();

  Page page(options, context);
  SearchOptions batch = options;
  batch.offset = 0;
  batch.limit = options.offset + options.limit;  // most articles have a hit or more
  const std::optional<uint64_t> hits_of_all = counts.total();
  const bool beyond = hits_of_all && *hits_of_all <= options.offset;
  while (!beyond && !page.full() && !result.partial) {
    batch.time_limit = deadline.left();
    const FoundDocuments found = find_documents(index, query, batch);
    result.partial = found.partial;
    for (const uint32_t docid : found.docids) {
      if (page.full()) break;
      const std::optional<uint32_t> hits = counts.of(docid);
      if (page.skips(hits)) {
        page.skip(*hits);
        continue;
      }
      if (deadline.passed()) {
        result.partial = true;
        break;
      }
      const Match match = reader.read(docid);
      page.add(match, reader.tokens(match));
    }
    batch.offset += batch.limit;
    batch.limit *= kNextBatch;
    if (batch.offset >= found.articles) break;
  }
  result.lines = std::move(page.lines());
  if (!result.partial) reader.complete(counts, kMostReadForTotal, deadline);
  result.hits = counts.total();
  return result;
}

/// Hits and articles by form.
class GroupTally {
 public:
  void start_article() { ++article_; }
  void add(const std::string& form) {
    Entry& entry = entries_[form];
    ++entry.hits;
    if (std::exchange(entry.last_article, article_) != article_) ++entry.articles;
  }
  /// Those of other articles.
  void add(const GroupTally& other) {
    for (const auto& [form, counted] : other.entries_) {
      Entry& entry = entries_[form];
      entry.hits += counted.hits;
      entry.articles += counted.articles;
    }
  }
  /// Most hits first, then by form.
  std::vector<HitGroup> groups() const {
    std::vector<HitGroup> groups;
    for (const auto& [form, entry] : entries_) groups.push_back({form, entry.hits, entry.articles});
    std::stable_sort(groups.begin(), groups.end(),
                     [](const HitGroup& a, const HitGroup& b) { return a.hits > b.hits; });
    return groups;
  }

 private:
  struct Entry {
    uint64_t hits = 0, articles = 0, last_article = 0;
  };
  std::map<std::string, Entry> entries_;
  uint64_t article_ = 0;
};

/// `field` is that of the hit.
std::string grouped_form(const Context& context, HitGrouping by, const std::string& field,
                         HitFinder& finder) {
  if (by == HitGrouping::kForm) {
    std::string form = to_lower(context.keyword);
    std::replace(form.begin(), form.end(), '\n', ' ');
    return form;
  }
  const auto& words = by == HitGrouping::kLeft1 ? context.before : context.after;
  return words.empty() ? "" : finder.word(field, *words.front()).lower;
}

}  // namespace

Concordance make_concordance(const PublishedIndex& index, const Query& query, const SearchOptions& options,
                             const ConcordanceOptions& concordance) {
  if (index.database.get_doccount() == 0) return {};
  return concordance.order == LineOrder::kArticles
             ? in_order_of_articles(index, query, options, concordance.context)
             : sorted_by_words(index, query, options, concordance);
}

HitGroups group_hits(const PublishedIndex& index, const Query& query, const SearchOptions& options,
                     HitGrouping by, uint64_t most_read) {
  HitGroups result;
  result.by = by;
  result.offset = options.offset;
  if (index.database.get_doccount() == 0) return result;
  const Deadline deadline(options.time_limit);
  const FoundDocuments found = find_all(index, query, options, deadline);
  const std::vector<uint32_t> docids = evenly_spaced(found.docids, most_read);
  const HitReader reader(index, query, options);
  std::vector<GroupTally> tallies(scan_width(docids.size()));
  std::vector<HitVisitor> visitors;
  for (GroupTally& tally : tallies)
    visitors.emplace_back([&tally, by](uint32_t, const Match& match, HitFinder& finder) {
      const ArticleTokens& tokens = finder.tokens(match.article);
      tally.start_article();
      for (const Span& hit : match.hits)
        tally.add(grouped_form(context_of(match.article, tokens, hit, 1), by, match.article.field(hit.field),
                               finder));
    });
  const bool all = scan_hits(index, reader.plan(), docids, deadline, visitors);
  for (size_t i = 1; i < tallies.size(); ++i) tallies[0].add(tallies[i]);
  result.articles = found.articles;
  result.read = docids.size();
  result.partial = found.partial || !all;
  result.groups = tallies[0].groups();
  result.found = result.groups.size();
  for (const HitGroup& group : result.groups) result.hits += group.hits;
  const auto begin = std::min<uint64_t>(options.offset, result.groups.size());
  const auto end = std::min<uint64_t>(begin + options.limit, result.groups.size());
  result.groups = {result.groups.begin() + static_cast<ptrdiff_t>(begin),
                   result.groups.begin() + static_cast<ptrdiff_t>(end)};
  return result;
}

}  // namespace depeche
