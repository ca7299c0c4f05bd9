#include <algorithm>

#include "common/message.h"
#include "searcher/view/style.h"
#include "searcher/view/tables.h"
#include "searcher/view/timeline_view.h"

namespace depeche {
namespace {

constexpr unsigned kGap = 2;
/// A shorter bar says nothing, and is left out.
constexpr unsigned kShortestBar = 4;
/// What stands for a figure where there is nothing to count in.
constexpr const char* kNoFigure = "-";

std::string figure(std::optional<double> number) {
  return number ? fmt::format("{:.2f}", *number) : kNoFigure;
}

std::string figure_of(TimelineMeasure measure, const PeriodCount& answer, const PeriodCount& all) {
  switch (measure) {
    case TimelineMeasure::kShare:
      return figure(share_of(answer, all));
    case TimelineMeasure::kRate:
      return figure(rate_of(answer, all));
    case TimelineMeasure::kArticles:
      break;
  }
  return std::to_string(answer.articles);
}

double size_of(TimelineMeasure measure, const PeriodCount& answer, const PeriodCount& all) {
  switch (measure) {
    case TimelineMeasure::kShare:
      return share_of(answer, all).value_or(0);
    case TimelineMeasure::kRate:
      return rate_of(answer, all).value_or(0);
    case TimelineMeasure::kArticles:
      break;
  }
  return static_cast<double>(answer.articles);
}

std::string_view measure_heading(TimelineMeasure measure) {
  switch (measure) {
    case TimelineMeasure::kShare:
      return DEPECHE_TR("Share of all articles of the period, in %");
    case TimelineMeasure::kRate:
      return DEPECHE_TR("Hits per 10,000 words of the period");
    case TimelineMeasure::kArticles:
      break;
  }
  return DEPECHE_TR("Articles");
}

/// Blocks of an eighth of a column: U+258F to U+2588.
std::string bar(double size, double greatest, unsigned columns) {
  constexpr unsigned kParts = 8;
  constexpr const char* kBlocks[kParts + 1] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
  if (size <= 0 || greatest <= 0) return "";
  const auto parts = std::max(1u, static_cast<unsigned>(size / greatest * columns * kParts + 0.5));
  std::string text;
  for (unsigned i = 0; i < parts / kParts; ++i) text += kBlocks[kParts];
  return text + kBlocks[parts % kParts];
}

/// « A », « B », …
std::string letter(size_t series) { return std::string(1, static_cast<char>('A' + series)); }

std::string label_of(Apart why) {
  switch (why) {
    case Apart::kUndated:
      return tr("undated");
    case Apart::kUncertain:
      return tr("uncertain");
    case Apart::kImprecise:
      break;
  }
  return tr("imprecise");
}

std::string query_label(const TimelineSeries& series) {
  return series.query.empty() ? tr("all articles") : safe_text(series.query);
}

std::string unit_label(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::kDay:
      return tr("day");
    case PeriodUnit::kWeek:
      return tr("week");
    case PeriodUnit::kMonth:
      return tr("month");
    case PeriodUnit::kYear:
      break;
  }
  return tr("year");
}

std::string sums(const TimelineSeries& series, bool partial) {
  const std::string articles = partial ? tr_n("At least {} article", "At least {} articles", series.articles)
                                       : tr_n("{} article", "{} articles", series.articles);
  return series.hits == 0 ? articles : articles + ", " + tr_n("{} hit", "{} hits", series.hits);
}

class TimelinePrinter {
 public:
  TimelinePrinter(const Timeline& timeline, TimelineMeasure measure, const Terminal& terminal)
      : timeline_(timeline), measure_(measure), terminal_(terminal), several_(timeline.series.size() > 1) {}

  void print(std::ostream& out) {
    if (several_) print_legend(out);
    make_rows();
    const unsigned columns = bar_columns();
    const double greatest = greatest_size();
    const size_t periods = timeline_.all.size();
    for (size_t i = 0; i < rows_.size(); ++i) {
      const bool is_period = i > 0 && i <= periods;
      if (i == periods + 1 && periods > 0) out << '\n';
      std::string line = pad_to_width(rows_[i][0], widths_[0]);
      for (size_t cell = 1; cell < rows_[i].size(); ++cell) {
        line.append(kGap + widths_[cell] - display_width(rows_[i][cell]), ' ').append(rows_[i][cell]);
        if (!several_ && cell + 1 < rows_[i].size()) continue;
        if (columns == 0) continue;
        const std::string blocks = is_period ? bar_at(several_ ? cell - 1 : 0, i - 1, greatest, columns) : "";
        line.append(" ").append(pad_to_width(blocks, columns));
      }
      line.erase(line.find_last_not_of(' ') + 1);
      out << (i == 0 ? Style(terminal_).bold(line) : line) << '\n';
    }
    out << '\n';
    for (size_t s = 0; s < timeline_.series.size(); ++s)
      out << (several_ ? letter(s) + ": " : "") << sums(timeline_.series[s], timeline_.partial) << '\n';
  }

