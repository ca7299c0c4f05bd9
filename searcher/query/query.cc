#include "searcher/query/query.h"

#include <algorithm>
#include <iterator>

#include "searcher/query/lexeme.h"

namespace depeche {

bool operator==(const Query& a, const Query& b) {
  return a.kind == b.kind && a.text == b.text && a.field == b.field && a.date == b.date &&
         a.distance == b.distance && a.children == b.children;
}

Query join(Query::Kind kind, std::vector<Query> operands) {
  if (operands.empty()) return {};
  if (operands.size() == 1) return std::move(operands.front());
  Query joined{.kind = kind, .begin = operands.front().begin, .end = operands.back().end};
  for (Query& operand : operands) {
    if (operand.kind == kind)
      std::ranges::move(operand.children, std::back_inserter(joined.children));
    else
      joined.children.push_back(std::move(operand));
  }
  return joined;
}

size_t count_terms(const Query& query) {
  if (query.children.empty())
    return query.kind == Query::Kind::kAll ? 0 : std::max<size_t>(1, count_words(query.text));
  size_t terms = 0;
  for (const Query& child : query.children) terms += count_terms(child);
  return terms;
}

}  // namespace depeche
