#include <variant>

#include "common/text/utf8.h"
#include "searcher/query/lexeme.h"
#include "searcher/query/lexer.h"

namespace depeche {
namespace {

/// Any day will do: whether a value is a date does not depend on it.
bool is_date(std::string_view value) {
  using namespace std::chrono_literals;
  return std::holds_alternative<DateQuery>(parse_date_query(value, Day{2000y / 1 / 1}));
}

/// Whether the rest of an argument looks like query text that the shell's quotes held together, not like the
/// value of one field: an operator, another field, a group or a quote at its beginning; a date and more
/// words.
bool goes_on(std::string_view rest, const FieldSpec& spec) {
  if (opens_quote(rest, 0)) return true;
  const std::string_view first = rest.substr(0, rest.find(' '));
  if (spec.kind == FieldKind::kDate && is_date(first) && !is_date(rest)) return true;
  try {
    Lexer lexer(rest);
    for (Lexeme lexeme = lexer.next(); lexeme.kind != Lexeme::Kind::kEnd; lexeme = lexer.next())
      if (lexeme.kind == Lexeme::Kind::kOperator || lexeme.kind == Lexeme::Kind::kField) return true;
  } catch (const QueryError&) {
    return false;
  }
  return false;
}

/// `argument` with the value of its field in quotes, where the shell has eaten them.
std::string restore_quotes(const std::string& argument) {
  const std::string_view text = argument;
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || find_invalid_utf8(text) != std::string_view::npos) return argument;
  const FieldSpec* spec = find_field(text.substr(0, colon));
  const std::string_view value = text.substr(colon + 1);
  if (!spec || !has_space(value) || goes_on(value, *spec)) return argument;
  return argument.substr(0, colon + 1) + quoted(value);
}

}  // namespace

std::string join_arguments(const std::vector<std::string>& arguments) {
  std::string joined;
  for (const std::string& argument : arguments) {
    if (!joined.empty()) joined += ' ';
    joined += restore_quotes(argument);
  }
  return joined;
}

}  // namespace depeche
