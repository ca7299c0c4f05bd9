#include "searcher/bare_words.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "common/text/fold.h"

namespace depeche {
namespace {

/// Folded and sorted; stop words are among them.
constexpr std::string_view kQuestionWords[] = {
    "auquel",   "auxquelles", "auxquels",   "combien",  "comment",  "desquelles", "desquels", "duquel",
    "laquelle", "lequel",     "lesquelles", "lesquels", "pourquoi", "qu",         "quand",    "que",
    "quel",     "quelle",     "quelles",    "quels",    "qui",      "quoi",
};

/// Subjects that stand behind their verb in a question.
constexpr std::string_view kSubjects[] = {"ce", "elle", "elles", "il", "ils", "je", "on", "tu"};

template <size_t N>
bool contains(const std::string_view (&table)[N], std::string_view word) {
  return std::binary_search(std::begin(table), std::end(table), word);
}

/// Words further apart in a query are not asked for together.
constexpr unsigned kPairDistance = 8;

/// Whether a condition is on the text, not on a field.
bool finds_text(const Query& query) {
  return query.kind != Query::Kind::kAll && query.kind != Query::Kind::kField &&
         query.kind != Query::Kind::kDate && query.kind != Query::Kind::kNot;
}

bool is_written(const Token& token) { return token.positional(); }

bool is_question_word(const Token& token) {
  return contains(kQuestionWords, token.word->term) || token.word->lower == "où";
}

/// « a-t-il », « est-ce »: joined by hyphens to a subject, and no compound.
bool has_subject_behind(const std::vector<Token>& tokens) {
  return tokens.size() > 1 && std::ranges::all_of(tokens, is_written) &&
         tokens[tokens.size() - 2].kind != TokenKind::kElision &&
         contains(kSubjects, tokens.back().word->term);
}

}  // namespace

void trim_to_word(std::vector<Token>& tokens) {
  while (tokens.size() > 1 && tokens[0].kind == TokenKind::kElision) tokens.erase(tokens.begin());
  if (!has_subject_behind(tokens)) return;
  tokens.pop_back();
  if (tokens.size() > 1 && tokens.back().word->term == "t") tokens.pop_back();
}

bool is_grammatical(const std::vector<Token>& tokens) {
  return std::ranges::all_of(tokens, [](const Token& token) {
    return token.kind != TokenKind::kAcronym && (is_stop_word(token.word->term) || is_question_word(token));
  });
}

bool asks(const std::vector<Token>& tokens) {
  return std::ranges::any_of(tokens, is_question_word) || has_subject_behind(tokens);
}

std::vector<BareWord> bare_words(const Query& conjunction, Analyzer& analyzer) {
  std::vector<BareWord> words(conjunction.children.size());
  std::vector<Token> tokens;
  bool any_content = false;
  unsigned position = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const Query& child = conjunction.children[i];
    if (child.kind != Query::Kind::kWord) {
      any_content = any_content || finds_text(child);
      position += kPairDistance + 1;
      continue;
    }
    analyzer.analyze(child.text, tokens);
    words[i].bare = true;
    words[i].grammatical = is_grammatical(tokens);
    words[i].position = position;
    for (const Token& token : tokens) position += token.positional() ? 1 : 0;
    any_content = any_content || !words[i].grammatical;
    trim_to_word(tokens);
    if (tokens.size() == 1) words[i].pattern = pattern_of(*tokens[0].word, Pattern::Kind::kStem);
  }
  if (!any_content)
    for (BareWord& word : words) word.grammatical = false;
  return words;
}

std::vector<Pattern> content_words(const std::string& phrase, Analyzer& analyzer) {
  std::vector<Token> tokens;
  analyzer.analyze(phrase, tokens);
  std::erase_if(tokens, [](const Token& token) { return !token.positional(); });
  const bool all = is_grammatical(tokens);
  std::vector<Pattern> words;
  for (const Token& token : tokens)
    if (all || !is_grammatical({token})) words.push_back(pattern_of(*token.word, Pattern::Kind::kStem));
  return words;
}

std::vector<Pair> pairs_of(const std::vector<BareWord>& words) {
  std::vector<const BareWord*> content;
  for (const BareWord& word : words)
    if (!word.grammatical) content.push_back(&word);
  std::vector<Pair> pairs;
  for (size_t i = 0; i < content.size(); ++i)
    for (size_t j = i + 1; j < content.size() && j <= i + 2; ++j) {
      const BareWord &left = *content[i], &right = *content[j];
      const unsigned distance = right.position - left.position;
      if (left.pattern && right.pattern && distance <= kPairDistance)
        pairs.push_back({*left.pattern, *right.pattern, distance, j == i + 1});
    }
  return pairs;
}

bool reads_as_question(const Query& query, Analyzer& analyzer) {
  if (query.kind != Query::Kind::kAnd) return false;
  std::vector<Token> tokens;
  return std::ranges::any_of(query.children, [&](const Query& child) {
    if (child.kind != Query::Kind::kWord) return false;
    analyzer.analyze(child.text, tokens);
    return asks(tokens);
  });
}

}  // namespace depeche
