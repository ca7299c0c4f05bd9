#include "searcher/query/lexer.h"

#include <algorithm>

#include "common/message.h"
#include "common/nearest.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace depeche {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// By canonical name or synonym; nullptr if there is none.
const OperatorSpec* find_operator(std::string_view name) {
  const std::string composed = to_nfc(name);
  if (composed.empty()) return nullptr;
  for (const OperatorSpec& spec : kOperators)
    if (composed == spec.name || std::ranges::count(spec.synonyms, composed) > 0) return &spec;
  return nullptr;
}

/// The operator with a distance that `name` would be in capitals; "" if none.
std::string_view in_capitals(std::string_view name) {
  for (const OperatorSpec& spec : kOperators)
    for (const std::string_view known : {spec.name, spec.synonyms[0], spec.synonyms[1]})
      if (spec.takes_distance && !known.empty() && fold(name) == fold(known)) return known;
  return "";
}

std::string suggest_field(std::string_view name) {
  std::string list;
  std::vector<std::string> known;
  for (const FieldSpec& spec : kFields) {
    if (!list.empty()) list += ", ";
    list += spec.french;
    known.emplace_back(spec.french);
    known.emplace_back(spec.english);
  }
  const std::string nearest = nearest_name(fold(name), known);
  return nearest.empty() ? tr("there are {}; in quotes a colon means nothing", list)
                         : tr("did you mean {}:? There are {}", nearest, list);
}

}  // namespace

void throw_mistake(size_t begin, size_t end, std::string message, std::string suggestion) {
  throw QueryError{ExitCode::kUsage, begin, end, std::move(message), std::move(suggestion)};
}

void throw_refusal(size_t begin, size_t end, std::string message, std::string suggestion) {
  throw QueryError{ExitCode::kRefused, begin, end, std::move(message), std::move(suggestion)};
}

size_t Lexer::find_run_end(size_t pos, bool stop_at_colon) const {
  while (!ends_run(text_, pos) && !(stop_at_colon && text_[pos] == ':')) next_code_point(text_, pos);
  return pos;
}

/// That stretch of the query text between quotes, as a suggestion shows it.
std::string Lexer::in_quotes(size_t begin, size_t end) const {
  return '"' + std::string(text_.substr(begin, end - begin)) + '"';
}

Lexeme Lexer::next() {
  while (pos_ < text_.size()) {
    const size_t begin = pos_;
    const char c = text_[begin];
    if (c == '(' || c == ')') {
      const auto kind = c == '(' ? Lexeme::Kind::kOpen : Lexeme::Kind::kClose;
      return {.kind = kind, .begin = begin, .end = ++pos_};
    }
    if (opens_quote(text_, begin)) return read_phrase(text_, pos_);
    if (!ends_run(text_, begin)) {
      if (auto lexeme = next_bare()) return *std::move(lexeme);
      skipped_ = true;
    } else if (!is_space(next_code_point(text_, pos_))) {
      throw_mistake(begin, pos_, tr("this quote closes nothing"), tr("quotes are \"…\", « … » and “ … ”"));
    }
  }
  return {.kind = Lexeme::Kind::kEnd, .begin = pos_, .end = pos_};
}

std::optional<Lexeme> Lexer::next_bare() {
  const size_t begin = pos_;
  pos_ = find_run_end(begin, true);
  if (pos_ < text_.size() && text_[pos_] == ':') {
    const size_t colon = pos_++;
    if (count_words(text_.substr(begin, colon - begin)) > 0) return read_field_name(begin, colon);
    check_lone_colon(colon);
    return std::nullopt;
  }
  if (auto op = read_operator(begin, pos_)) return op;
  auto word = read_word(text_, begin, pos_);
  // Punctuation around it makes an operator no word: « a, OU, b ».
  if (word && word->kind == Lexeme::Kind::kWord)
    if (auto op = read_operator(word->begin, word->end)) return op;
  if (word) last_word_ = *word;
  return word;
}

/// « personne : Hua » is how French sets a colon; as two words it would find something else in silence.
void Lexer::check_lone_colon(size_t colon) const {
  for (size_t pos = last_word_.end; pos < colon;)
    if (!is_space(next_code_point(text_, pos))) return;
  if (last_word_.text.empty() || !find_field(last_word_.text)) return;
  throw_mistake(last_word_.begin, colon + 1, tr("no space stands in front of the colon of a field"),
                tr("write {}:…, with a value of several words in quotes", last_word_.text));
}

