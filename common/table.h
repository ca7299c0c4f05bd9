#pragma once

#include <optional>
#include <string>
#include <vector>

namespace depeche {

/// Rows of safe text, all of as many cells.
using TableRows = std::vector<std::vector<std::string>>;

/// The column of a table that gives way where lines would be too wide.
struct ElasticColumn {
  size_t index = 0;
  unsigned width = 80;  // of a line
};

/// Rows as lines of columns that align by display width, two spaces apart, each with a line feed. Only the
/// elastic column is cut ("…" says so), to eight columns at least: figures stay whole.
std::string table_text(TableRows rows, std::optional<ElasticColumn> elastic = std::nullopt);

}  // namespace depeche
