#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/civil_date.h"
#include "common/error.h"
#include "searcher/query/query.h"

namespace depeche {

/// Limits of a query (ARCHITECTURE.md, "Query language"). Beyond one the query is refused, which names it.
constexpr size_t kMaxQueryBytes = 4096;
constexpr size_t kMaxQueryTerms = 64;
constexpr unsigned kMaxQueryDepth = 20;
constexpr size_t kMaxPhraseWords = 20;
constexpr unsigned kMaxDistance = 100;
constexpr unsigned kMinPrefixLetters = 2;  // in front of *
/// Distance of PRES and SUIVI without /n (the window of NEAR and ADJ in Xapian's own language).
constexpr unsigned kDefaultDistance = 10;

/// A mistake in a query text, or a refusal.
struct QueryError {
  ExitCode code = ExitCode::kUsage;  // kUsage, or kRefused where a limit is passed
  size_t begin = 0, end = 0;         // bytes of the query text
  std::string message;               // translated, one line
  std::string suggestion;            // translated; "" if none
};

/// The arguments of a command line as one query text: joined by spaces; `field:rest` whose rest holds white
/// space is quoted (the shell has eaten its quotes). Not where the rest shows that it is a query of its own
/// in single quotes: it begins with a quote, holds an operator or another field, or begins with a date that
/// it goes beyond.
std::string join_arguments(const std::vector<std::string>& arguments);

/// Reads a query text. `today` is what relative dates count from. An empty text gives Kind::kAll.
/// Stack use is bounded whatever the text. Ill-formed UTF-8 or NUL is an error at its place.
std::variant<Query, QueryError> parse(std::string_view text, Day today);

/// What no text that is searched may hold: too many bytes, ill-formed UTF-8, NUL. nullopt if it holds none.
std::optional<QueryError> check_query_bytes(std::string_view text);

/// message, then the query text with a caret line under the place, then the suggestion; lines end with '\n'.
/// Carets align by display columns; a long text is cut around the place to `width` columns. Control
/// characters are made visible.
std::string explain_error(const QueryError& error, std::string_view text, unsigned width);

}  // namespace depeche
