#include "searcher/timeline.h"

#include <algorithm>
#include <limits>
#include <variant>

#include "common/schema.h"
#include "common/slot_reader.h"
#include "searcher/deadline.h"
#include "searcher/hit_reader.h"
#include "searcher/stories.h"

namespace depeche {
namespace {

/// Where an article stands.
using Place = std::variant<PeriodNumber, Apart>;

/// The periods from one to another; none at first.
struct PeriodRange {
  PeriodNumber first = std::numeric_limits<PeriodNumber>::max();
  PeriodNumber last = std::numeric_limits<PeriodNumber>::min();

  bool empty() const { return first > last; }
  void include(PeriodNumber period) {
    first = std::min(first, period);
    last = std::max(last, period);
  }
  void include(const PeriodRange& other) {
    if (other.empty()) return;
    include(other.first);
    include(other.last);
  }
  PeriodRange common(const PeriodRange& other) const {
    return {std::max(first, other.first), std::min(last, other.last)};
  }
};

/// Place and words of every live article, by docid.
class Calendar {
 public:
  Calendar(const PublishedIndex& index, PeriodUnit unit);

  const Place& place(uint32_t docid) const { return places_[docid]; }
  uint64_t words(uint32_t docid) const { return words_[docid]; }
  const std::vector<uint32_t>& live() const { return live_; }

 private:
  std::vector<Place> places_;
  std::vector<uint32_t> words_;
  std::vector<uint32_t> live_;
};

Place place_of(const std::string& first_day, const std::string& last_day, bool uncertain, PeriodUnit unit) {
  if (uncertain) return Apart::kUncertain;
  const std::optional<Day> first = parse_compact(first_day), last = parse_compact(last_day);
  if (!first || !last) return Apart::kUndated;
  const PeriodNumber period = period_of(*first, unit);
  if (period_of(*last, unit) != period) return Apart::kImprecise;
  return period;
}

Calendar::Calendar(const PublishedIndex& index, PeriodUnit unit) {
  const Xapian::Database& database = index.database;
  const size_t size = size_t{database.get_lastdocid()} + 1;
  places_.assign(size, Apart::kUndated);
  words_.assign(size, 0);
  std::vector<bool> uncertain(size, false);
  const std::string term(kUncertainTerm);
  for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it)
    uncertain[*it] = true;

  SlotReader firsts(database, kSlotFirstDay), lasts(database, kSlotLastDay), words(database, kSlotWords);
  std::string known_first, known_last;
  Place known;  // many articles in a row are of one day
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const uint32_t docid = *it;
    const SegmentDocid place = segment_docid(index, docid);
    if (index.manifest.segments[place.segment].superseded.contains(place.docid)) continue;
    live_.push_back(docid);
    words_[docid] = words_of_slot(words.at(docid));
    std::string first = firsts.at(docid), last = lasts.at(docid);
    if (uncertain[docid]) {
      places_[docid] = place_of(first, last, true, unit);
      continue;
    }
    if (first != known_first || last != known_last) {
      known = place_of(first, last, false, unit);
      known_first = std::move(first);
      known_last = std::move(last);
    }
    places_[docid] = known;
  }
}

/// The days that a query limits its answers to, as far as it is an AND of such dates.
std::pair<std::optional<Day>, std::optional<Day>> days_asked(const Query& query) {
  std::optional<Day> first, last;
  const auto narrow = [&](const Query& part) {
    if (part.kind != Query::Kind::kDate || part.field != FieldId::kDate ||
        part.date.kind != DateQuery::Kind::kRange)
      return;
    if (part.date.first && (!first || *part.date.first > *first)) first = part.date.first;
    if (part.date.last && (!last || *part.date.last < *last)) last = part.date.last;
  };
  narrow(query);
  if (query.kind == Query::Kind::kAnd) std::for_each(query.children.begin(), query.children.end(), narrow);
  return {first, last};
}

