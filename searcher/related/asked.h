#pragma once

#include <set>
#include <string>
#include <vector>

#include "searcher/query/query.h"

namespace depeche {

/// What a query asks for already, so that it is not found to be related to itself. What it forbids does not
/// count.
struct Asked {
  std::set<std::string> terms;     // of words: stems with their prefix, and folded forms
  std::set<std::string> keys;      // of names, and of what is typed without quotes and may be one
  std::vector<std::string> stems;  // without their prefix
};

Asked asked_by(const Query& query);

}  // namespace depeche
