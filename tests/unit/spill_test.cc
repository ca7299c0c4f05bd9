#include "indexer/spill.h"

#include <gtest/gtest.h>

#include "common/error.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

TEST(Spill, GivesBackWhatItWasGiven) {
  const CorpusDirectory directory;
  Spill spill(directory.path(""));
  const std::string strings[] = {"", "a", std::string("\0b", 2), std::string(3'000'000, 'x'), "end"};
  for (const std::string& bytes : strings) spill.add(bytes);
  EXPECT_TRUE(std::filesystem::is_empty(directory.path(""))) << "the file has no name";
  ASSERT_EQ(spill.size(), std::size(strings));
  spill.rewind();
  for (const std::string& bytes : strings) EXPECT_EQ(spill.next(), bytes);
}

TEST(Spill, SaysWhereItCannotWrite) {
  Spill spill("/nonexistent/directory");
  try {
    spill.add("a");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kEnvironment);
    EXPECT_NE(std::string(error.what()).find("/nonexistent/directory"), std::string::npos);
  }
}

}  // namespace
}  // namespace depeche
