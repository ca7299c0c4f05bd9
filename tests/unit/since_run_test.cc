#include "searcher/standing/since_run.h"

#include <gtest/gtest.h>

#include "tests/unit/test_index.h"

namespace depeche {
namespace {

/// State 7, with the two before it.
Manifest seventh() {
  Manifest manifest = make_manifest(5, {});
  manifest.published = "2019-02-27T03:12:09Z";
  manifest.advance();
  manifest.published = "2019-02-28T03:12:09Z";
  manifest.advance();
  manifest.published = "2019-03-01T03:12:09Z";
  return manifest;
}

TEST(SinceRun, IsANumberTheLastStateOrAFile) {
  const TemporaryDirectory directory;
  const std::string file = directory.path() / "état";
  const struct Case {
    const char* name;
    std::string text;
    const char* content;  // of the file; nullptr: there is none
    uint64_t state;
  } kCases[] = {
      {"a number", "3", nullptr, 3},
      {"everything", "0", nullptr, 0},
      {"the state in force", "7", nullptr, 7},
      {"the one before", "last", nullptr, 6},
      {"a file", file, "4", 4},
      {"written by hand", file, " 6\r\n", 6},
      {"with its time", file, "6 2019-02-28T03:12:09Z\n", 6},
      {"of a time that is forgotten", file, "2 2019-02-24T03:12:09Z\n", 2},
      {"a missing file: from now on", file, nullptr, 7},
  };
  for (const Case& c : kCases) {
    std::filesystem::remove(file);
    if (c.content) write_bytes(file, c.content);
    const SinceRun since = SinceRun::read(c.text);
    EXPECT_EQ(since.state(seventh()), c.state) << c.name;
    EXPECT_EQ(since.first(), c.text == file && !c.content) << c.name;
    since.reached(seventh());
    if (c.text == file)
      EXPECT_EQ(read_bytes(file), "7 2019-03-01T03:12:09Z\n") << c.name;
    else
      EXPECT_FALSE(std::filesystem::exists(file)) << c.name;
  }
}

TEST(SinceRun, AFileWithoutDirectoryStandsInTheWorkingOne) {
  EXPECT_EQ(SinceRun::read("etat").file(), std::filesystem::current_path() / "etat");
  EXPECT_EQ(SinceRun::read("./7").file(), std::filesystem::current_path() / "./7") << "no number";
}

TEST(SinceRun, MistakesAreToldWithTheirRemedy) {
  const TemporaryDirectory directory;
  const std::string file = directory.path() / "etat";
  const struct Case {
    std::string text;
    std::string content;
    std::string message;  // a part of it
  } kCases[] = {
      {"8", "", "--since-run 8: the index has reached state 7 only; if it was built anew, write 0"},
      {"", "", "--since-run: write the number of a state, last or a file"},
      {file + "/x", "1", "--since-run " + file + "/x: there is no directory " + file + ": make it"},
      {file, "8\n", file + " remembers state 8, but the index has reached state 7 only"},
      {file, "6 2018-02-28T03:12:09Z", "remembers state 6 of 2018-02-28T03:12:09Z, but that of this index"},
      {file, "7 2018-02-28T03:12:09Z", "remove " + file + " to begin with what comes next"},
      {file, "", file + ": no number of a state of the index"},
      {file, "sept\n", "no number"},
      {file, "-1\n", "no number"},
      {file, "6 2019-02-28T03:12:09Z 1\n", "no number"},
      {file, "99999999999999999999\n", "no number"},
      {file, std::string(2000, '7'), "longer than 1024 bytes: name another file"},
      {directory.path(), "", "not a regular file"},
  };
  for (const Case& c : kCases) {
    write_bytes(file, c.content);
    const Failure failure = failure_of([&] { SinceRun::read(c.text).state(seventh()); });
    EXPECT_EQ(failure.code, 2) << c.text << ": " << c.content;
    EXPECT_NE(failure.message.find(c.message), std::string::npos) << failure.message;
    EXPECT_EQ(read_bytes(file), c.content) << "left as it was";
  }
}

}  // namespace
}  // namespace depeche
