#include "searcher/question/question.h"

#include <string>

#include <gtest/gtest.h>

#include "searcher/question/rules.h"
#include "searcher/question/token.h"
#include "tests/unit/query_line.h"
#include "tests/unit/question_table.h"

namespace depeche {
namespace {

constexpr Day kQuestionToday{std::chrono::year{2015}, std::chrono::month{6}, std::chrono::day{15}};

Question asked(std::string_view text) {
  auto read = read_question(text, kQuestionToday);
  if (const auto* error = std::get_if<QueryError>(&read)) {
    ADD_FAILURE() << text << ": " << error->message;
    return {};
  }
  return std::get<Question>(std::move(read));
}

std::string asked_line(const Question& question) {
  std::string line = question.asked == Question::Asked::kCount ? "count" : "";
  const auto add = [&](std::string_view word) { line.append(line.empty() ? "" : " ").append(word); };
  for (const FacetField* field : question.fields) add(field->english);
  if (question.sort) add(*question.sort == SortOrder::kNewestFirst ? "newest" : "oldest");
  if (question.limit) add(std::to_string(*question.limit));
  return line;
}

std::string unread_line(const Question& question) {
  std::string line;
  for (const Question::Unread& unread : question.unread)
    line += (line.empty() ? "" : "; ") + question.text.substr(unread.begin, unread.end - unread.begin);
  return line;
}

TEST(Question, TableIsLargeEnough) {
  EXPECT_GE(question_cases().size(), 150u);
  EXPECT_GE(no_questions().size(), 80u);
}

TEST(Question, MeansItsTree) {
  for (const QuestionCase& c : question_cases()) {
    const Question question = asked(c.question);
    EXPECT_EQ(asked_line(question), c.asked) << c.question;
    EXPECT_EQ(one_line(question.query), c.tree) << c.question;
    EXPECT_EQ(unread_line(question), c.unread) << c.question;
  }
}

TEST(Question, PrintsAQueryThatIsReadBack) {
  for (const QuestionCase& c : question_cases()) {
    const Question question = asked(c.question);
    const auto again = parse(to_text(question.query), kQuestionToday);
    ASSERT_TRUE(std::holds_alternative<Query>(again)) << to_text(question.query);
    EXPECT_EQ(std::get<Query>(again), question.query) << c.question;
  }
}

TEST(Question, IsRecognised) {
  for (const QuestionCase& c : question_cases())
    EXPECT_TRUE(is_question(c.question, kQuestionToday)) << c.question;
}

TEST(Question, WordsOfAQueryAreNone) {
  for (const std::string_view text : no_questions()) EXPECT_FALSE(is_question(text, kQuestionToday)) << text;
}

TEST(Question, ThatIsForcedTakesAnyWords) {
  const struct {
    std::string_view text, tree, unread;
  } kCases[] = {
      {"", "all", ""},
      {"?", "all", ""},
      {"le pape en 2004", "and(word pape, date 2004)", ""},
      {"santé ou sport", "or(word santé, word sport)", ""},
      {"Les articles de biologie", "word biologie", ""},
      {"\"", "all", ""},
      {"chat (noir)", "and(word chat, word noir)", ""},
      {"cyber* attaque", "and(prefix cyber, word attaque)", ""},
      {"OU", "all", ""},
      {"depuis quelques semaines", "all", "depuis quelques semaines"},
  };
  for (const auto& c : kCases) {
    const Question question = asked(c.text);
    EXPECT_EQ(one_line(question.query), c.tree) << c.text;
    EXPECT_EQ(unread_line(question), c.unread) << c.text;
  }
}

TEST(Question, MistakesAreToldAtTheirPlace) {
  const struct {
    std::string text, place;
    ExitCode code = ExitCode::kUsage;
  } kCases[] = {
      {"articles parus le 31 février 2013", "31 février 2013"},
      {"articles datés du 31/02/2013", "31/02/2013"},
      {"articles parus entre mai 2014 et mars 2013", "entre mai 2014 et mars 2013"},
      {"articles sur le \xff", "\xff"},
      {"articles sur " + std::string(kMaxQueryBytes, 'a'), "", ExitCode::kRefused},
  };
  for (const auto& c : kCases) {
    const auto read = read_question(c.text, kQuestionToday);
    const auto* error = std::get_if<QueryError>(&read);
    ASSERT_NE(error, nullptr) << c.text;
    EXPECT_EQ(error->code, c.code) << c.text;
    if (!c.place.empty()) {
      EXPECT_EQ(c.text.substr(error->begin, error->end - error->begin), c.place) << c.text;
    }
  }
  std::string many = "articles parlant de";
  for (size_t i = 0; i <= kMaxQueryTerms; ++i) many += " mot" + std::to_string(i);
  EXPECT_TRUE(is_question(many, kQuestionToday));
  const auto read = read_question(many, kQuestionToday);
  ASSERT_TRUE(std::holds_alternative<QueryError>(read));
  EXPECT_EQ(std::get<QueryError>(read).code, ExitCode::kRefused);

  std::string longer = "articles de";
  for (size_t i = 0; i < kMaxQuestionTokens; ++i) longer += " le";
  EXPECT_FALSE(is_question(longer, kQuestionToday));
  const auto refused = read_question(longer, kQuestionToday);
  ASSERT_TRUE(std::holds_alternative<QueryError>(refused));
  EXPECT_EQ(std::get<QueryError>(refused).code, ExitCode::kRefused);
}

TEST(Question, ADateInQuotesIsATextEvenIfThereIsNone) {
  EXPECT_EQ(one_line(asked("articles intitulés \"Le 31 février 2013\"").query),
            "title(phrase \"Le 31 février 2013\")");
}

TEST(QuestionTokens, AreSplitAsASentenceIs) {
  const struct {
    std::string_view text, tokens;
  } kCases[] = {
      {"l'eau d’ici", "l|eau|d|ici"},
      {"aujourd'hui", "aujourd'hui"},
      {"O'Brien", "O'Brien"},
      {"y a-t-il ?", "y|a-t-il|?"},
      {"J. Dupont, CNRS.", "J.|Dupont|,|CNRS|."},
      {"C++ C# 3,5 49.3", "C++|C#|3,5|49.3"},
      {"« Au coeur » \"a  b\" 'c d'", "[Au coeur]|[a b]|[c d]"},
      {"\"a", "\"|a"},
      {"n°274", "n|274"},
      {"rubrique:Focus", "rubrique|:|Focus"},
  };
  for (const auto& c : kCases) {
    std::string line;
    for (const QuestionToken& token : read_question_tokens(c.text)) {
      const bool quoted = token.kind == QuestionToken::Kind::kQuoted;
      line += (line.empty() ? "" : "|") + (quoted ? '[' + token.text + ']' : token.text);
    }
    EXPECT_EQ(line, c.tokens) << c.text;
  }
}

TEST(QuestionTokens, CapitalsMeanNothingInATextOfCapitals) {
  for (const QuestionToken& token : read_question_tokens("LES ARTICLES SUR PARIS"))
    EXPECT_FALSE(token.capital || token.acronym) << token.text;
  EXPECT_TRUE(read_question_tokens("les articles sur Paris").back().capital);
}

TEST(QuestionRules, AllCompile) {
  const std::vector<QuestionToken> tokens = read_question_tokens("a");
  EXPECT_NO_THROW(match_rules(tokens, std::vector<bool>(tokens.size())));
  EXPECT_GT(question_rules().size(), 100u);
}

}  // namespace
}  // namespace depeche
