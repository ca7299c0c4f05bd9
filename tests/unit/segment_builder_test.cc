#include "indexer/segment_builder.h"

#include <algorithm>
#include <csignal>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/durable.h"
#include "common/hash.h"
#include "indexer/segment_check.h"
#include "tests/unit/test_index.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

std::vector<Xapian::docid> docids_of(const Xapian::Database& database, const std::string& term) {
  return {database.postlist_begin(term), database.postlist_end(term)};
}

std::vector<std::string> synonyms_of(const Xapian::Database& database, const std::string& key) {
  return {database.synonyms_begin(key), database.synonyms_end(key)};
}

class SegmentBuilderTest : public testing::Test {
 protected:
  const TemporaryDirectory directory_;
  const IndexLayout layout_{directory_.path()};
};

TEST_F(SegmentBuilderTest, FinishedSegmentIsWhatItsEntrySays) {
  SegmentBuilder builder(layout_, "1-0");
  for (int i = 1; i <= 100; ++i)
    EXPECT_EQ(builder.add(make_document("id" + std::to_string(i), {"mot", "m" + std::to_string(i)})),
              static_cast<Xapian::docid>(i));
  EXPECT_EQ(builder.documents(), 100U);
  const SegmentEntry entry = builder.finish();

  EXPECT_EQ(entry.id, "1-0");
  EXPECT_EQ(entry.documents, 100U);
  EXPECT_EQ(entry.last_docid, 100U);
  EXPECT_EQ(entry.superseded.size(), 0U);
  const Xapian::Database database(builder.built().string());
  EXPECT_EQ(database.get_uuid(), entry.uuid);
  EXPECT_EQ(docids_of(database, "m42"), std::vector<Xapian::docid>{42});
  EXPECT_EQ(database.get_document(42).get_data(), "id42");

  std::vector<std::string> names;
  for (const FileEntry& file : entry.files) {
    names.push_back(file.name);
    EXPECT_EQ(file.size, fs::file_size(builder.built() / file.name)) << file.name;
    EXPECT_EQ(file.checksum, file_checksum((builder.built() / file.name).string())) << file.name;
  }
  EXPECT_EQ(names, (std::vector<std::string>{"docdata.glass", "iamglass", "position.glass", "postlist.glass",
                                             "termlist.glass"}));
  EXPECT_TRUE(fs::is_empty(builder.built()) || !fs::exists(builder.built() / "flintlock"));
}

std::vector<std::string> ids_of(const Xapian::Database& database) {
  std::vector<std::string> ids;
  for (const Xapian::docid docid : docids_of(database, ""))
    ids.push_back(database.get_document(docid).get_data());
  std::sort(ids.begin(), ids.end());
  return ids;
}

TEST_F(SegmentBuilderTest, RemovedDocumentsAreGone) {
  struct Case {
    const char* what;
    std::vector<uint32_t> removed;
    std::vector<std::string> left;
  };
  const Case cases[] = {
      {"first", {1}, {"2", "3", "4", "5"}},  {"first two", {1, 2}, {"3", "4", "5"}},
      {"middle", {3}, {"1", "2", "4", "5"}}, {"last", {5}, {"1", "2", "3", "4"}},
      {"all but one", {1, 2, 4, 5}, {"3"}},  {"all", {1, 2, 3, 4, 5}, {}},
  };
  for (const Case& c : cases) {
    SegmentBuilder builder(layout_, "holes");
    for (int i = 1; i <= 5; ++i) builder.add(make_document(std::to_string(i)));
    for (const uint32_t number : c.removed) builder.remove(number);
    const SegmentEntry entry = builder.finish();
    EXPECT_EQ(entry.documents, c.left.size()) << c.what;
    const Xapian::Database database(builder.built().string());
    EXPECT_EQ(ids_of(database), c.left) << c.what;
    EXPECT_EQ(database.get_lastdocid(), entry.last_docid) << c.what;
  }
}

