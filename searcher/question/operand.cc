#include "searcher/question/operand.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/utf8.h"
#include "searcher/query/lexer.h"
#include "searcher/question/words.h"

namespace depeche {
namespace {

using enum QuestionWords;

bool has_class(const QuestionToken& token, QuestionWords words) {
  return token.kind == QuestionToken::Kind::kWord && (token.classes & word_bit(words)) != 0;
}

/// Whether nothing but an apostrophe stands in front of the token: « l'eau ».
bool follows_elision(const QuestionView& view, size_t at) {
  const size_t end = view.tokens[at - 1].end;
  size_t behind = end;
  return end < view.tokens[at].begin && is_apostrophe(next_code_point(view.text, behind)) &&
         behind == view.tokens[at].begin;
}

/// The words of tokens [begin, end) as typed, with single blanks.
std::string text_of(const QuestionView& view, size_t begin, size_t end) {
  std::string text;
  for (size_t i = begin; i < end; ++i) {
    if (view.tokens[i].kind == QuestionToken::Kind::kMark) continue;
    if (!text.empty()) text += follows_elision(view, i) ? '\'' : ' ';
    text += view.tokens[i].text;
  }
  std::erase_if(text, [](char c) { return c == '"' || c == '\\'; });
  return text;
}

Query phrase_leaf(std::string text) { return {.kind = Query::Kind::kPhrase, .text = std::move(text)}; }

/// A word as the language reads it; a phrase where it would be read as something else.
Query word_leaf(const std::string& text) {
  try {
    const Lexeme lexeme = Lexer(text).next();
    if (lexeme.end == text.size() && lexeme.begin == 0) {
      if (lexeme.kind == Lexeme::Kind::kWord && lexeme.text == text)
        return {.kind = Query::Kind::kWord, .text = text};
      if (lexeme.kind == Lexeme::Kind::kPrefix) return {.kind = Query::Kind::kPrefix, .text = lexeme.text};
    }
  } catch (const QueryError&) {
    // A phrase, below.
  }
  std::string literal = text;
  std::erase(literal, '*');
  return count_words(literal) > 0 ? phrase_leaf(std::move(literal)) : Query{};
}

Query field_leaf(FieldId field, std::string text) {
  return {.kind = Query::Kind::kField, .text = std::move(text), .field = field};
}

/// Reads the words of one operand.
class Words {
 public:
  Words(const QuestionView& view, size_t begin, size_t end, ContentKind kind, std::vector<size_t>& unread)
      : view_(view), at_(begin), end_(end), in_title_(kind == ContentKind::kTitle), unread_(unread) {}

  Query read();

 private:
  const QuestionToken& token() const { return view_.tokens[at_]; }
  bool is_capital(size_t at) const {
    return at < end_ && view_.tokens[at].kind == QuestionToken::Kind::kWord && view_.tokens[at].capital;
  }
  void skip_introduction();
  bool read_headed_name();
  bool read_date();
  void read_token();
  size_t name_end() const { return find_name_end(view_, at_, end_); }
  void add(Query leaf);