/// The articles of the index by period.
PeriodRange extent_of(const Calendar& calendar, const std::vector<uint32_t>& docids) {
  PeriodRange range;
  for (const uint32_t docid : docids)
    if (const auto* period = std::get_if<PeriodNumber>(&calendar.place(docid))) range.include(*period);
  return range;
}

PeriodRange asked_range(const Query& query, PeriodUnit unit, const PeriodRange& whole) {
  const auto [first, last] = days_asked(query);
  if (!first && !last) return {};
  return whole.common(
      {first ? period_of(*first, unit) : whole.first, last ? period_of(*last, unit) : whole.last});
}

}  // namespace

Timeline make_timeline(const PublishedIndex& index, const std::vector<Query>& queries, PeriodUnit unit,
                       const SearchOptions& options) {
  Timeline timeline;
  timeline.unit = unit;
  const Deadline deadline(options.time_limit);
  std::vector<HitCounts> answers(queries.size());
  if (index.database.get_doccount() > 0)
    for (size_t i = 0; i < queries.size(); ++i) {
      HitReader reader(index, queries[i], options);
      answers[i] = reader.count(deadline);
      reader.complete(answers[i], std::numeric_limits<uint64_t>::max(), deadline);
      timeline.partial = timeline.partial || answers[i].partial;
    }

  const Calendar calendar(index, unit);
  const PeriodRange whole = extent_of(calendar, calendar.live());
  PeriodRange range;
  for (const HitCounts& answer : answers) range.include(extent_of(calendar, answer.docids));
  if (!queries.empty()) range.include(asked_range(queries.front(), unit, whole));
  if (!range.empty()) {
    timeline.first = range.first;
    timeline.all.resize(static_cast<size_t>(range.last - range.first + 1));
  }

  const auto count_in = [&](uint32_t docid, std::vector<PeriodCount>& periods,
                            std::array<PeriodCount, kApartReasons>& apart) -> PeriodCount* {
    if (const auto* why = std::get_if<Apart>(&calendar.place(docid)))
      return &apart[static_cast<size_t>(*why)];
    const PeriodNumber period = std::get<PeriodNumber>(calendar.place(docid));
    if (period < range.first || period > range.last) return nullptr;
    return &periods[static_cast<size_t>(period - range.first)];
  };
  const std::vector<uint32_t> live =
      options.per_story ? first_of_stories(index, calendar.live()) : calendar.live();
  for (const uint32_t docid : live)
    if (PeriodCount* count = count_in(docid, timeline.all, timeline.all_apart)) {
      ++count->articles;
      count->words += calendar.words(docid);
    }
  for (size_t i = 0; i < queries.size(); ++i) {
    TimelineSeries& series = timeline.series.emplace_back();
    series.query = to_text(queries[i]);
    series.periods.resize(timeline.all.size());
    const HitCounts& answer = answers[i];
    for (size_t d = 0; d < answer.docids.size(); ++d) {
      PeriodCount& count = *count_in(answer.docids[d], series.periods, series.apart);
      const uint64_t hits = answer.hits[d].value_or(0);
      ++count.articles;
      count.hits += hits;
      ++series.articles;
      series.hits += hits;
    }
  }
  return timeline;
}

std::optional<double> share_of(const PeriodCount& answer, const PeriodCount& all) {
  if (all.articles == 0) return std::nullopt;
  return 100.0 * static_cast<double>(answer.articles) / static_cast<double>(all.articles);
}

std::optional<double> rate_of(const PeriodCount& answer, const PeriodCount& all) {
  constexpr double kPerWords = 10'000;
  if (all.words == 0) return std::nullopt;
  return kPerWords * static_cast<double>(answer.hits) / static_cast<double>(all.words);
}

std::string_view name_of(Apart why) {
  switch (why) {
    case Apart::kUndated:
      return "undated";
    case Apart::kUncertain:
      return "uncertain";
    case Apart::kImprecise:
      break;
  }
  return "imprecise";
}

}  // namespace depeche
