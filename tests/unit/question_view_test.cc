// How a question is said to be understood, whole: tests/golden/view_question*.
#include "searcher/view/question_view.h"

#include <sstream>

#include <gtest/gtest.h>

#include "searcher/view/renderer.h"
#include "tests/golden/golden.h"
#include "tests/unit/query_line.h"

namespace depeche {
namespace {

constexpr Terminal kNarrow{false, 80, true}, kWide{false, 200, true}, kColour{true, 80, true}, kPipe{};

/// With everything that a question can ask for, marks that a terminal obeys, and more than fits a line.
constexpr std::string_view kQuestion =
    "Quels sont les 5 derniers articles de la rubrique \"Au coeur\x1b[31m des régions\", avec une image, "
    "dont "
    "le titre contient énergie mais pas « prix Nobel » et qui parlent uniquement de Saint-Étienne, parus "
    "entre "
    "le 3 mars 2013 et le 4 mai 2013 dans le bulletin n° 274 \u202e?";

Question question(std::string_view text) {
  auto read = read_question(text, kQueryToday);
  EXPECT_TRUE(std::holds_alternative<Question>(read)) << text;
  return std::get<Question>(std::move(read));
}

std::string in_text(std::string_view text, const Terminal& terminal) {
  std::ostringstream out;
  print_question(question(text), terminal, out);
  return out.str();
}

TEST(QuestionView, Golden) {
  const struct Case {
    const char* name;
    Terminal terminal;
  } kCases[] = {{"view_question_80.txt", kNarrow},
                {"view_question_80_colour.txt", kColour},
                {"view_question_200.txt", kWide},
                {"view_question_pipe.txt", kPipe}};
  for (const Case& c : kCases) expect_golden(c.name, in_text(kQuestion, c.terminal));
}

TEST(QuestionView, GoldenJson) {
  const Question asked = question(kQuestion);
  for (const auto& [name, format] : {std::pair("view_question.json", OutputFormat::kJson),
                                     std::pair("view_question.jsonl", OutputFormat::kJsonl)}) {
    std::ostringstream out;
    make_renderer(format, kPipe, {}, &asked)->count({}, out);
    expect_golden(name, out.str());
  }
}

TEST(QuestionView, SaysAsOptionsWhatIsNoQuery) {
  const struct {
    std::string_view question, text;
  } kCases[] = {
      {"combien d'articles sur le pape ?", "Understood: pape\nOptions: --count\n\n"},
      {"quels auteurs et quelles rubriques dans les articles de 2013 ?",
       "Understood: date:2013\nOptions: --facets auteur,rubrique\n\n"},
      {"je veux tous les articles", "Understood: every article\n\n"},
  };
  for (const auto& c : kCases) EXPECT_EQ(in_text(c.question, kPipe), c.text) << c.question;
}

TEST(QuestionView, JsonPlacesAreCodePoints) {
  const Json json = question_json(question("À l'été 2013, articles sur l'énergie avec une image"));
  ASSERT_EQ(json["unread"].size(), 1u);
  EXPECT_EQ(json["unread"][0]["text"], "avec une image");
  EXPECT_EQ(json["unread"][0]["begin"], 37);
  EXPECT_EQ(json["unread"][0]["end"], 51);
}

}  // namespace
}  // namespace depeche
