#include "indexer/path_list.h"

#include <sstream>

#include <gtest/gtest.h>

#include "common/error.h"

namespace depeche {
namespace {

using namespace std::string_literals;
using Paths = std::vector<std::string>;

TEST(PathList, HasAPathALineOrBetweenNuls) {
  const struct Case {
    std::string list;
    char end;
    Paths paths;
  } kCases[] = {
      {"", '\n', {}},
      {"a\nb c\n", '\n', {"a", "b c"}},
      {"a\n\nb", '\n', {"a", "b"}},
      {"a\nb\0c\0"s, '\0', {"a\nb", "c"}},
      {"d\xE9j\xE0\n", '\n', {"d\xE9j\xE0"}},
  };
  for (const Case& c : kCases) {
    std::istringstream in(c.list);
    EXPECT_EQ(read_path_list(in, c.end, "LIST"), c.paths) << c.list;
  }
}

TEST(PathList, SaysWhereItIsNone) {
  const struct Case {
    std::string list;
    char end;
    std::string place, remedy;
  } kCases[] = {
      {"a\nb\0c\n"s, '\n', "LIST, line 2", "say -0"},
      {"a\n" + std::string(5000, 'x') + "\n", '\n', "LIST, line 2", "longer than a path can be"},
      {"a\0"s + std::string(5000, 'x') + "\n", '\0', "LIST, path 2", "leave out -0"},
  };
  for (const Case& c : kCases) {
    std::istringstream in(c.list);
    try {
      read_path_list(in, c.end, "LIST");
      FAIL() << c.place;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kUsage);
      EXPECT_NE(std::string(error.what()).find(c.place), std::string::npos) << error.what();
      EXPECT_NE(std::string(error.what()).find(c.remedy), std::string::npos) << error.what();
    }
  }
}

TEST(ListedPaths, StandInThePlaceOfTheDash) {
  std::istringstream in("b\nc\n");
  CorpusOptions corpus;
  corpus.paths = {"a", "-"};
  read_listed_paths(corpus, false, in);
  EXPECT_EQ(corpus.paths, (Paths{"a", "b", "c"}));
  EXPECT_TRUE(corpus.listed);
  EXPECT_EQ(corpus.root, ".");

  CorpusOptions none;
  none.paths = {"a"};
  read_listed_paths(none, false, in);
  EXPECT_FALSE(none.listed);
  EXPECT_EQ(none.root, "");
  EXPECT_THROW(read_listed_paths(none, true, in), Error);
  none.paths = {"-", "-"};
  EXPECT_THROW(read_listed_paths(none, false, in), Error);
}

}  // namespace
}  // namespace depeche
