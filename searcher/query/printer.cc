#include <algorithm>
#include <variant>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "common/text/utf8.h"
#include "searcher/query/lexer.h"
#include "searcher/query/query.h"

namespace depeche {
namespace {

enum class Level { kOr, kAnd, kProximity, kLeaf };

Level level_of(const Query& query) {
  switch (query.kind) {
    case Query::Kind::kOr:
      return Level::kOr;
    case Query::Kind::kAnd:
    case Query::Kind::kNot:
      return Level::kAnd;
    case Query::Kind::kNear:
    case Query::Kind::kAdjacent:
    case Query::Kind::kSentence:
    case Query::Kind::kParagraph:
      return Level::kProximity;
    default:
      return Level::kLeaf;
  }
}

bool is_unary_not(const Query& query) {
  return query.kind == Query::Kind::kNot && query.children.size() == 1;
}

std::string in_brackets(const std::string& text, bool brackets) { return brackets ? '(' + text + ')' : text; }

std::string operator_text(const Query& query) {
  const OperatorSpec& spec = operator_spec(query.kind);
  return spec.takes_distance ? fmt::format("{}/{}", spec.name, query.distance) : std::string(spec.name);
}

/// Whether the lexer reads `word` as a word: operators and the like come only out of "..."~n.
bool stands_alone(const Query& word) {
  if (word.kind != Query::Kind::kWord) return true;
  try {
    const Lexeme lexeme = Lexer(word.text).next();
    return lexeme.kind == Lexeme::Kind::kWord && lexeme.text == word.text;
  } catch (const QueryError&) {
    return false;
  }
}

/// "a b"~n, for words of which one could not stand outside the quotes.
std::string near_phrase(const Query& query) {
  std::string words;
  for (const Query& word : query.children) {
    if (!words.empty()) words += ' ';
    words += to_text(word);
  }
  return fmt::format("\"{}\"~{}", words, query.distance);
}

/// Operands joined by the operator. Only an operand that would be read differently stands in brackets, so
/// that a text never nests deeper than what was typed.
std::string join_operands(const Query& query) {
  const Level level = level_of(query);
  const std::string separator = ' ' + operator_text(query) + ' ';
  std::string text;
  for (const Query& operand : query.children) {
    const bool first = &operand == &query.children.front();
    const bool chains =
        level == Level::kAnd && (first || (query.kind == Query::Kind::kNot && is_unary_not(operand)));
    const Level least = chains ? Level::kAnd : static_cast<Level>(static_cast<int>(level) + 1);
    if (!first) text += separator;
    text += in_brackets(to_text(operand), level_of(operand) < least);
  }
  return text;
}

std::string label_of(const Query& query) {
  switch (query.kind) {
    case Query::Kind::kAll:
      return "all";
    case Query::Kind::kWord:
      return "word " + query.text;
    case Query::Kind::kExact:
      return "exact " + query.text;
    case Query::Kind::kPrefix:
      return "prefix " + query.text;
    case Query::Kind::kPhrase:
      return "phrase " + quoted(query.text);
    case Query::Kind::kStemmedPhrase:
      return "stemmed phrase " + quoted(query.text);
    case Query::Kind::kNear:
      return fmt::format("near {}", query.distance);
    case Query::Kind::kAdjacent:
      return fmt::format("adjacent {}", query.distance);
    case Query::Kind::kSentence:
      return "sentence";
    case Query::Kind::kParagraph:
      return "paragraph";
    case Query::Kind::kAnd:
      return "and";
    case Query::Kind::kOr:
      return "or";
    case Query::Kind::kNot:
      return "not";
    case Query::Kind::kTitle:
      return "title";
    case Query::Kind::kField:
      return fmt::format("field {} {}", field_spec(query.field).english, quoted(query.text));
    case Query::Kind::kDate:
      return fmt::format("{} {}", field_spec(query.field).english, to_text(query.date));
  }
  return "";
}

void append_tree(const Query& query, size_t indent, std::string& out) {
  out.append(indent, ' ').append(label_of(query)) += '\n';
  for (const Query& child : query.children) append_tree(child, indent + 2, out);
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

std::string quoted_if_needed(std::string_view value) {
  constexpr std::u32string_view kPlain = U"-_./:";
  bool plain = !value.empty();
  for (size_t pos = 0; plain && pos < value.size();) {
    const char32_t c = next_code_point(value, pos);
    plain = u_isalnum(static_cast<UChar32>(c)) || kPlain.find(c) != std::u32string_view::npos;
  }
  return plain ? std::string(value) : quoted(value);
}

std::string to_text(const Query& query) {
  switch (query.kind) {
    case Query::Kind::kAll:
      return "";
    case Query::Kind::kWord:
      return query.text;
    case Query::Kind::kExact:
      return '=' + query.text;
    case Query::Kind::kPrefix:
      return query.text + '*';
    case Query::Kind::kPhrase:
      return quoted(query.text);
    case Query::Kind::kStemmedPhrase:
      return quoted(query.text) + '~';
    case Query::Kind::kField:
      return fmt::format("{}:{}", field_spec(query.field).french, quoted_if_needed(query.text));
    case Query::Kind::kTitle:
      return fmt::format("{}:{}", field_spec(query.field).french, to_text(query.children.front()));
    case Query::Kind::kDate:
      return fmt::format("{}:{}", field_spec(query.field).french, quoted_if_needed(to_text(query.date)));
    case Query::Kind::kNot:
      if (!is_unary_not(query)) return join_operands(query);
      return operator_text(query) + ' ' +
             in_brackets(to_text(query.children.front()), level_of(query.children.front()) <= Level::kAnd &&
                                                              !is_unary_not(query.children.front()));
    case Query::Kind::kNear:
      if (!std::ranges::all_of(query.children, stands_alone)) return near_phrase(query);
      return join_operands(query);
    case Query::Kind::kAdjacent:
    case Query::Kind::kSentence:
    case Query::Kind::kParagraph:
    case Query::Kind::kAnd:
    case Query::Kind::kOr:
      return join_operands(query);
  }
  return "";
}

std::string to_tree(const Query& query) {
  std::string tree;
  append_tree(query, 0, tree);
  return tree;
}

}  // namespace depeche
