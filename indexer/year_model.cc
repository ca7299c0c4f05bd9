#include "indexer/year_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "common/dates/calendar.h"
#include "common/message.h"

namespace depeche {
namespace {

/// How many weekdays before publication the bare weekday of a dispatch lies, by the hour of publication.
/// Measured on 740 dated leads of French news feeds of 2025 (same day and day before by hour) and 11,703
/// older ones (the day after, 3 to 10 %); what is left is spread over the four gaps that were not told apart.
struct GapModel {
  int first_hour, last_hour;
  std::array<double, 7> gap;  // 0: that day, 1: the day before ... 6: the day after
};
constexpr GapModel kGapModels[] = {
    {6, 11, {0.39, 0.43, 0.0325, 0.0325, 0.0325, 0.0325, 0.05}},
    {12, 17, {0.57, 0.17, 0.0525, 0.0525, 0.0525, 0.0525, 0.05}},
    {18, 23, {0.76, 0.06, 0.0325, 0.0325, 0.0325, 0.0325, 0.05}},
    {0, 23, {0.57, 0.22, 0.04, 0.04, 0.04, 0.04, 0.05}},  // any other or unknown hour: the mean
};

/// How often a clue is right; where it is not, it says nothing: each year is as likely as any other. Set by
/// judgement, and only their order matters much.
constexpr double kDateWeekdayRight = 0.98;  // « mardi 12 février »: writers err seldom
constexpr double kTextDateRight = 0.95;     // the same in the text
constexpr double kDayOfPathRight = 0.97, kMonthOfPathRight = 0.95, kYearOfPathRight = 0.9,
                 kNearMonthOfPathRight = 0.6;
constexpr double kNamesRight = 0.6;

/// A heap holds more recent dispatches than old ones: half as many for each so many years before the run. A
/// weak prior. Whoever names a reference date, or trusts the time of files, says when the heap was made, and
/// most of it was new then.
constexpr double kHalvingYears = 15, kHalvingYearsBeforeBound = 3;
constexpr double kDaysOfYear = 365.2425;

/// A likelihood falls to a quarter at such a distance in days.
constexpr double kNeighbourDays = 30;
constexpr double kNameDays = 2 * kDaysOfYear;

/// Days from `day` to the interval; 0 inside.
double distance(Day day, Day first, Day last) {
  return static_cast<double>(std::max({days_between(day, first), days_between(last, day), 0L}));
}

double closeness(double days, double scale) { return 1 / std::pow(1 + days / scale, 2); }

/// One kind of evidence about the years considered.
struct Clue {
  DateBasis basis;
  std::vector<double> likelihood;             // by year
  std::function<std::string(size_t)> reason;  // of a year; "" if it has nothing to say of it
  /// How much it lifts the years considered above others; 0: no year rests on it.
  double lift = 1;
};

std::string reason(const char* label, const std::string& about = "") {
  return about.empty() ? label : fmt::format("{}: {}", label, about);
}

std::string span_text(Day first, Day last) {
  const std::string from = to_edtf(PartialDate::of(first)), to = to_edtf(PartialDate::of(last));
  return from == to ? from : from + ".." + to;
}

class YearModel {
 public:
  explicit YearModel(const YearClues& clues) : clues_(clues), days_(considered()) {}

  std::vector<RankedYear> rank() {
    if (days_.empty()) return {};
    keep_bound();
    add_date_weekday();
    add_text_weekday();
    add_path();
    add_neighbours();
    add_names();
    add_recency();

    std::vector<double> weights(days_.size(), 1);
    for (const Clue& clue : evidence_)
      for (size_t i = 0; i < days_.size(); ++i) weights[i] *= clue.likelihood[i];
    double sum = 0;
    for (const double weight : weights) sum += weight;

    std::vector<RankedYear> ranked;
    for (size_t i = 0; i < days_.size(); ++i) {
      const auto [basis, lift] = support(i);
      ranked.push_back({PartialDate::of(days_[i]), weights[i] / sum * certainty_, why(i), basis, lift});
    }
    std::ranges::stable_sort(ranked, std::greater{}, &RankedYear::weight);
    return ranked;
  }

 private:
  /// The latest first.
  std::vector<Day> considered() const {
    std::vector<Day> days;
    const int last = int(clues_.bound.day.year());
    for (int year = last; year > last - kYearHorizon && year >= 1; --year) {
      PartialDate date = clues_.date;
      date.year = year;
      if (const auto day = date.first_day(); day && *day <= clues_.bound.day) days.push_back(*day);
    }
    return days;
  }

  /// Leaves out the years before the first article that shares a rare name.
  void keep_bound() {
    if (clues_.names.empty()) return;
    const Day first = std::ranges::min(clues_.names, {}, &SharedName::first).first;
    const auto before = std::ranges::find_if(days_, [&](Day day) { return day < first; });
    if (before == days_.begin()) {
      names_too_young_ = true;
      return;
    }
    const auto all = static_cast<double>(days_.size());
    days_.erase(before, days_.end());
    excluded_ = all / static_cast<double>(days_.size());
    const auto articles =
        static_cast<double>(std::ranges::max(clues_.names, {}, &SharedName::articles).articles);
    certainty_ = articles / (articles + 1);
  }

