#include "common/table.h"

#include <algorithm>
#include <numeric>

#include "common/terminal.h"

namespace depeche {
namespace {

constexpr unsigned kGap = 2, kLeastElastic = 8;

std::vector<unsigned> widths_of(const TableRows& rows) {
  std::vector<unsigned> widths(rows.empty() ? 0 : rows.front().size());
  for (const auto& row : rows)
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  return widths;
}

}  // namespace

std::string table_text(TableRows rows, std::optional<ElasticColumn> elastic) {
  std::vector<unsigned> widths = widths_of(rows);
  if (elastic && !widths.empty()) {
    unsigned& own = widths[elastic->index];
    const unsigned gaps = kGap * static_cast<unsigned>(widths.size() - 1);
    const unsigned others = std::accumulate(widths.begin(), widths.end(), gaps) - own;
    own = std::min(own, std::max(kLeastElastic, elastic->width - std::min(elastic->width, others)));
    for (auto& row : rows) row[elastic->index] = cut_to_width(row[elastic->index], own);
  }
  std::string text;
  for (const auto& row : rows) {
    for (size_t i = 0; i + 1 < row.size(); ++i) text += pad_to_width(row[i], widths[i] + kGap);
    text += row.back() + '\n';
  }
  return text;
}

}  // namespace depeche
