#include <cmath>

#include "common/article_json.h"
#include "searcher/view/timeline_view.h"

namespace depeche {
namespace {

Json rounded(std::optional<double> number) {
  constexpr double kDecimals = 1e4;
  return number ? Json(std::round(*number * kDecimals) / kDecimals) : Json();
}

Json count_json(const TimelineSeries& series, const PeriodCount& count, const PeriodCount& all) {
  return {{"query", series.query},
          {"articles", count.articles},
          {"hits", count.hits},
          {"share", rounded(share_of(count, all))},
          {"rate", rounded(rate_of(count, all))}};
}

/// `count_of` gives the figures of each series.
template <typename CountOf>
Json item_json(const Timeline& timeline, Json place, const PeriodCount& all, CountOf count_of) {
  Json series = Json::array();
  for (const TimelineSeries& one : timeline.series) series.push_back(count_json(one, count_of(one), all));
  place.update({{"all_articles", all.articles}, {"all_words", all.words}, {"series", std::move(series)}});
  return place;
}

Json period_json(const Timeline& timeline, size_t i) {
  const PeriodNumber period = timeline.period(i);
  const Json place{{"period", period_label(period, timeline.unit)},
                   {"first_day", to_edtf(PartialDate::of(first_day_of(period, timeline.unit)))},
                   {"last_day", to_edtf(PartialDate::of(last_day_of(period, timeline.unit)))},
                   {"apart", nullptr}};
  return item_json(timeline, place, timeline.all[i],
                   [i](const TimelineSeries& series) { return series.periods[i]; });
}

Json apart_json(const Timeline& timeline, size_t why) {
  const Json place{{"period", nullptr},
                   {"first_day", nullptr},
                   {"last_day", nullptr},
                   {"apart", name_of(static_cast<Apart>(why))}};
  return item_json(timeline, place, timeline.all_apart[why],
                   [why](const TimelineSeries& series) { return series.apart[why]; });
}

}  // namespace

Json timeline_json(const Timeline& timeline) {
  Json queries = Json::array(), periods = Json::array(), apart = Json::array();
  for (const TimelineSeries& series : timeline.series)
    queries.push_back({{"query", series.query}, {"articles", series.articles}, {"hits", series.hits}});
  for (size_t i = 0; i < timeline.all.size(); ++i) periods.push_back(period_json(timeline, i));
  for (size_t why = 0; why < kApartReasons; ++why) apart.push_back(apart_json(timeline, why));
  return {{"schema", kJsonSchema},         {"unit", name_of(timeline.unit)}, {"partial", timeline.partial},
          {"queries", std::move(queries)}, {"periods", std::move(periods)},  {"apart", std::move(apart)}};
}

std::vector<Json> period_items(const Timeline& timeline) {
  std::vector<Json> items;
  const auto add = [&](const Json& members) {
    Json item{{"schema", kJsonSchema}};
    item.update(members);
    items.push_back(std::move(item));
  };
  for (size_t i = 0; i < timeline.all.size(); ++i) add(period_json(timeline, i));
  for (size_t why = 0; why < kApartReasons; ++why) add(apart_json(timeline, why));
  return items;
}

}  // namespace depeche
