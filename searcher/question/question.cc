#include "searcher/question/question.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/message.h"
#include "common/text/utf8.h"
#include "searcher/query/lexer.h"
#include "searcher/question/reader.h"

namespace depeche {
namespace {

using Noun = QuestionForm::Noun;

constexpr size_t kMinTokens = 3;

bool has_small_letter(std::string_view text) {
  for (size_t pos = 0; pos < text.size();)
    if (u_islower(static_cast<UChar32>(next_code_point(text, pos)))) return true;
  return false;
}

/// Whether it holds something that only the query language has. In a text all in capitals ET and OU are
/// words.
bool has_query_syntax(std::string_view text) {
  const bool small = has_small_letter(text);
  try {
    Lexer lexer(text);
    for (Lexeme lexeme = lexer.next(); lexeme.kind != Lexeme::Kind::kEnd; lexeme = lexer.next()) {
      switch (lexeme.kind) {
        case Lexeme::Kind::kOperator:
          if (small) return true;
          break;
        case Lexeme::Kind::kField:
        case Lexeme::Kind::kExact:
        case Lexeme::Kind::kPrefix:
        case Lexeme::Kind::kStemmedPhrase:
        case Lexeme::Kind::kNearPhrase:
          return true;
        default:
          break;
      }
    }
  } catch (const QueryError&) {
    return false;  // a mistake in a query may be good French: « le titre : »
  }
  return false;
}

/// Sections, authors and years are of articles; places and persons are of the world.
bool is_of_articles(const FacetField* field) {
  return !field->field || field->field == FieldId::kSection || field->field == FieldId::kAuthor;
}

bool says_question(const QuestionForm& form, const Question& question) {
  if (form.words_first) return false;
  if (form.request) {
    if (form.noun == Noun::kArticle) return true;
    if (form.noun == Noun::kPaper) return form.clause;
    const bool own = !question.fields.empty() && std::ranges::all_of(question.fields, is_of_articles);
    if (form.clause_first) return own || (form.titles && form.topic_first);
    return own && question.query.kind == Query::Kind::kAll && question.unread.empty();
  }
  if (form.noun == Noun::kArticle)
    return form.topic_first || (form.determined && (form.clause_first || form.strong_clause));
  return form.noun == Noun::kPaper && form.topic_first && question.unread.empty();
}

}  // namespace

bool is_question(std::string_view text, Day today) {
  if (check_query_bytes(text) || has_query_syntax(text)) return false;
  const size_t tokens = read_question_tokens(text).size();
  if (tokens < kMinTokens || tokens > kMaxQuestionTokens) return false;
  const QuestionView view = view_question(text, today);
  const ReadQuestion read = QuestionReader(view).read();
  return says_question(read.form, read.question);
}

std::variant<Question, QueryError> read_question(std::string_view text, Day today) {
  if (auto error = check_query_bytes(text)) return *std::move(error);
  const std::vector<QuestionToken> tokens = read_question_tokens(text);
  if (tokens.size() > kMaxQuestionTokens)
    return QueryError{ExitCode::kRefused, tokens[kMaxQuestionTokens].begin, text.size(),
                      tr("a question has at most {} words and marks", kMaxQuestionTokens),
                      tr("leave out from here on, or ask in several questions")};
  const QuestionView view = view_question(text, today);
  if (auto error = find_impossible_date(text, view.tokens, today)) return *std::move(error);
  Question question = QuestionReader(view).read().question;
  const auto again = parse(to_text(question.query), today);
  if (const auto* error = std::get_if<QueryError>(&again))
    return QueryError{error->code, 0, text.size(), error->message, error->suggestion};
  return question;
}

}  // namespace depeche