// Several threads write several databases, and what comes out is one segment of the same documents.
TEST_F(SegmentBuilderTest, ThreadsMakeNoDifference) {
  constexpr int kDocuments = 1000;
  std::vector<std::string> expected;
  for (int i = 1; i <= kDocuments; ++i)
    if (i % 7 != 0) expected.push_back(std::to_string(i));
  std::sort(expected.begin(), expected.end());
  for (const unsigned threads : {1u, 2u, 3u, 8u}) {
    SegmentBuilder builder(layout_, "s", {.threads = threads, .memory_bytes = 10'000});
    for (int i = 1; i <= kDocuments; ++i) {
      PreparedDocument document = make_document(std::to_string(i), {"mot", "m" + std::to_string(i % 50)});
      document.forms = {{"attaqu", "attaque" + std::to_string(i % 3)}};
      EXPECT_EQ(builder.add(std::move(document)), static_cast<uint32_t>(i));
      if (i % 70 == 0)
        for (int j = i - 63; j <= i; j += 7) builder.remove(static_cast<uint32_t>(j));
    }
    for (int j = 987; j <= kDocuments; j += 7) builder.remove(static_cast<uint32_t>(j));
    const SegmentEntry entry = builder.finish();
    EXPECT_EQ(entry.documents, expected.size()) << threads;
    const Xapian::Database database(builder.built().string());
    EXPECT_EQ(ids_of(database), expected) << threads;
    EXPECT_EQ(database.get_termfreq("mot"), expected.size()) << threads;
    EXPECT_EQ(synonyms_of(database, "Zattaqu"),
              (std::vector<std::string>{"attaque0", "attaque1", "attaque2"}))
        << threads;
    EXPECT_EQ(names_in(builder.built()).size(), entry.files.size()) << threads;
  }
}

TEST_F(SegmentBuilderTest, ADuplicateMayStandInForARemovedOne) {
  SegmentBuilder builder(layout_, "s");
  builder.add(make_document("same"));
  builder.remove(1);
  EXPECT_EQ(builder.add(make_document("same")), 2U);
  EXPECT_EQ(builder.finish().documents, 1U);
}

TEST_F(SegmentBuilderTest, TwoDocumentsOfOneIdDoNotPass) {
  SegmentBuilder builder(layout_, "s");
  builder.add(make_document("same"));
  builder.add(make_document("same"));
  const Failure failure = failure_of([&] { builder.finish(); });
  EXPECT_EQ(failure.code, 7);
  EXPECT_NE(failure.message.find("s.building"), std::string::npos) << failure.message;
}

TEST_F(SegmentBuilderTest, CommitsByBytesLoseNothing) {
  SegmentBuilder builder(layout_, "s", {.memory_bytes = 10});
  for (int i = 1; i <= 50; ++i) builder.add(make_document("id" + std::to_string(i)));
  builder.remove(7);
  EXPECT_EQ(builder.finish().documents, 49U);
}

TEST_F(SegmentBuilderTest, FormsOfAStemAreSynonyms) {
  SegmentBuilder builder(layout_, "s");
  PreparedDocument one = make_document("1"), two = make_document("2");
  one.forms = {{"attaqu", "attaques"}, {"attaqu", "attaque"}, {"mot", "mots"}};
  two.forms = {{"attaqu", "attaquer"}, {"attaqu", "attaque"}, {std::string(250, 'x'), std::string(250, 'y')}};
  builder.add(std::move(one));
  builder.add(std::move(two));
  builder.finish();
  const Xapian::Database database(builder.built().string());
  EXPECT_EQ(synonyms_of(database, "Zattaqu"), (std::vector<std::string>{"attaque", "attaquer", "attaques"}));
  EXPECT_EQ(synonyms_of(database, "Zmot"), (std::vector<std::string>{"mots"}));
  EXPECT_EQ(synonyms_of(database, make_term("Z", std::string(250, 'x'))),
            (std::vector<std::string>{make_term("", std::string(250, 'y'))}));
}

TEST_F(SegmentBuilderTest, BeginsAfresh) {
  const fs::path leftover = layout_.building("s") / "growing-0";
  fs::create_directories(leftover);
  write_bytes(leftover / "postlist.glass", "half");
  SegmentBuilder builder(layout_, "s");
  builder.add(make_document("1"));
  EXPECT_EQ(builder.finish().documents, 1U);
}

TEST_F(SegmentBuilderTest, RemovingWhatIsNotThereIsAnInternalError) {
  SegmentBuilder builder(layout_, "s");
  EXPECT_EQ(failure_of([&] {
              builder.remove(1);
              builder.finish();
            }).code,
            7);
}

#ifdef NDEBUG
TEST_F(SegmentBuilderTest, ABadTermEndsTheRun) {
  SegmentBuilder builder(layout_, "s");
  EXPECT_EQ(failure_of([&] {
              builder.add(make_document("1", {std::string(300, 'a')}));
              builder.finish();
            }).code,
            7);
}
#endif

TEST_F(SegmentBuilderTest, AbandonedHalfwayCommitsNothing) {
  {
    SegmentBuilder builder(layout_, "s");
    builder.add(make_document("1"));
  }
  EXPECT_EQ(Xapian::Database((layout_.building("s") / "growing-0").string()).get_doccount(), 0U);
}

// RLIMIT_FSIZE is the disk that is full: the write fails with EFBIG. In a child, since it holds for the
// process.
TEST_F(SegmentBuilderTest, AFullDiskIsAnEnvironmentErrorAtEveryPoint) {
  int failed = 0;
  for (rlim_t limit = 0; limit < 400'000; limit += 2 * 8192 + 100) {
    const pid_t child = fork();
    if (child == 0) {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit bytes{limit, limit};
      setrlimit(RLIMIT_FSIZE, &bytes);
      const Failure failure = failure_of([&] {
        SegmentBuilder builder(layout_, "s", {.memory_bytes = 2'000});
        for (int i = 0; i < 3000; ++i)
          builder.add(make_document("id" + std::to_string(i), {"a", "b", "mot" + std::to_string(i)}));
        builder.finish();
      });
      const bool says_where = failure.message.find("s.building") != std::string::npos;
      _exit(failure.code == 4 && !says_where ? 99 : failure.code);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status)) << limit;
    EXPECT_TRUE(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 4) << limit << ": " << WEXITSTATUS(status);
    failed += WEXITSTATUS(status) == 4;
  }
  EXPECT_GT(failed, 10);
}

TEST(SegmentCheck, FindsDamageAndSurvivesIt) {
  const TemporaryDirectory directory;
  const IndexLayout layout(directory.path());
  std::vector<PreparedDocument> documents;
  for (int i = 0; i < 200; ++i) documents.push_back(make_document("id" + std::to_string(i), {"mot"}));
  make_segment(layout, "s", std::move(documents));
  const fs::path segment = layout.segment("s");
  EXPECT_NO_THROW(check_segment(segment, std::chrono::seconds(60)));

  const std::string bytes = read_bytes(segment / "postlist.glass");
  write_bytes(segment / "postlist.glass", bytes.substr(0, bytes.size() / 2));
  EXPECT_EQ(failure_of([&] { check_segment(segment, std::chrono::seconds(60)); }).code, 7);
  write_bytes(segment / "postlist.glass", std::string(bytes.size(), '\xFF'));
  EXPECT_EQ(failure_of([&] { check_segment(segment, std::chrono::seconds(60)); }).code, 7);
  fs::remove(segment / "iamglass");
  const Failure failure = failure_of([&] { check_segment(segment, std::chrono::seconds(60)); });
  EXPECT_EQ(failure.code, 7);
  EXPECT_NE(failure.message.find(segment.string()), std::string::npos);
}

}  // namespace
}  // namespace depeche
