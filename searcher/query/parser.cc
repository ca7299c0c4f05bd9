#include "searcher/query/parser.h"

#include <algorithm>
#include <utility>

#include "common/message.h"
#include "common/text/analyzer.h"
#include "common/text/utf8.h"
#include "searcher/query/lexer.h"

namespace depeche {
namespace {

/// Recursive descent, one function a level of precedence. Throws QueryError.
class Parser {
 public:
  Parser(std::string_view text, Day today) : text_(text), today_(today), lexer_(text) { advance(); }

  Query parse();

 private:
  Query parse_or();
  Query parse_and();
  Query parse_operand();
  Query parse_proximity();
  Query parse_primary();
  Query parse_group();
  Query parse_field();
  DateQuery read_date_value(const Lexeme& value) const;
  Query parse_near_phrase();
  Query make_leaf(const Lexeme& lexeme);
  Query add_terms(Query leaf);

  void advance();
  bool at(Query::Kind op) const { return next_.kind == Lexeme::Kind::kOperator && next_.op->kind == op; }
  bool at_proximity() const { return next_.kind == Lexeme::Kind::kOperator && is_proximity(next_.op->kind); }
  bool at_operand() const;
  std::string_view source(size_t begin, size_t end) const { return text_.substr(begin, end - begin); }
  std::string_view source(const Lexeme& lexeme) const { return source(lexeme.begin, lexeme.end); }

  void enter(const Lexeme& cause);
  void leave() { --depth_; }
  void check_proximity_operand(const Query& operand, const Lexeme& op) const;
  [[noreturn]] void throw_missing_operand() const;

