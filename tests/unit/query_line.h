#pragma once

#include <string>
#include <variant>
#include <vector>

#include "searcher/query/parser.h"

namespace depeche {

/// The day that relative dates of query tests count from.
constexpr Day kQueryToday{std::chrono::year{2019}, std::chrono::month{3}, std::chrono::day{1}};

/// to_tree() on one line: "and(word a, not(word b, word c))".
inline std::string one_line(const Query& query) {
  const std::string tree = to_tree(query);
  std::string label = tree.substr(0, tree.find('\n'));
  if (query.children.empty()) return label;
  std::string children;
  for (const Query& child : query.children) children += (children.empty() ? "" : ", ") + one_line(child);
  return label + '(' + children + ')';
}

/// The tree of `text` on one line, or "error: " and the message.
inline std::string parsed_line(std::string_view text) {
  const auto parsed = parse(text, kQueryToday);
  if (const auto* query = std::get_if<Query>(&parsed)) return one_line(*query);
  return "error: " + std::get<QueryError>(parsed).message;
}

}  // namespace depeche
