#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/plan.h"
#include "searcher/vocabulary.h"

namespace depeche {

/// A plan as Xapian can run it. `query` finds every article that answers and may find others; which of them
/// need a look at their text is told by the rest.
struct CompiledQuery {
  Xapian::Query query;
  bool check_all = false;             // what Xapian cannot express: every candidate
  std::vector<std::string> doubtful;  // sorted terms (XV...): a candidate that has one of them
};

/// Scores are those of searcher/scoring.h. Filters score nothing.
CompiledQuery compile(const Plan& plan, const Vocabulary& vocabulary);

}  // namespace depeche
