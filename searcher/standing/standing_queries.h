#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/civil_date.h"
#include "searcher/query/query.h"
#include "searcher/question/question.h"

namespace depeche {

/// A query that is asked anew after each run of the indexer.
struct StandingQuery {
  std::string name;  // the query text where the file gives none
  std::string text;  // as it is written
  Query query;
  std::optional<Question> question;  // that `query` was read from, if it is one in plain French
};

/// How query texts are read.
struct QueryReading {
  Day now{};              // what relative dates count from
  unsigned width = 80;    // of messages
  bool questions = true;  // what looks like a question is read as one
};

/// Reads standing queries: TOML, tables [[query]] with the members `name` and `query`, where `source` ends in
/// .toml; else a query a line, blank lines and those that begin with # passed over. Throws Error that names
/// `source`, and the line of every mistake: kUsage for what is no such file, for mistakes in queries (with a
/// caret), for two queries of one name and for none at all; kRefused where only limits of queries are passed.
std::vector<StandingQuery> parse_standing_queries(std::string_view text, const std::string& source,
                                                  const QueryReading& reading);
/// The same of a file. Throws also Error (kUsage) where there is none and where it cannot be read.
std::vector<StandingQuery> read_standing_queries(const std::string& path, const QueryReading& reading);

}  // namespace depeche
