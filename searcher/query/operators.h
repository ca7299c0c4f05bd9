#pragma once

#include <array>
#include <string_view>

#include "searcher/query/query.h"

namespace depeche {

/// An operator of the query language.
struct OperatorSpec {
  Query::Kind kind;
  std::string_view name;                     // canonical: French, printed by to_text()
  std::array<std::string_view, 2> synonyms;  // "" where there are fewer
  bool takes_distance;                       // NAME/n; kDefaultDistance where /n is left out
};

/// The one table from which lexer and printer derive. Operators are written in capitals; in lower case they
/// are words.
constexpr std::array<OperatorSpec, 7> kOperators{{
    {Query::Kind::kOr, "OU", {"OR", ""}, false},
    {Query::Kind::kAnd, "ET", {"AND", ""}, false},
    {Query::Kind::kNot, "SAUF", {"NOT", ""}, false},
    {Query::Kind::kNear, "PRES", {"PRÈS", "NEAR"}, true},
    {Query::Kind::kAdjacent, "SUIVI", {"ADJ", ""}, true},
    {Query::Kind::kSentence, "MEMEPHRASE", {"MÊMEPHRASE", "SAMESENTENCE"}, false},
    {Query::Kind::kParagraph, "MEMEPARAGRAPHE", {"MÊMEPARAGRAPHE", "SAMEPARAGRAPH"}, false},
}};

/// PRES, SUIVI, MEMEPHRASE and MEMEPARAGRAPHE: what joins words by their places.
constexpr bool is_proximity(Query::Kind kind) {
  return kind == Query::Kind::kNear || kind == Query::Kind::kAdjacent || kind == Query::Kind::kSentence ||
         kind == Query::Kind::kParagraph;
}

constexpr const OperatorSpec& operator_spec(Query::Kind kind) {
  for (const OperatorSpec& spec : kOperators)
    if (spec.kind == kind) return spec;
  return kOperators.front();
}

}  // namespace depeche
