#include "indexer/date_evidence.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <xapian.h>

#include "common/hash.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "indexer/document.h"

namespace depeche {
namespace {

using std::chrono::sys_days;

/// A name of at most so many dated articles is rare, whatever their number; of many, one in so many.
constexpr uint64_t kMostArticles = 10, kRareShare = 100;

constexpr int32_t kNoDay = std::numeric_limits<int32_t>::min();

int32_t number_of(Day day) { return static_cast<int32_t>(sys_days(day).time_since_epoch().count()); }
Day day_of(int32_t number) { return Day(sys_days(std::chrono::days(number))); }

uint64_t name_hash(const std::string& term) { return hash64(term); }

/// Calls visit(mention, term) for each name once, places aside.
template <typename Visit>
void for_each_name(const Article& article, const Visit& visit) {
  std::vector<std::pair<std::string, const Mention*>> names;
  for (const Mention& mention : article.mentions)
    if (mention.type != EntityType::kPlace && !mention.key.empty())
      names.emplace_back(entity_term(mention), &mention);
  std::ranges::sort(names, {}, [](const auto& name) -> const std::string& { return name.first; });
  const std::string* previous = nullptr;
  for (const auto& [term, mention] : names) {
    if (!previous || *previous != term) visit(*mention, term);
    previous = &term;
  }
}

/// The published day of each certain and live document of a segment, by docid; kNoDay for the others.
std::vector<int32_t> stated_days(const Xapian::Database& segment, const DocidSet& superseded) {
  std::vector<int32_t> days(size_t{segment.get_lastdocid()} + 1, kNoDay);
  auto last = segment.valuestream_begin(kSlotLastDay);
  const auto end = segment.valuestream_end(kSlotLastDay);
  for (auto first = segment.valuestream_begin(kSlotFirstDay); first != segment.valuestream_end(kSlotFirstDay);
       ++first) {
    const Xapian::docid docid = first.get_docid();
    if (superseded.contains(docid)) continue;
    if (last != end && last.get_docid() < docid) last.skip_to(docid);
    if (last == end || last.get_docid() != docid || *last != *first) continue;
    if (const auto day = parse_compact(*first)) days[docid] = number_of(*day);
  }
  const std::string uncertain(kUncertainTerm);
  for (auto it = segment.postlist_begin(uncertain); it != segment.postlist_end(uncertain); ++it)
    days[*it] = kNoDay;
  return days;
}

}  // namespace

Testimony testimony_of(const Article& article) {
  Testimony testimony{article.origin.path, article.origin.record, {}, {}};
  const ArticleDate* published = find_date(article, DateKind::kPublished);
  if (!published || published->inferred || published->value.precision() != Precision::kDay) return testimony;
  testimony.day = published->value.first_day();
  for_each_name(article,
                [&](const Mention&, const std::string& term) { testimony.names.push_back(name_hash(term)); });
  return testimony;
}

void DateEvidence::Known::add(const Known& other) {
  first = std::min(first, other.first);
  last = std::max(last, other.last);
  articles += other.articles;
}

void DateEvidence::add(const Testimony& testimony, bool unchanged) {
  if (!testimony.day) return;
  neighbours_.add(testimony.path, testimony.record, *testimony.day);
  if (unchanged) return;
  ++articles_;
  const int32_t day = number_of(*testimony.day);
  for (const uint64_t name : testimony.names) add_name(name, {day, day, 1});
}

void DateEvidence::add_name(uint64_t hash, const Known& known) {
  const auto [entry, is_new] = names_.try_emplace(hash, known);
  if (!is_new) entry->second.add(known);
}

void DateEvidence::ask(const Article& article) {
  for_each_name(article,
                [&](const Mention&, const std::string& term) { asked_.try_emplace(name_hash(term), term); });
}

/// A segment of the index, and what stated_days() says of it.
struct DateEvidence::Segment {
  Xapian::Database database;
  std::vector<int32_t> days;
};

void DateEvidence::add_index(const IndexLayout& layout, const Manifest& manifest, bool places) {
  std::vector<Segment> segments;
  for (const SegmentEntry& entry : manifest.segments) {
    Xapian::Database database(layout.segment(entry.id).string(), Xapian::DB_BACKEND_GLASS);
    std::vector<int32_t> days = stated_days(database, entry.superseded);
    articles_ += static_cast<uint64_t>(days.size() - static_cast<size_t>(std::ranges::count(days, kNoDay)));
    segments.push_back({std::move(database), std::move(days)});
  }
  add_names(segments);
  if (places)
    for (const Segment& segment : segments) add_places(segment);
}

void DateEvidence::add_names(const std::vector<Segment>& segments) {
  for (const auto& [hash, term] : asked_)
    for (const Segment& segment : segments) {
      const auto found = names_.find(hash);
      uint64_t articles = found == names_.end() ? 0 : found->second.articles;
      const auto end = segment.database.postlist_end(term);
      for (auto it = segment.database.postlist_begin(term); it != end && articles <= most_articles(); ++it) {
        const int32_t day = segment.days[*it];
        if (day == kNoDay) continue;
        add_name(hash, {day, day, 1});
        ++articles;
      }
    }
}

void DateEvidence::add_places(const Segment& segment) {
  for (Xapian::docid docid = 1; docid < segment.days.size(); ++docid) {
    if (segment.days[docid] == kNoDay) continue;
    const Origin origin = decode_article(segment.database.get_document(docid).get_data()).origin;
    neighbours_.add(origin.path, origin.record, day_of(segment.days[docid]));
  }
}

void DateEvidence::freeze() {
  std::erase_if(names_, [this](const auto& entry) { return !asked_.contains(entry.first); });
  neighbours_.freeze();
}

uint64_t DateEvidence::most_articles() const { return std::max(kMostArticles, articles_ / kRareShare); }

std::vector<SharedName> DateEvidence::shared_names(const Article& article) const {
  std::vector<SharedName> shared;
  for_each_name(article, [&](const Mention& mention, const std::string& term) {
    const auto found = names_.find(name_hash(term));
    if (found == names_.end() || found->second.articles > most_articles()) return;
    const Known& known = found->second;
    shared.push_back({mention.key, day_of(known.first), day_of(known.last), known.articles});
  });
  return shared;
}

}  // namespace depeche
