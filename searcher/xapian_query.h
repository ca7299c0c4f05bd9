#pragma once

#include <vector>

#include <xapian.h>

/// Building blocks of Xapian queries, which scoring and deciding share.
namespace depeche::xapian_query {

inline Xapian::Query any_of(const std::vector<Xapian::Query>& queries) {
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}
inline Xapian::Query all_of(const std::vector<Xapian::Query>& queries) {
  return {Xapian::Query::OP_AND, queries.begin(), queries.end()};
}
inline Xapian::Query scaled(const Xapian::Query& query, double factor) {
  return {Xapian::Query::OP_SCALE_WEIGHT, query, factor};
}
inline Xapian::Query unweighted(const Xapian::Query& query) { return scaled(query, 0.0); }

/// Not Query::MatchAll: its static object is not thread-safe.
inline Xapian::Query everything() { return Xapian::Query(std::string()); }

/// An empty query matches nothing; Xapian drops it from an AND, which would then match too much.
inline bool is_nothing(const Xapian::Query& query) { return query.empty(); }

inline Xapian::Query both(const Xapian::Query& left, const Xapian::Query& right) {
  return is_nothing(left) || is_nothing(right) ? Xapian::Query() : left & right;
}

/// `left` without `right`, as an AND with the complement. Not OP_AND_NOT: below its right side Xapian 1.4.22
/// never sets the bounds of an AND's weights (MultiAndPostList), and reads them all the same, so that
/// documents are lost at random.
inline Xapian::Query minus(const Xapian::Query& left, const Xapian::Query& right) {
  if (is_nothing(left) || is_nothing(right)) return left;
  const Xapian::Query complement(Xapian::Query::OP_XOR, everything(), right);
  return {Xapian::Query::OP_FILTER, left, unweighted(complement)};
}

}  // namespace depeche::xapian_query
