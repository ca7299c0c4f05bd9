#include "searcher/view/tables.h"

#include <algorithm>
#include <optional>
#include <string>

#include "common/message.h"
#include "searcher/view/style.h"

namespace depeche {
namespace {

std::string right(const std::string& text, size_t columns) {
  const unsigned width = display_width(text);
  return std::string(columns > width ? columns - width : 0, ' ') + text;
}

}  // namespace

void align_right(TableRows& rows, size_t column) {
  unsigned width = 0;
  for (const auto& row : rows) width = std::max(width, display_width(row[column]));
  for (auto& row : rows) row[column] = right(row[column], width);
}

void print_table(TableRows rows, size_t elastic, const Terminal& terminal, std::ostream& out) {
  const std::string text =
      table_text(std::move(rows),
                 terminal.interactive ? std::optional(ElasticColumn{elastic, terminal.width}) : std::nullopt);
  const size_t heading = text.find('\n');
  out << Style(terminal).bold(text.substr(0, heading)) << text.substr(heading);
}

void print_partial(bool partial, const Terminal& terminal, std::ostream& out) {
  if (!partial) return;
  out << Style(terminal).bold(
             tr("Incomplete: the time limit was reached before every article was looked at."))
      << '\n';
}

}  // namespace depeche