 private:
  void print_legend(std::ostream& out) const {
    out << tr(measure_heading(measure_).data()) << '\n';
    for (size_t s = 0; s < timeline_.series.size(); ++s) {
      const std::string line = letter(s) + "  " + query_label(timeline_.series[s]);
      out << (terminal_.interactive ? cut_to_width(line, terminal_.width) : line) << '\n';
    }
    out << '\n';
  }

  std::vector<std::string> heading() const {
    std::vector<std::string> row{unit_label(timeline_.unit)};
    if (several_) {
      for (size_t s = 0; s < timeline_.series.size(); ++s) row.push_back(letter(s));
      return row;
    }
    row.insert(row.end(), {tr("articles"), tr("share (%)")});
    if (has_hits()) row.insert(row.end(), {tr("hits"), tr("per 10,000 words")});
    return row;
  }

  /// The figures of a line; `count_of` gives those of each series.
  template <typename CountOf>
  std::vector<std::string> row(const std::string& label, const PeriodCount& all, CountOf count_of) const {
    std::vector<std::string> cells{label};
    for (const TimelineSeries& series : timeline_.series) {
      const PeriodCount& count = count_of(series);
      if (several_) {
        cells.push_back(figure_of(measure_, count, all));
        continue;
      }
      cells.push_back(std::to_string(count.articles));
      cells.push_back(figure(share_of(count, all)));
      if (!has_hits()) continue;
      cells.push_back(std::to_string(count.hits));
      cells.push_back(figure(rate_of(count, all)));
    }
    return cells;
  }

  void make_rows() {
    rows_.push_back(heading());
    for (size_t i = 0; i < timeline_.all.size(); ++i)
      rows_.push_back(
          row(period_label(timeline_.period(i), timeline_.unit), timeline_.all[i],
              [i](const TimelineSeries& series) -> const PeriodCount& { return series.periods[i]; }));
    for (size_t why = 0; why < kApartReasons; ++why) {
      const auto of = [why](const TimelineSeries& series) -> const PeriodCount& { return series.apart[why]; };
      if (std::ranges::any_of(timeline_.series, [&](const auto& series) { return of(series).articles > 0; }))
        rows_.push_back(row(label_of(static_cast<Apart>(why)), timeline_.all_apart[why], of));
    }
    widths_.assign(rows_.front().size(), 0);
    for (const auto& cells : rows_)
      for (size_t i = 0; i < cells.size(); ++i) widths_[i] = std::max(widths_[i], display_width(cells[i]));
  }

  /// Columns that each bar has; 0: there are none.
  unsigned bar_columns() const {
    unsigned taken = widths_[0];
    for (size_t i = 1; i < widths_.size(); ++i) taken += kGap + widths_[i];
    const auto bars = static_cast<unsigned>(timeline_.series.size());
    if (terminal_.width <= taken) return 0;
    const unsigned columns = (terminal_.width - taken) / bars;
    return columns > kShortestBar ? columns - 1 : 0;
  }

  double greatest_size() const {
    double greatest = 0;
    for (const TimelineSeries& series : timeline_.series)
      for (size_t i = 0; i < series.periods.size(); ++i)
        greatest = std::max(greatest, size_of(measure_, series.periods[i], timeline_.all[i]));
    return greatest;
  }

  std::string bar_at(size_t series, size_t period, double greatest, unsigned columns) const {
    return bar(size_of(measure_, timeline_.series[series].periods[period], timeline_.all[period]), greatest,
               columns);
  }

  bool has_hits() const { return timeline_.series.front().hits > 0; }

  const Timeline& timeline_;
  TimelineMeasure measure_;
  Terminal terminal_;
  bool several_;
  TableRows rows_;
  std::vector<unsigned> widths_;
};

}  // namespace

void print_timeline(const Timeline& timeline, TimelineMeasure measure, const Terminal& terminal,
                    std::ostream& out) {
  const bool any =
      std::ranges::any_of(timeline.series, [](const auto& series) { return series.articles > 0; });
  if (any) TimelinePrinter(timeline, measure, terminal).print(out);
  print_partial(timeline.partial, terminal, out);
}

}  // namespace depeche
