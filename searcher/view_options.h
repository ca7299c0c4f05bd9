#pragma once

#include <cstdint>
#include <string>

#include "common/civil_date.h"
#include "searcher/options.h"
#include "searcher/query/query.h"
#include "searcher/raw_options.h"

namespace depeche {

constexpr uint64_t kMaxArticles = 1'000'000'000;

/// A query text under the filters of the command line. Throws Error as parse_searcher_options().
Query read_query(const std::string& text, const RawOptions& raw, Day now, unsigned width);

/// The options of single views that need no query; action and --limit are read before. Throws misuse().
void read_view_options(const RawOptions& raw, SearcherOptions& options);

/// What the query of a view is compared with: --compare and --keyness. The query is read before. Throws as
/// read_query().
void read_compared(const RawOptions& raw, unsigned width, SearcherOptions& options);

}  // namespace depeche
