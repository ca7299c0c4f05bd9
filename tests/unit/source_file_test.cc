// Opening and reading a file: corpus/source_file.h.

#include "corpus/source_file.h"

#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

std::string code_of_open(const std::string& path) {
  const auto opened = SourceFile::open(path);
  if (const auto* problem = std::get_if<Problem>(&opened))
    return std::string(rejection_spec(problem->code).code);
  return "open";
}

TEST(SourceFile, OpensRegularFilesOnly) {
  const CorpusDirectory directory;
  EXPECT_EQ(code_of_open(directory.write("a.txt", "x")), "open");
  EXPECT_EQ(code_of_open(directory.path()), "E_NOT_REGULAR");
  EXPECT_EQ(code_of_open("/dev/null"), "E_NOT_REGULAR");
  EXPECT_EQ(code_of_open("/dev/zero"), "E_NOT_REGULAR");
  EXPECT_EQ(code_of_open(directory.path("nowhere")), "E_VANISHED");
  EXPECT_EQ(code_of_open(directory.path("a.txt/b")), "E_VANISHED");
  // A FIFO that nobody writes to: opening it must not wait.
  ASSERT_EQ(mkfifo(directory.path("fifo").c_str(), 0600), 0);
  EXPECT_EQ(code_of_open(directory.path("fifo")), "E_NOT_REGULAR");
}

TEST(SourceFile, OpensNoSocket) {
  const CorpusDirectory directory;
  const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = directory.path("s");
  ASSERT_LT(path.size(), sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  ASSERT_EQ(bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  EXPECT_EQ(code_of_open(path), "E_NOT_REGULAR");
  close(descriptor);
}

TEST(SourceFile, NeedsThePermission) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const CorpusDirectory directory;
  const std::string path = directory.write("a.txt", "x");
  chmod(path.c_str(), 0);
  EXPECT_EQ(code_of_open(path), "E_PERM");
}

TEST(SourceFile, ReadsAll) {
  const CorpusDirectory directory;
  for (const size_t size : {size_t(0), size_t(1), size_t(100'000)}) {
    const std::string bytes(size, 'x');
    auto opened = SourceFile::open(directory.write("a.txt", bytes));
    auto& file = std::get<SourceFile>(opened);
    EXPECT_EQ(file.size(), size);
    EXPECT_EQ(std::get<std::string>(file.read_all(size)), bytes);
    EXPECT_FALSE(file.problem());
  }
}

TEST(SourceFile, NoticesAChangeAndReadsAgain) {
  const CorpusDirectory directory;
  const std::string path = directory.write("a.txt", "before");
  auto opened = SourceFile::open(path);
  auto& file = std::get<SourceFile>(opened);
  EXPECT_FALSE(file.problem());
  directory.write("a.txt", "behind it");
  ASSERT_TRUE(file.problem());
  EXPECT_EQ(file.problem()->code, RejectionCode::kChanged);
  EXPECT_EQ(std::get<std::string>(file.read_all(100)), "behind it");
  EXPECT_FALSE(file.problem());
}

TEST(SourceFile, ReadsNoMoreThanTheLimitWhenAFileGrew) {
  const CorpusDirectory directory;
  auto opened = SourceFile::open(directory.write("a.txt", "before"));
  directory.write("a.txt", std::string(1000, 'x'));
  const auto content = std::get<SourceFile>(opened).read_all(100);
  EXPECT_EQ(std::get<Problem>(content).code, RejectionCode::kChanged);
}

TEST(SourceFile, KeepsReadingAFileThatWasReplaced) {
  const CorpusDirectory directory;
  const std::string path = directory.write("a.txt", "before");
  auto opened = SourceFile::open(path);
  std::filesystem::rename(directory.write("b.txt", "behind"), path);
  EXPECT_EQ(std::get<std::string>(std::get<SourceFile>(opened).read_all(100)), "before");
}

TEST(SourceFile, TellsTheDayOfItsModification) {
  const CorpusDirectory directory;
  const std::string path = directory.write("a.txt", "x");
  struct Case {
    int64_t seconds;
    const char* day;
  } const kCases[] = {
      {1'550'016'000, "20190213"},  // 2019-02-13T00:00:00Z
      {1'550'015'999, "20190212"},
      {0, "19700101"},
      {-1, "19691231"},
  };
  for (const auto& row : kCases) {
    const timespec times[2] = {{row.seconds, 0}, {row.seconds, 0}};
    ASSERT_EQ(utimensat(AT_FDCWD, path.c_str(), times, 0), 0);
    auto opened = SourceFile::open(path);
    const auto day = std::get<SourceFile>(opened).modified();
    ASSERT_TRUE(day);
    EXPECT_EQ(to_compact(*day), row.day);
  }
}

}  // namespace
}  // namespace depeche