  const QuestionView& view_;
  size_t at_, end_;
  bool in_title_;
  std::vector<size_t>& unread_;
  bool whole_phrase_ = false;
  std::vector<Query> leaves_;
};

void Words::add(Query leaf) {
  if (leaf.kind == Query::Kind::kAll) return;
  if (in_title_) {
    Query title{.kind = Query::Kind::kTitle, .field = FieldId::kTitle};
    title.children.push_back(std::move(leaf));
    leaf = std::move(title);
  }
  leaves_.push_back(std::move(leaf));
}

/// « le mot », « les mots-clés suivants : », « l'expression », « le thème de la ».
void Words::skip_introduction() {
  size_t at = at_;
  const auto skip_small = [&] {
    while (at < end_ &&
           (view_.tokens[at].is_mark(':') || (is_stop_token(view_.tokens[at]) && !is_capital(at))))
      ++at;
  };
  skip_small();
  if (at == end_) return;
  const QuestionToken& head = view_.tokens[at];
  const bool marker = has_class(head, kMarker), phrase = has_class(head, kPhrase);
  const bool more = at + 1 < end_;
  if (!more || (!marker && !phrase && !has_class(head, kTheme))) return;
  ++at;
  if (has_class(head, kTheme)) {
    const QuestionToken& next = view_.tokens[at];
    if (!(next.is_mark(':') || next.is("de") || next.is("d") || next.is("du") || next.is("des") ||
          next.is("suivant") || next.is("suivants") || next.is("la") ||
          next.kind == QuestionToken::Kind::kQuoted))
      return;
  }
  constexpr std::string_view kBehind[] = {"cle",     "cles",     "clef",     "clefs",
                                          "suivant", "suivants", "suivante", "exact"};
  while (at < end_ &&
         (view_.tokens[at].is_mark(':') || (view_.tokens[at].kind == QuestionToken::Kind::kWord &&
                                            std::ranges::count(kBehind, view_.tokens[at].folded) > 0)))
    ++at;
  if (at == end_) return;
  at_ = at;
  whole_phrase_ = phrase;
}

/// « la ville de Lyon », « le pays Bénin », « l'entreprise Thales ».
bool Words::read_headed_name() {
  const QuestionToken& head = token();
  std::optional<FieldId> field;
  if (has_class(head, kPersonHead)) field = FieldId::kPerson;
  if (has_class(head, kPlaceHead)) field = FieldId::kPlace;
  if (has_class(head, kOrgHead)) field = FieldId::kOrganisation;
  if (!field || in_title_) return false;
  size_t name = at_ + 1;
  const bool of = name < end_ && (view_.tokens[name].is("d") || view_.tokens[name].is("de"));
  if (of && head.is("pays")) return false;  // « les pays d'Afrique »
  while (name < end_ && !is_capital(name) && is_stop_token(view_.tokens[name])) ++name;
  if (!is_capital(name) || view_.periods[name] || (head.capital && name == at_ + 1)) return false;
  at_ = name;
  const size_t end = name_end();
  add(field_leaf(*field, text_of(view_, name, end)));
  at_ = end;
  return true;
}

/// A day that the text speaks of.
bool Words::read_date() {
  const auto& period = view_.periods[at_];
  if (in_title_ || !period || period->bare || period->end > end_) return false;
  leaves_.push_back({.kind = Query::Kind::kDate, .field = FieldId::kEvent, .date = period->date});
  at_ = period->end;
  return true;
}

void Words::read_token() {
  constexpr std::string_view kFillers[] = {"aussi",     "egalement", "notamment", "encore",   "svp",
                                           "stp",       "etc",       "suivant",   "suivants", "suivante",
                                           "suivantes", "merci",     "bonjour"};
  const QuestionToken& word = token();
  if (word.is("fois") && at_ > 1 && view_.tokens[at_ - 1].is("la") && view_.tokens[at_ - 2].is("a")) {
    ++at_;  // « à la fois », of which a rule may have taken the beginning
    return;
  }
  if (view_.is_act(at_, QuestionAct::kGlue) && view_.rules[at_]->end > at_ + 1) {
    at_ = std::min(view_.rules[at_]->end, end_);  // « à la fois »
    return;
  }
  if (word.kind == QuestionToken::Kind::kQuoted) {
    add(phrase_leaf(word.text));
  } else if (word.kind == QuestionToken::Kind::kWord) {
    const size_t end = is_capital(at_) ? name_end() : at_ + 1;
    if (end > at_ + 1) {
      add(phrase_leaf(text_of(view_, at_, end)));
      at_ = end;
      return;
    }
    if (has_class(word, kRestriction) || view_.vague[at_] || (!in_title_ && says_bound(word)))
      unread_.push_back(at_);
    else if (!is_stop_token(word) && std::ranges::count(kFillers, word.folded) == 0)
      add(word_leaf(word.text));
  }
  ++at_;
}

Query Words::read() {
  skip_introduction();
  if (whole_phrase_) {
    const bool quoted = end_ == at_ + 1 && token().kind == QuestionToken::Kind::kQuoted;
    std::string text = quoted ? token().text : text_of(view_, at_, end_);
    add(text.empty() ? Query{} : phrase_leaf(std::move(text)));
    at_ = end_;
  }
  while (at_ < end_)
    if (!read_date() && !read_headed_name()) read_token();
  return join(Query::Kind::kAnd, std::move(leaves_));
}

/// What may stand in front of a name and is no part of it. A section may begin with a preposition.
bool introduces_name(const QuestionToken& token, bool section) {
  constexpr std::string_view kBefore[] = {"m",    "mr",        "mme",    "monsieur", "madame",
                                          "mlle", "intitulee", "nommee", "appelee"};
  const bool small = section ? has_class(token, kSmall) || token.is("de") || token.is("d") || token.is("est")
                             : is_stop_token(token);
  return token.kind == QuestionToken::Kind::kMark || (small && !token.capital) || has_class(token, kAuthor) ||
         (token.kind == QuestionToken::Kind::kWord && std::ranges::count(kBefore, token.folded) > 0);
}

}  // namespace

size_t find_name_end(const QuestionView& view, size_t at, size_t limit) {
  constexpr std::string_view kParticles[] = {"de", "du",  "des", "d",   "la", "le", "les",
                                             "l",  "von", "van", "ben", "el", "al"};
  const auto is_name = [&](size_t i) {
    const QuestionToken& token = view.tokens[i];
    return i < limit && token.kind == QuestionToken::Kind::kWord && token.capital && !view.periods[i];
  };
  size_t end = at + 1;
  while (end < limit) {
    if (is_name(end)) {
      ++end;
      continue;
    }
    size_t next = end;
    while (next < limit && std::ranges::count(kParticles, view.tokens[next].folded) > 0) ++next;
    if (next == end || next == limit || next - end > 2 || !is_name(next) || view.tokens[at].acronym) break;
    end = next + 1;
  }
  return end;
}

Query read_words(const QuestionView& view, size_t begin, size_t end, ContentKind kind,
                 std::vector<size_t>& unread) {
  return Words(view, begin, end, kind, unread).read();
}

Query read_name(const QuestionView& view, size_t begin, size_t end, ContentKind kind) {
  const bool section = kind == ContentKind::kSection || kind == ContentKind::kSections;
  while (begin < end && introduces_name(view.tokens[begin], section)) ++begin;
  while (begin < end &&
         (view.tokens[end - 1].kind == QuestionToken::Kind::kMark || is_stop_token(view.tokens[end - 1])))
    --end;
  std::string name = text_of(view, begin, end);
  if (count_words(name) == 0) return {};
  switch (kind) {
    case ContentKind::kAuthor:
      return field_leaf(FieldId::kAuthor, std::move(name));
    case ContentKind::kSource:
      return field_leaf(FieldId::kSource, std::move(name));
    case ContentKind::kPublisher:  // an agency has one word as a rule, a person two
      if (count_words(name) > 1) return field_leaf(FieldId::kAuthor, std::move(name));
      return join(Query::Kind::kOr, {field_leaf(FieldId::kAuthor, name), field_leaf(FieldId::kSource, name)});
    case ContentKind::kTitleIs: {
      Query title{.kind = Query::Kind::kTitle, .field = FieldId::kTitle};
      const bool word = count_words(name) == 1 && view.tokens[begin].kind == QuestionToken::Kind::kWord;
      title.children.push_back(word ? word_leaf(name) : phrase_leaf(std::move(name)));
      return title;
    }
    default:
      return field_leaf(FieldId::kSection, std::move(name));
  }
}

}  // namespace depeche
