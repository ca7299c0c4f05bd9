#include "searcher/standing/standing_queries.h"

#include <gtest/gtest.h>

#include "common/error.h"

namespace depeche {
namespace {

constexpr Day kNow{std::chrono::year(2026), std::chrono::November, std::chrono::day(22)};

std::vector<std::string> names_in(const std::string& text, const std::string& source = "veille.txt") {
  std::vector<std::string> names;
  for (const StandingQuery& query : parse_standing_queries(text, source, {kNow}))
    names.push_back(query.name + " | " + to_text(query.query));
  return names;
}

using Names = std::vector<std::string>;

TEST(StandingQueries, AreAQueryALine) {
  EXPECT_EQ(
      names_in("\xEF\xBB\xBF# chaque nuit\ncyberespionnage\r\n\n  personne:\"Hua Chunying\"  \n"),
      (Names{"cyberespionnage | cyberespionnage", "personne:\"Hua Chunying\" | personne:\"Hua Chunying\""}));
}

TEST(StandingQueries, AreTablesOfToml) {
  EXPECT_EQ(names_in("[[query]]\nname = \"Cyber\"\nquery = 'cyber* SAUF tennis'\n\n"
                     "[[query]]\nquery = \"Chine\"\n",
                     "veille.toml"),
            (Names{"Cyber | cyber* SAUF tennis", "Chine | Chine"}));
}

TEST(StandingQueries, MayBeQuestions) {
  const std::string question = "Quels articles de 2014 parlent de la Chine ?";
  const StandingQuery read = parse_standing_queries(question, "a", {kNow})[0];
  ASSERT_TRUE(read.question);
  EXPECT_EQ(to_text(read.query), "date:2014 ET Chine");
  EXPECT_EQ(read.name, question);
  EXPECT_FALSE(parse_standing_queries(question, "a", {.now = kNow, .questions = false})[0].question);
}

TEST(StandingQueries, CountRelativeDatesFromTheNight) {
  EXPECT_EQ(parse_standing_queries("date:hier", "a", {kNow})[0].query,
            parse_standing_queries("date:2026-11-21", "a", {kNow})[0].query);
}

TEST(StandingQueries, MistakesAreToldWithTheirLine) {
  const struct {
    const char* source;
    const char* text;
    const char* message;  // its beginning
  } kCases[] = {
      {"a", "", "a: no query"},
      {"a", "# rien\n", "a: no query"},
      {"a", "Chine\n\ndate:31/02/2019\n", "a, line 3: "},
      {"a", "Chine\n(a OU\n", "a, line 2: "},
      {"a", "Chine\n\xE9t\xE9\n", "a, line 2: this is not UTF-8"},
      {"a", "Chine\nChine\n", "a, line 2: there is a query Chine before it"},
      {"a.toml", "[[query]]\nquery = \n", "a.toml, line 2: this is not TOML"},
      {"a.toml", "[[query]]\nname = 'x'\n", "a.toml, line 1: a table [[query]] needs a member query"},
      {"a.toml", "[[query]]\nquery = 3\n", "a.toml, line 2: query is no text"},
      {"a.toml", "[[query]]\nquery = ' '\n", "a.toml, line 2: query is no text"},
      {"a.toml", "[[query]]\nquery = 'a'\nnom = 'x'\n", "a.toml, line 3: nom is not known here"},
      {"a.toml", "query = 'a'\n", "a.toml, line 1: query is not known here"},
      {"a.toml", "[[query]]\n\nquery = 'rubriqe:x'\n", "a.toml, line 3: "},
  };
  for (const auto& row : kCases) {
    try {
      parse_standing_queries(row.text, row.source, {kNow});
      ADD_FAILURE() << "no mistake: " << row.text;
    } catch (const Error& error) {
      EXPECT_TRUE(std::string_view(error.what()).starts_with(row.message)) << row.text << "\n"
                                                                           << error.what();
    }
  }
}

TEST(StandingQueries, EveryMistakeIsTold) {
  const struct {
    const char* source;
    const char* text;
    const char* message;
    ExitCode code = ExitCode::kUsage;
  } kCases[] = {
      {"a", "(a OU\nChine\na*\nChine\n",
       "a, line 1: nothing stands behind OU\n  (a OU\n     ^^\n"
       "write \"OU\" in quotes or in lower case for the word itself\n"
       "a, line 3: at least 2 letters must stand in front of *\n  a*\n  ^^\nwrite more of the word\n"
       "a, line 4: there is a query Chine before it: give each a name of its own"},
      {"a.toml", "[[query]]\nquery = 3\nnom = 'x'\n[[query]]\nname = 'x'\n",
       "a.toml, line 2: query is no text: write it in quotes, as in query = 'date:hier'\n"
       "a.toml, line 3: nom is not known here: write tables [[query]] with name and query\n"
       "a.toml, line 4: a table [[query]] needs a member query"},
      {"a", "Chine\na*\n",
       "a, line 2: at least 2 letters must stand in front of *\n  a*\n  ^^\nwrite more of the word",
       ExitCode::kRefused},
  };
  for (const auto& row : kCases) {
    try {
      parse_standing_queries(row.text, row.source, {kNow});
      ADD_FAILURE() << "no mistake: " << row.text;
    } catch (const Error& error) {
      EXPECT_STREQ(error.what(), row.message);
      EXPECT_EQ(error.code(), row.code) << row.text;
    }
  }
}

TEST(StandingQueries, AFileThatIsMissingIsNamed) {
  EXPECT_THROW(read_standing_queries("/nowhere/veille.txt", {kNow}), Error);
}

}  // namespace
}  // namespace depeche