  void add(DateBasis basis, const std::function<double(Day)>& likelihood,
           std::function<std::string(size_t)> why) {
    Clue clue{basis, {}, std::move(why)};
    for (const Day day : days_) clue.likelihood.push_back(likelihood(day));
    evidence_.push_back(std::move(clue));
  }

  /// The same of a clue that is right with the probability `right`.
  void add_fallible(DateBasis basis, double right, const std::function<double(Day)>& likelihood,
                    std::function<std::string(size_t)> why) {
    add(basis, likelihood, std::move(why));
    std::vector<double>& values = evidence_.back().likelihood;
    double sum = 0;
    for (const double value : values) sum += value;
    if (sum <= 0) {
      evidence_.pop_back();
      return;
    }
    const double otherwise = (1 - right) / static_cast<double>(values.size());
    for (double& value : values) value = right * value / sum + otherwise;
  }

  void add_date_weekday() {
    if (!clues_.date_weekday) return;
    const TextWeekday& named = *clues_.date_weekday;
    const auto fits = [named](Day day) { return iso_weekday(day) == named.weekday; };
    add(
        clues_.stated_basis,
        [&](Day day) { return fits(day) ? kDateWeekdayRight : (1 - kDateWeekdayRight) / 6; },
        [this, fits, named](size_t i) {
          return reason(fits(days_[i]) ? DEPECHE_TR("the weekday written beside the date")
                                       : DEPECHE_TR("not the weekday written beside the date"),
                        std::string(named.word));
        });
  }

  void add_text_weekday() {
    if (!clues_.text_weekday) return;
    if (clues_.text_weekday->date.empty())
      add_bare_weekday(*clues_.text_weekday);
    else
      add_dated_weekday(*clues_.text_weekday);
  }

  void add_dated_weekday(const TextWeekday& named) {
    const auto fits = [named](Day near) {
      const auto day = nearest_such_day(named.date, near);
      return day && iso_weekday(*day) == named.weekday;
    };
    add(
        DateBasis::kText, [&](Day day) { return fits(day) ? kTextDateRight : (1 - kTextDateRight) / 6; },
        [this, fits, named](size_t i) {
          return reason(fits(days_[i]) ? DEPECHE_TR("a weekday and date of the text fit")
                                       : DEPECHE_TR("a weekday and date of the text do not fit"),
                        std::string(named.word));
        });
  }

  void add_bare_weekday(const TextWeekday& named) {
    const int hour = clues_.minute ? *clues_.minute / 60 : -1;
    const GapModel& model = *std::ranges::find_if(kGapModels, [&](const GapModel& band) {
      return &band == std::end(kGapModels) - 1 || (hour >= band.first_hour && hour <= band.last_hour);
    });
    const auto gap_of = [named](Day day) { return (iso_weekday(day) + 7 - named.weekday) % 7; };
    add(
        DateBasis::kText, [&](Day day) { return model.gap[gap_of(day)]; },
        [this, gap_of, named](size_t i) {
          constexpr const char* kLabels[] = {DEPECHE_TR("the weekday of the text is that day"),
                                             DEPECHE_TR("the weekday of the text is the day before"),
                                             DEPECHE_TR("the weekday of the text is the day after"),
                                             DEPECHE_TR("the weekday of the text is days away")};
          const unsigned gap = gap_of(days_[i]);
          std::string about(named.word);
          if (clues_.minute) about += fmt::format(", {:02}h{:02}", *clues_.minute / 60, *clues_.minute % 60);
          return reason(kLabels[gap == 6 ? 2 : std::min(gap, 3u)], about);
        });
  }

  /// What agrees in day or month goes before what is nearest to the file.
  void add_path() {
    double right = 0;
    std::optional<Day> told;
    std::string_view words;
    for (const PathDate& part : clues_.path) {
      PartialDate date = clues_.date;
      date.year = part.value.year;
      const bool same_month = part.value.month == 0 || part.value.month == date.month;
      const double trust = part.value.month == 0        ? kYearOfPathRight
                           : !same_month                ? kNearMonthOfPathRight
                           : part.value.day == date.day ? kDayOfPathRight
                                                        : kMonthOfPathRight;
      const auto day = same_month ? date.first_day() : nearest_such_day(clues_.date, *part.value.first_day());
      if (!day || trust <= right || std::ranges::find(days_, *day) == days_.end()) continue;
      right = trust;
      told = day;
      words = part.text;
    }
    if (!told) return;
    add_fallible(
        DateBasis::kPath, right, [&](Day day) { return day == *told ? 1 : 0; },
        [this, told, words](size_t i) {
          return reason(
              days_[i] == *told ? DEPECHE_TR("the path says so") : DEPECHE_TR("the path says otherwise"),
              std::string(words));
        });
  }

