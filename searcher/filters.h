#pragma once

#include <string>
#include <vector>

#include "common/error.h"
#include "searcher/option_table.h"
#include "searcher/query/parser.h"

namespace depeche {

/// A filter given as an option: --person "Hua Chunying".
struct Filter {
  const SearcherOption* option = nullptr;
  std::string value;
};

/// `query` and those of `filters` that are filters: all of them must hold, except that several values of what
/// an article has one of are alternatives. Throws Error with a caret under the mistake, cut to `width`
/// columns: kUsage for a malformed value, kRefused where the whole passes kMaxQueryTerms.
Query combine(Query query, const std::vector<Filter>& filters, Day today, unsigned width);

/// The one day that the value of --`option` is; throws as combine() does.
Day read_day(const std::string& option, const std::string& value, Day today, unsigned width);

/// Error whose what() is explain_error() without the last line feed.
Error to_error(const QueryError& error, const std::string& text, unsigned width);

}  // namespace depeche
