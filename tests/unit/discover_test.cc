// The walk: corpus/discover.h.

#include "corpus/discover.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/error.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

using Names = std::vector<std::string>;

/// The entries met, relative to the directory; "~" before one skipped, "!CODE " before one that failed.
Names walk(const CorpusDirectory& directory, const Names& paths) {
  Names names;
  EXPECT_TRUE(discover(paths, [&](Found&& found) {
    const char* mark = found.kind == Found::kSkipped ? "~" : "";
    std::string name = mark + found.path.substr(std::min(found.path.size(), directory.path().size() + 1));
    if (found.problem) name = "!" + std::string(rejection_spec(found.problem->code).code) + " " + name;
    names.push_back(name);
    return true;
  }));
  return names;
}

TEST(Discover, WalksInTheOrderOfBytes) {
  const CorpusDirectory directory;
  for (const char* name :
       {"b.txt", "a/x.txt", "a.txt", "a-b.txt", "a/b/c.txt", "B.txt", "é.txt", "a0.txt", "10.txt", "9.txt"})
    directory.write(name, "x");
  EXPECT_EQ(walk(directory, {directory.path()}), (Names{"10.txt", "9.txt", "B.txt", "a-b.txt", "a.txt",
                                                        "a/b/c.txt", "a/x.txt", "a0.txt", "b.txt", "é.txt"}));
}

TEST(Discover, FollowsNoLinkAndSkipsWhatIsHidden) {
  const CorpusDirectory directory;
  directory.write("a/file.txt", "x");
  directory.write(".hidden", "x");
  directory.write(".git/config", "x");
  std::filesystem::create_symlink("file.txt", directory.path("a/link"));
  std::filesystem::create_directory_symlink("..", directory.path("a/loop"));
  std::filesystem::create_symlink("nowhere", directory.path("dangling"));
  std::filesystem::create_directory(directory.path("empty"));
  EXPECT_EQ(walk(directory, {directory.path()}),
            (Names{"~.git", "~.hidden", "a/file.txt", "~a/link", "~a/loop", "~dangling"}));
}

TEST(Discover, SkipsAnIndexWithinTheCorpus) {
  const CorpusDirectory directory;
  directory.write("a/file.txt", "x");
  directory.write("index/indexer.lock", "1");
  directory.write("index/CURRENT", "manifest-1.json");
  directory.write("index/segments/000001/docdata.glass", "x");
  EXPECT_EQ(walk(directory, {directory.path()}), (Names{"a/file.txt", "~index"}));
  EXPECT_EQ(walk(directory, {directory.path("index")}), (Names{"~index"}));
}

TEST(Discover, TakesNamedPathsAsTheyAre) {
  const CorpusDirectory directory;
  directory.write("real/file.txt", "x");
  directory.write(".hidden.txt", "x");
  std::filesystem::create_directory_symlink("real", directory.path("link"));
  EXPECT_EQ(walk(directory, {directory.path("link")}), (Names{"link/file.txt"}));
  EXPECT_EQ(walk(directory, {directory.path(".hidden.txt")}), (Names{".hidden.txt"}));
  EXPECT_EQ(walk(directory, {directory.path("real//")}), (Names{"real/file.txt"}));
}

TEST(Discover, WalksNothingTwice) {
  const CorpusDirectory directory;
  directory.write("a/b/c.txt", "x");
  directory.write("a/d.txt", "x");
  directory.write("ab.txt", "x");
  const Names paths = {directory.path("ab.txt"), directory.path("a/b"),     directory.path("a"),
                       directory.path("a/"),     directory.path("a/d.txt"), directory.path("ab.txt")};
  EXPECT_EQ(walk(directory, paths), (Names{"a/b/c.txt", "a/d.txt", "ab.txt"}));
}

TEST(Discover, KeepsOddNames) {
  const CorpusDirectory directory;
  const Names names = {"a\nb.txt", "a\x1B[31m.txt", "espace et « guillemets ».txt", "\xE9t\xE9.txt"};
  for (const std::string& name : names) directory.write(name, "x");
  EXPECT_EQ(walk(directory, {directory.path()}), names);
  EXPECT_EQ(utf8_path("\xE9t\xE9.txt"), "\\xE9t\\xE9.txt");
  EXPECT_EQ(utf8_path("été\n.txt"), "été\n.txt");
}

TEST(Discover, GoesOnBehindADirectoryThatCannotBeRead) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const CorpusDirectory directory;
  directory.write("a/file.txt", "x");
  directory.write("b/file.txt", "x");
  ASSERT_EQ(chmod(directory.path("a").c_str(), 0), 0);
  EXPECT_EQ(walk(directory, {directory.path()}), (Names{"!E_PERM a", "b/file.txt"}));
  chmod(directory.path("a").c_str(), 0700);
}

TEST(Discover, GoesOnBehindADirectoryThatVanished) {
  const CorpusDirectory directory;
  directory.write("a/1.txt", "x");
  directory.write("b/1.txt", "x");
  directory.write("c.txt", "x");
  Names codes;
  discover({directory.path()}, [&](Found&& found) {
    std::filesystem::remove_all(directory.path("b"));
    codes.emplace_back(found.problem ? rejection_spec(found.problem->code).code : "-");
    return true;
  });
  EXPECT_EQ(codes, (Names{"-", "E_VANISHED", "-"}));
}

TEST(Discover, WantsNamedPathsToExist) {
  const CorpusDirectory directory;
  directory.write("a.txt", "x");
  size_t visits = 0;
  try {
    discover({directory.path("a.txt"), directory.path("nowhere")}, [&](Found&&) { return ++visits > 0; });
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kEnvironment);
    EXPECT_NE(std::string(error.what()).find("nowhere"), std::string::npos);
  }
  EXPECT_EQ(visits, 0u);
}

TEST(Discover, EndsWhenToldTo) {
  const CorpusDirectory directory;
  for (const char* name : {"a/1.txt", "a/2.txt", "b.txt"}) directory.write(name, "x");
  size_t visits = 0;
  EXPECT_FALSE(discover({directory.path()}, [&](Found&&) { return ++visits < 2; }));
  EXPECT_EQ(visits, 2u);
}

TEST(RelativePath, IsMadeOfTheRootOrOfThePathsNamed) {
  const CorpusDirectory directory;
  directory.write("2019/02/a.txt", "x");
  directory.write("2019/03/a.txt", "x");
  const std::string file = directory.path("2019/02/a.txt");
  struct Case {
    std::string root;
    Names named;
    std::string relative;
  };
  const std::vector<Case> cases = {
      {"", {directory.path("2019")}, "02/a.txt"},
      {"", {directory.path("2019/")}, "02/a.txt"},
      {"", {directory.path("2019/02/..")}, "02/a.txt"},
      {"", {file}, "a.txt"},
      // Two files of one name keep two ids.
      {"", {file, directory.path("2019/03/a.txt")}, "02/a.txt"},
      {"", {directory.path("2019/02"), directory.path("2019/03")}, "02/a.txt"},
      {directory.path(), {file}, "2019/02/a.txt"},
      {directory.path("2019/03"), {file}, "../02/a.txt"},
  };
  for (const Case& row : cases)
    EXPECT_EQ(RelativePath(row.root, row.named).of(file), row.relative) << row.relative;
}

}  // namespace
}  // namespace depeche
