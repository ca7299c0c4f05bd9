#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/civil_date.h"
#include "searcher/query/query.h"

namespace depeche {

/// A query that is asked anew after each run of the indexer.
struct StandingQuery {
  std::string name;  // the query text where the file gives none
  std::string text;  // as it is written
  Query query;
};

/// Reads standing queries: TOML, tables [[query]] with the members `name` and `query`, where `source` ends in
/// .toml; else a query a line, blank lines and those that begin with # passed over. Relative dates count from
/// `now`. Throws Error that names `source` and the line: kUsage for what is no such file, for a mistake in a
/// query (with a caret, within `width` columns), for two queries of one name and for none at all; kRefused
/// where a limit of queries is passed.
std::vector<StandingQuery> parse_standing_queries(std::string_view text, const std::string& source, Day now,
                                                  unsigned width);
/// The same of a file. Throws also Error (kUsage) where there is none, kEnvironment where it cannot be read.
std::vector<StandingQuery> read_standing_queries(const std::string& path, Day now, unsigned width);

}  // namespace depeche