  void add_neighbours() {
    const NeighbourDays& near = clues_.neighbours;
    if (!near.before && !near.after) return;
    const Day one = near.before ? *near.before : *near.after, other = near.after ? *near.after : one;
    const Day from = std::min(one, other), to = std::max(one, other);
    const bool same_file = near.same_file;
    add_fallible(
        DateBasis::kNeighbours, near.agreement,
        [&](Day day) { return closeness(distance(day, from, to), kNeighbourDays); },
        [this, from, to, same_file](size_t i) {
          const bool close = distance(days_[i], from, to) <= kDaysOfYear / 2;
          const char* label = same_file ? close ? DEPECHE_TR("near its neighbours in the file")
                                                : DEPECHE_TR("far from its neighbours in the file")
                              : close ? DEPECHE_TR("near its neighbours in the directory")
                                        : DEPECHE_TR("far from its neighbours in the directory");
          return reason(label, span_text(from, to));
        });
  }

  void add_names() {
    const std::vector<SharedName>& names = clues_.names;
    if (names.empty()) return;
    if (names_too_young_) {
      add(
          DateBasis::kNeighbours, [](Day) { return 1; },
          [](size_t) { return reason(DEPECHE_TR("older than all dated articles that share its names")); });
      return;
    }
    const auto near_names = [&names](Day day) {
      double sum = 0;
      for (const SharedName& name : names) sum += closeness(distance(day, name.first, name.last), kNameDays);
      return sum;
    };
    add_fallible(DateBasis::kNeighbours, kNamesRight, near_names,
                 [this](size_t i) { return names_reason(i); });
    evidence_.back().lift = excluded_;
  }

  /// Names the rarest of the names shared.
  std::string names_reason(size_t i) const {
    const SharedName& name = *std::ranges::min_element(clues_.names, [](const auto& a, const auto& b) {
      return std::tie(a.articles, a.key) < std::tie(b.articles, b.key);
    });
    const Day first = std::ranges::min(clues_.names, {}, &SharedName::first).first;
    const Day last = std::ranges::max(clues_.names, {}, &SharedName::last).last;
    const std::string about = name.key + ", " + span_text(first, last);
    return reason(days_[i] <= last ? DEPECHE_TR("shares names with dated articles of that time")
                                   : DEPECHE_TR("after the dated articles that share its names"),
                  about);
  }

  void add_recency() {
    const YearBound& bound = clues_.bound;
    const bool given = bound.basis == DateBasis::kReference || bound.basis == DateBasis::kMtime;
    const double halving = kDaysOfYear * (given ? kHalvingYearsBeforeBound : kHalvingYears);
    const bool alone = evidence_.empty();
    add(
        given ? bound.basis : clues_.stated_basis,
        [&](Day day) { return std::exp2(-static_cast<double>(days_between(day, bound.day)) / halving); },
        [=](size_t) {
          if (bound.basis == DateBasis::kReference)
            return reason(DEPECHE_TR("not after the reference date"), to_edtf(PartialDate::of(bound.day)));
          if (bound.basis == DateBasis::kMtime)
            return reason(DEPECHE_TR("not after the time of the file"), to_edtf(PartialDate::of(bound.day)));
          return alone ? reason(DEPECHE_TR("recent years are likelier")) : std::string();
        });
    evidence_.back().lift = given ? 1 : 0;
  }

  std::string why(size_t i) const {
    std::string text;
    for (const Clue& clue : evidence_) {
      const std::string part = clue.reason(i);
      if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
    }
    return text;
  }

  /// The clue that lifts this year most above the mean, and by how much.
  std::pair<DateBasis, double> support(size_t i) const {
    std::pair<DateBasis, double> best{clues_.stated_basis, 0};
    for (const Clue& clue : evidence_) {
      double sum = 0;
      for (const double value : clue.likelihood) sum += value;
      const double lift = clue.lift * clue.likelihood[i] * static_cast<double>(days_.size()) / sum;
      if (lift > best.second) best = {clue.basis, lift};
    }
    return best;
  }

  const YearClues& clues_;
  std::vector<Day> days_;
  std::vector<Clue> evidence_;
  double certainty_ = 1;  // that the article is not older than those that share its names
  double excluded_ = 1;   // all years to those left
  bool names_too_young_ = false;
};

}  // namespace

std::optional<Day> nearest_such_day(PartialDate month_day, Day near) {
  constexpr int kLeapGap = 8;  // the longest time without a 29 February, around 1900
  std::optional<Day> nearest;
  for (int step = -kLeapGap; step <= kLeapGap; ++step) {
    month_day.year = int(near.year()) + step;
    const auto day = month_day.year > 0 ? month_day.first_day() : std::nullopt;
    if (day && (!nearest || std::labs(days_between(near, *day)) < std::labs(days_between(near, *nearest))))
      nearest = day;
  }
  return nearest;
}

std::vector<RankedYear> rank_years(const YearClues& clues) { return YearModel(clues).rank(); }

}  // namespace depeche