std::optional<Lexeme> Lexer::read_operator(size_t begin, size_t end) const {
  const std::string_view run = text_.substr(begin, end - begin);
  const size_t slash = std::min(run.find('/'), run.size());
  const std::string_view name = run.substr(0, slash);
  const OperatorSpec* op = find_operator(name);
  Lexeme lexeme{.kind = Lexeme::Kind::kOperator, .begin = begin, .end = end, .op = op};
  if (slash == run.size()) {
    if (!op) return std::nullopt;
    lexeme.distance = op->takes_distance ? kDefaultDistance : 0;
    return lexeme;
  }
  const std::string_view digits = run.substr(slash + 1);
  if (op && op->takes_distance) {
    if (!is_digits(digits))
      throw_mistake(begin, end, tr("behind {}/ stands a number of words from 1 to {}", name, kMaxDistance),
                    tr("for example {}/5", name));
    lexeme.distance = read_distance(text_, begin + slash + 1, end);
    return lexeme;
  }
  if (op && is_proximity(op->kind))
    throw_mistake(begin + slash, end, tr("{} takes no number", name), tr("write {} alone", name));
  if (const std::string_view capitals = in_capitals(name); is_digits(digits) && !capitals.empty())
    throw_mistake(begin, end, tr("operators are written in capitals"),
                  tr("write {}/{}, or {} for the words", capitals, digits, in_quotes(begin, end)));
  return std::nullopt;
}

Lexeme Lexer::read_field_name(size_t begin, size_t colon) const {
  const std::string_view name = text_.substr(begin, colon - begin);
  const size_t first = begin + std::min(name.find_first_not_of("-+!="), name.size());
  check_signs(text_, begin, first, find_run_end(colon, false));
  if (const FieldSpec* spec = find_field(name))
    return {.kind = Lexeme::Kind::kField, .begin = begin, .end = colon + 1, .field = spec};
  const size_t end = find_run_end(colon, false);
  if (text_.substr(colon + 1).starts_with("//"))
    throw_mistake(begin, end, tr("an address stands in quotes"),
                  tr("write {0}, or url:{0} for the article that has it", in_quotes(begin, end)));
  if (name.find_first_not_of("0123456789.,/*hH") == std::string_view::npos)
    throw_mistake(begin, end, tr("a colon stands only behind the name of a field"),
                  tr("write {}", in_quotes(begin, end)));
  throw_mistake(begin, colon, tr("there is no field {}", name), suggest_field(name));
}

Lexeme Lexer::next_value(const Lexeme& field) {
  const std::string_view name = text_.substr(field.begin, field.end - field.begin);
  if (text_.substr(pos_).starts_with('('))
    throw_mistake(pos_, pos_ + 1, tr("{} takes one value, not a group", name),
                  tr("name the field again in front of each: {0}… OU {0}…", name));
  if (ends_run(text_, pos_) && !opens_quote(text_, pos_))
    throw_mistake(field.begin, field.end, tr("no value stands behind {}", name),
                  tr("write it without a space, in quotes where it has several words: {}\"…\"", name));
  return field.field->kind == FieldKind::kWords ? read_title_value() : read_plain_value(*field.field);
}

Lexeme Lexer::read_title_value() {
  const size_t begin = pos_;
  if (opens_quote(text_, begin)) {
    Lexeme phrase = read_phrase(text_, pos_);
    if (phrase.kind == Lexeme::Kind::kNearPhrase)
      throw_mistake(begin, pos_, tr("a phrase in the title takes no distance"),
                    tr("write ~ alone for other forms of its words"));
    return phrase;
  }
  pos_ = find_run_end(begin, false);
  if (auto word = read_word(text_, begin, pos_)) return *std::move(word);
  throw_mistake(begin, pos_, tr("there is no word here"), tr("write a word, or a phrase in quotes"));
}

Lexeme Lexer::read_plain_value(const FieldSpec& spec) {
  Lexeme value{.kind = Lexeme::Kind::kValue, .begin = pos_};
  const bool quotes = opens_quote(text_, pos_);
  if (quotes) {
    const Quoted quoted = read_quoted(text_, pos_);
    value.text_begin = quoted.inner_begin;
    value.text = spec.kind == FieldKind::kDate
                     ? text_.substr(quoted.inner_begin, quoted.inner_end - quoted.inner_begin)
                     : content_of(text_, quoted);
  } else {
    pos_ = find_run_end(pos_, false);
    value.text_begin = value.begin;
    value.text = text_.substr(value.begin, pos_ - value.begin);
  }
  value.end = pos_;
  if (quotes && text_.substr(pos_).starts_with('~'))
    throw_mistake(pos_, pos_ + 1, tr("~ has no meaning behind the value of a field"), tr("leave it out"));
  const bool literal = spec.kind == FieldKind::kExact || spec.kind == FieldKind::kDate;
  if (literal ? value.text.empty() : count_words(value.text) == 0)
    throw_mistake(value.begin, value.end, tr("there is no value here"),
                  tr("write one, in quotes where it has several words"));
  if (!literal && !quotes && value.text.find_first_of("*=~") != std::string::npos)
    throw_mistake(value.begin, value.end, tr("* = and ~ have no meaning in the value of a field"),
                  tr("leave them out, or put the value in quotes"));
  return value;
}

}  // namespace depeche