  std::string_view text_;
  Day today_;
  Lexer lexer_;
  Lexeme next_, last_;  // last_: the one before next_; kEnd at the beginning
  unsigned depth_ = 0;
  size_t terms_ = 0;
};

Query::Kind kind_of(Lexeme::Kind kind) {
  switch (kind) {
    case Lexeme::Kind::kExact:
      return Query::Kind::kExact;
    case Lexeme::Kind::kPrefix:
      return Query::Kind::kPrefix;
    case Lexeme::Kind::kPhrase:
      return Query::Kind::kPhrase;
    case Lexeme::Kind::kStemmedPhrase:
      return Query::Kind::kStemmedPhrase;
    default:
      return Query::Kind::kWord;
  }
}

bool is_text_leaf(const Query& query) {
  return query.kind == Query::Kind::kWord || query.kind == Query::Kind::kExact ||
         query.kind == Query::Kind::kPrefix || query.kind == Query::Kind::kPhrase ||
         query.kind == Query::Kind::kStemmedPhrase;
}

void Parser::advance() {
  last_ = std::exchange(next_, {});
  next_ = lexer_.next();
}

Query Parser::parse() {
  if (next_.kind == Lexeme::Kind::kEnd) {
    if (lexer_.skipped())
      throw_mistake(0, text_.size(), tr("there is no word to search for"),
                    tr("write a word with letters or digits"));
    return {.kind = Query::Kind::kAll, .begin = 0, .end = text_.size()};
  }
  Query query = parse_or();
  if (next_.kind == Lexeme::Kind::kClose)
    throw_mistake(next_.begin, next_.end, tr("this bracket closes nothing"),
                  tr("leave it out, or open one before"));
  return query;
}

Query Parser::parse_or() {
  std::vector<Query> alternatives;
  alternatives.push_back(parse_and());
  while (at(Query::Kind::kOr)) {
    advance();
    alternatives.push_back(parse_and());
  }
  return join(Query::Kind::kOr, std::move(alternatives));
}

Query Parser::parse_and() {
  std::vector<Query> operands;
  operands.push_back(parse_operand());
  while (at(Query::Kind::kAnd) || at(Query::Kind::kNot) || at_operand()) {
    if (at(Query::Kind::kAnd)) advance();
    if (!at(Query::Kind::kNot)) {
      operands.push_back(parse_operand());
      continue;
    }
    advance();
    Query excluded = parse_operand();
    Query rest = join(Query::Kind::kAnd, std::exchange(operands, {}));
    Query difference{.kind = Query::Kind::kNot, .begin = rest.begin, .end = excluded.end};
    difference.children.push_back(std::move(rest));
    difference.children.push_back(std::move(excluded));
    operands.push_back(std::move(difference));
  }
  return join(Query::Kind::kAnd, std::move(operands));
}

Query Parser::parse_operand() {
  if (!at(Query::Kind::kNot)) return parse_proximity();
  if (last_.kind == Lexeme::Kind::kOperator && is_proximity(last_.op->kind)) throw_missing_operand();
  enter(next_);
  const size_t begin = next_.begin;
  advance();
  Query excluded = parse_operand();
  leave();
  Query query{.kind = Query::Kind::kNot, .begin = begin, .end = excluded.end};
  query.children.push_back(std::move(excluded));
  return query;
}

Query Parser::parse_proximity() {
  Query first = parse_primary();
  if (!at_proximity()) return first;
  const Lexeme op = next_;
  Query chain{.kind = op.op->kind, .distance = op.distance, .begin = first.begin};
  check_proximity_operand(first, op);
  chain.children.push_back(std::move(first));
  while (at_proximity()) {
    if (next_.op->kind != chain.kind || next_.distance != chain.distance)
      throw_mistake(
          next_.begin, next_.end, tr("{} does not go on from {}", source(next_), source(op)),
          tr("write two conditions joined by ET: (a {0} b) ET (b {1} c)", source(op), source(next_)));
    advance();
    Query operand = parse_primary();
    check_proximity_operand(operand, op);
    chain.end = operand.end;
    chain.children.push_back(std::move(operand));
  }
  return chain;
}

void Parser::check_proximity_operand(const Query& operand, const Lexeme& op) const {
  if (is_text_leaf(operand)) return;
  if (operand.kind == Query::Kind::kOr && std::ranges::all_of(operand.children, is_text_leaf)) return;
  const bool field = operand.kind == Query::Kind::kField || operand.kind == Query::Kind::kTitle ||
                     operand.kind == Query::Kind::kDate;
  throw_mistake(
      operand.begin, operand.end,
      field ? tr("{} joins words of the text; a field has no place in it", source(op))
            : tr("{} joins words, phrases, and alternatives of them: (a OU b)", source(op)),
      field ? tr("join the field with ET: (a {} b) ET {}", source(op), source(operand.begin, operand.end))
            : tr("write several conditions joined by ET"));
}

bool Parser::at_operand() const {
  return next_.kind != Lexeme::Kind::kEnd && next_.kind != Lexeme::Kind::kClose &&
         next_.kind != Lexeme::Kind::kOperator;
}

Query Parser::parse_primary() {
  switch (next_.kind) {
    case Lexeme::Kind::kEnd:
    case Lexeme::Kind::kClose:
    case Lexeme::Kind::kOperator:
      throw_missing_operand();
    case Lexeme::Kind::kOpen:
      return parse_group();
    case Lexeme::Kind::kField:
      return parse_field();
    case Lexeme::Kind::kNearPhrase:
      return parse_near_phrase();
    default:
      break;
  }
  Query leaf = make_leaf(next_);
  advance();
  return leaf;
}

Query Parser::parse_group() {
  const Lexeme open = next_;
  enter(open);
  advance();
  Query query = parse_or();
  leave();
  if (next_.kind != Lexeme::Kind::kClose)
    throw_mistake(open.begin, open.end, tr("this bracket is never closed"), tr("close it with )"));
  advance();
  return query;
}

Query Parser::parse_field() {
  const Lexeme name = next_;
  const FieldSpec& spec = *name.field;
  const Lexeme value = lexer_.next_value(name);
  Query query{.kind = Query::Kind::kField, .field = spec.id, .begin = name.begin, .end = value.end};
  if (spec.kind == FieldKind::kWords) {
    query.kind = Query::Kind::kTitle;
    query.children.push_back(make_leaf(value));
  } else if (spec.kind == FieldKind::kDate) {
    query.kind = Query::Kind::kDate;
    query.date = read_date_value(value);
    query = add_terms(std::move(query));
  } else {
    query.text = value.text;
    query = add_terms(std::move(query));
  }
  advance();
  return query;
}

DateQuery Parser::read_date_value(const Lexeme& value) const {
  auto read = parse_date_query(value.text, today_);
  if (const auto* error = std::get_if<DateQueryError>(&read)) {
    const size_t end = std::min(error->end, value.text.size()), begin = std::min(error->begin, end);
    throw_mistake(value.text_begin + begin, value.text_begin + end, error->message);
  }
  return std::get<DateQuery>(read);
}

Query Parser::parse_near_phrase() {
  const Lexeme phrase = next_;
  advance();
  if (phrase.words.size() == 1) {
    Query only = make_leaf(phrase.words.front());
    if (only.kind == Query::Kind::kWord) only.kind = Query::Kind::kStemmedPhrase;
    return only;
  }
  Query query{
      .kind = Query::Kind::kNear, .distance = phrase.distance, .begin = phrase.begin, .end = phrase.end};
  for (const Lexeme& word : phrase.words) query.children.push_back(make_leaf(word));
  return query;
}

Query Parser::make_leaf(const Lexeme& lexeme) {
  if (longest_word(lexeme.text) > kMaxWordCodePoints)
    throw_refusal(lexeme.begin, lexeme.end, tr("a word has at most {} letters", kMaxWordCodePoints),
                  tr("write its beginning and *"));
  return add_terms(
      {.kind = kind_of(lexeme.kind), .text = lexeme.text, .begin = lexeme.begin, .end = lexeme.end});
}

Query Parser::add_terms(Query leaf) {
  terms_ += count_terms(leaf);
  if (terms_ > kMaxQueryTerms)
    throw_refusal(leaf.begin, leaf.end, tr("a query has at most {} words", kMaxQueryTerms),
                  tr("leave out from here on, or ask in several queries"));
  return leaf;
}

void Parser::enter(const Lexeme& cause) {
  if (++depth_ > kMaxQueryDepth)
    throw_refusal(cause.begin, cause.end, tr("brackets are nested at most {} deep", kMaxQueryDepth),
                  tr("leave out the brackets that change nothing"));
}

void Parser::throw_missing_operand() const {
  const bool after_operator = last_.kind == Lexeme::Kind::kOperator;
  if (next_.kind == Lexeme::Kind::kOperator) {
    const std::string remedy =
        tr("write \"{0}\" in quotes or in lower case for the word itself", source(next_));
    if (after_operator)
      throw_mistake(next_.begin, next_.end, tr("{} cannot stand behind {}", source(next_), source(last_)),
                    remedy);
    throw_mistake(next_.begin, next_.end, tr("nothing stands in front of {}", source(next_)), remedy);
  }
  if (after_operator)
    throw_mistake(last_.begin, last_.end, tr("nothing stands behind {}", source(last_)),
                  tr("write \"{0}\" in quotes or in lower case for the word itself", source(last_)));
  if (next_.kind == Lexeme::Kind::kEnd)
    throw_mistake(last_.begin, last_.end, tr("this bracket is never closed"), tr("close it with )"));
  if (last_.kind == Lexeme::Kind::kOpen)
    throw_mistake(last_.begin, next_.end, tr("there is nothing between these brackets"),
                  tr("leave them out"));
  throw_mistake(next_.begin, next_.end, tr("this bracket closes nothing"),
                tr("leave it out, or open one before"));
}

/// What no query may hold, wherever it stands.
void check_bytes(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    size_t limit = kMaxQueryBytes;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
    throw_refusal(limit, text.size(), tr("a query text has at most {} bytes", kMaxQueryBytes),
                  tr("leave out from here on, or ask in several queries"));
  }
  if (const size_t bad = find_invalid_utf8(text); bad != std::string_view::npos)
    throw_mistake(bad, bad + 1, tr("this byte is not UTF-8"), tr("set the terminal to UTF-8"));
  if (const size_t nul = text.find('\0'); nul != std::string_view::npos)
    throw_mistake(nul, nul + 1, tr("a query holds no NUL byte"), tr("leave it out"));
}

}  // namespace

std::optional<QueryError> check_query_bytes(std::string_view text) {
  try {
    check_bytes(text);
  } catch (QueryError& error) {
    return std::move(error);
  }
  return std::nullopt;
}

std::variant<Query, QueryError> parse(std::string_view text, Day today) {
  try {
    check_bytes(text);
    return Parser(text, today).parse();
  } catch (QueryError& error) {
    return std::move(error);
  }
}

}  // namespace depeche
