#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "searcher/facets.h"
#include "searcher/query/parser.h"
#include "searcher/query/query.h"
#include "searcher/search.h"

namespace depeche {

/// Words and marks of a question; beyond that it is refused.
constexpr size_t kMaxQuestionTokens = 100;

/// A question in plain French, as it is understood.
struct Question {
  enum class Asked : uint8_t {
    kArticles,  // « quels articles … »
    kCount,     // « combien d'articles … »
    kValues,    // « quels auteurs … »: the values of `fields`
  };

  /// A stretch that the rules do not understand: bytes of the text.
  struct Unread {
    size_t begin = 0, end = 0;
    friend bool operator==(const Unread&, const Unread&) = default;
  };

  std::string text;  // as typed
  Asked asked = Asked::kArticles;
  std::vector<const FacetField*> fields;  // kValues
  Query query;                            // kAll: every article
  std::optional<SortOrder> sort;          // « les plus récents »
  std::optional<uint64_t> limit;          // « les 5 derniers »
  std::vector<Unread> unread;             // by offset, not overlapping
};

/// Whether a query text is a question or request for articles in plain French, so surely that words of a
/// query are never taken for one: it asks for articles (« quels articles », « je voudrais les dépêches »,
/// « combien de documents »), or is « articles » or « dépêches » with a clause right behind (« articles de
/// 2014 … », « parlant de … »). With an operator, field or mark of the query language it never is. Any bytes.
bool is_question(std::string_view text, Day today);

/// Reads a question by rules; what they do not understand is in `unread`, never dropped. Relative dates count
/// from `today`. to_text() of the query is read back by parse() to an equal tree. An error at its place where
/// a date is impossible, a limit of queries is passed, or the text is no UTF-8. Thread-safe; the time is
/// linear in the length.
std::variant<Question, QueryError> read_question(std::string_view text, Day today);

}  // namespace depeche
