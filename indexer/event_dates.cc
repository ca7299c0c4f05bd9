#include "indexer/event_dates.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/dates/recognise.h"
#include "common/dates/resolve.h"
#include "common/message.h"
#include "common/text/fold.h"

namespace depeche {
namespace {

using Base = TimeMeaning::Base;

/// Shares of right values on news: 98.1 % of 11,703 weekdays, 99.0 % of 12,784 days and months without a
/// year, each against a publication day that was known.
constexpr float kWeekdayRight = 0.98f;
constexpr float kYearRight = 0.99f;
/// What counts from a day that the text spoke of: not measured, and clearly less sure.
constexpr float kNarrativeRight = 0.8f;
constexpr float kRelativeRight = 0.95f;

/// How far a sentence is looked through for a word of the future, to each side.
constexpr size_t kReach = 200;

constexpr std::string_view kFutureWords[] = {
    "prevu",     "prevue",   "prevus",    "prevues",   "prevoit",      "prevoient", "attendu",
    "attendue",  "attendus", "va",        "vont",      "doit",         "doivent",   "devrait",
    "devraient", "prochain", "prochaine", "prochains", "bientot",      "futur",     "programme",
    "fixe",      "fixee",    "reporte",   "reportee",  "prochainement"};
constexpr std::string_view kFutureEndings[] = {"era",   "ira",   "dra",   "ura",   "vra",   "rra",
                                               "eront", "iront", "dront", "uront", "vront", "rront"};
/// Words with such an ending that are no verbs.
constexpr std::string_view kNoVerbs[] = {"opera", "camera", "cholera", "tiara", "sierra",
                                         "aura",  "extra",  "ultra",   "hydra", "sutra"};

template <size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_future(std::string_view word) {
  if (is_one_of(kFutureWords, word)) return true;
  if (word.size() < 4 || (is_one_of(kNoVerbs, word) && word != "aura")) return false;
  return std::ranges::any_of(kFutureEndings, [&](std::string_view ending) { return word.ends_with(ending); });
}

/// The part of the text around a place that is one sentence, kReach bytes to each side at most.
std::string_view sentence_around(std::string_view text, size_t begin, size_t end) {
  constexpr std::string_view kEnds = ".!?;\n";
  const size_t lowest = begin > kReach ? begin - kReach : 0, highest = std::min(text.size(), end + kReach);
  while (begin > lowest && kEnds.find(text[begin - 1]) == std::string_view::npos) --begin;
  while (end < highest && kEnds.find(text[end]) == std::string_view::npos) ++end;
  return text.substr(begin, end - begin);
}

/// The places of the text that dates were read from, in order.
std::vector<Span> spans_in_text(const Article& article) {
  std::vector<Span> spans;
  for (const ArticleDate& date : article.dates)
    if (date.span && date.span->field == TextField::kText) spans.push_back(*date.span);
  std::ranges::sort(spans, {}, &Span::begin);
  return spans;
}

/// The published date as a day to count from.
const ArticleDate* counted_from(const Article& article) {
  const ArticleDate* published = find_date(article, DateKind::kPublished);
  if (!published) published = find_date(article, DateKind::kUpdated);
  return published && published->value.precision() == Precision::kDay ? published : nullptr;
}

/// Whether its years are all stated.
bool is_stated(const TimeMeaning& meaning) {
  switch (meaning.base) {
    case Base::kDate:
    case Base::kHoliday:
    case Base::kWeekNumber:
      return meaning.date.year != 0;
    case Base::kCenturyNumber:
      return true;
    case Base::kDecadeNumber:
      return meaning.date.year >= 100;
    default:
      return false;
  }
}

bool is_stated(const TimeExpression& expression) {
  const bool interval = expression.type == TimeExpression::Type::kInterval;
  return is_stated(expression.meaning) && (!interval || is_stated(expression.until));
}

float share_right(const TimeMeaning& meaning) {
  if (meaning.narrative) return kNarrativeRight;
  if (meaning.base == Base::kWeekday) return kWeekdayRight;
  return meaning.base == Base::kDate || meaning.base == Base::kHoliday ? kYearRight : kRelativeRight;
}

bool is_event_of_text(const ArticleDate& date) {
  return date.kind == DateKind::kEvent && date.basis == DateBasis::kText;
}

/// Gives the expressions of a text their days, in order.
class EventResolver {
 public:
  EventResolver(std::string_view text, const ArticleDate* published, Day now)
      : text_(text), now_(now), resolver_(anchor(published, now)) {}

  std::optional<DateSpan> resolve(const TimeExpression& expression) {
    TimeResolver unbounded = resolver_;
    const auto span = unbounded.resolve(expression, true);
    const auto first = span ? span->first_day() : std::nullopt;
    if (!first || *first <= now_ || speaks_of_future(text_, expression.begin, expression.end)) {
      resolver_ = std::move(unbounded);
      return span;
    }
    return resolver_.resolve(expression, false);
  }

 private:
  static std::optional<TimeAnchor> anchor(const ArticleDate* published, Day now) {
    if (!published) return std::nullopt;
    return TimeAnchor{*published->value.first_day(), Convention::kArchive, now};
  }

  std::string_view text_;
  Day now_;
  TimeResolver resolver_;
};

}  // namespace

bool speaks_of_future(std::string_view text, size_t begin, size_t end) {
  const std::string sentence = fold(sentence_around(text, begin, end));
  for (size_t pos = 0; pos < sentence.size();) {
    size_t stop = pos;
    while (stop < sentence.size() && sentence[stop] >= 'a' && sentence[stop] <= 'z') ++stop;
    if (is_future(std::string_view(sentence).substr(pos, stop - pos))) return true;
    pos = stop + 1;
  }
  return false;
}

void add_event_dates(Article& article, Day now) {
  std::erase_if(article.dates, is_event_of_text);
  const std::vector<Span> known = spans_in_text(article);
  auto next = known.begin();
  const ArticleDate* published = counted_from(article);
  EventResolver resolver(article.text, published, now);
  std::vector<ArticleDate> events;
  for (const TimeExpression& found : find_times(article.text)) {
    const auto span = resolver.resolve(found);
    while (next != known.end() && next->end <= found.begin) ++next;
    if (!span || (next != known.end() && next->begin < found.end)) continue;

    ArticleDate date;
    date.kind = DateKind::kEvent;
    date.value = span->from;
    date.until = span->until;
    date.minute = found.minute;
    date.basis = DateBasis::kText;
    date.inferred = !is_stated(found);
    if (date.inferred) date.confidence = share_right(found.meaning) * published->confidence;
    date.span = Span{TextField::kText, static_cast<uint32_t>(found.begin), static_cast<uint32_t>(found.end)};
    date.evidence = article.text.substr(found.begin, found.end - found.begin);
    events.push_back(std::move(date));
  }
  std::ranges::move(events, std::back_inserter(article.dates));
}

}  // namespace depeche
