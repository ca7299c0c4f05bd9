#include "common/published_index.h"

#include <sys/stat.h>
#include <unistd.h>

#include "common/hash.h"
#include "tests/unit/test_index.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

/// Two segments of 30 documents: enough for a table to have more than one kind of block.
class PublishedIndexTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<SegmentEntry> entries;
    for (const char* id : {"1-0", "1-1"}) {
      std::vector<PreparedDocument> documents;
      for (int i = 1; i <= 30; ++i) {
        documents.push_back(make_document(fmt::format("{}/{}", id, i), {"mot", "m" + std::to_string(i)}));
        documents.back().forms = {{"mot", "mots"}};
        documents.back().document.add_value(7, std::to_string(i));
      }
      entries.push_back(make_segment(layout_, id, std::move(documents)));
    }
    Manifest manifest = make_manifest(1, entries);
    manifest.surnames = add_surnames(layout_, 1, SurnameTable({{"hua", "hua chunying", 9, 10, kSexUnknown}}));
    publish(layout_, manifest);
  }

  Failure open_failure() const {
    return failure_of([this] { open_published(layout_); });
  }

  /// Replaces the bytes of a file under its old modification time, as rot does.
  static void write_in_place(const fs::path& path, const std::string& bytes) {
    const auto time = fs::last_write_time(path);
    write_bytes(path, bytes);
    fs::last_write_time(path, time);
  }

  const TemporaryDirectory directory_;
  const IndexLayout layout_{directory_.path() / "index"};
};

TEST_F(PublishedIndexTest, OpensAllSegmentsAsOne) {
  const PublishedIndex index = open_published(layout_);
  EXPECT_EQ(index.database.get_doccount(), 60U);
  EXPECT_EQ(index.manifest.number, 1U);
  for (auto posting = index.database.postlist_begin("m7"); posting != index.database.postlist_end("m7");
       ++posting) {
    const SegmentDocid place = segment_docid(index, *posting);
    EXPECT_EQ(place.docid, 7U);
    EXPECT_EQ(index.database.get_document(*posting).get_data(),
              index.manifest.segments[place.segment].id + "/7");
  }
}

TEST_F(PublishedIndexTest, OpensFromAnotherWorkingDirectory) {
  const fs::path before = fs::current_path();
  fs::current_path(directory_.path());
  EXPECT_EQ(open_published(IndexLayout("index")).database.get_doccount(), 60U);
  fs::current_path(before);
}

TEST_F(PublishedIndexTest, NoIndexNamesTheCommandThatMakesOne) {
  const Failure failure = failure_of([&] { open_published(IndexLayout(directory_.path() / "none")); });
  EXPECT_EQ(failure.code, 4);
  EXPECT_NE(failure.message.find("depeche-indexer --index " + (directory_.path() / "none").string()),
            std::string::npos)
      << failure.message;
}

TEST_F(PublishedIndexTest, AnEmptyStateIsAnEmptyIndex) {
  publish(layout_, make_manifest(2, {}));
  const PublishedIndex index = open_published(layout_);
  EXPECT_EQ(index.database.get_doccount(), 0U);
}

TEST_F(PublishedIndexTest, StaysReadableWhenNewerStatesArePublished) {
  const PublishedIndex index = open_published(layout_);
  for (uint64_t number = 2; number <= 6; ++number) publish(layout_, make_manifest(number, {}));
  EXPECT_FALSE(fs::exists(layout_.segment("1-0")));
  Xapian::Enquire enquire(index.database);
  enquire.set_query(Xapian::Query("mot"));
  EXPECT_EQ(enquire.get_mset(0, 100).size(), 60U);
  EXPECT_FALSE(fs::exists(layout_.surnames(1)));
  ASSERT_NE(index.surnames.table().find("hua"), nullptr);
  EXPECT_EQ(index.surnames.table().find("hua")->key, "hua chunying");
}

TEST_F(PublishedIndexTest, AStateWithoutATableKnowsNoSurname) {
  publish(layout_, make_manifest(2, {}));
  EXPECT_TRUE(open_published(layout_).surnames.table().empty());
}

// What rots under its old size and time is seen when it is read, and not by queries that do not need it.
TEST_F(PublishedIndexTest, ARottenTableIsNamedWhenItIsRead) {
  const fs::path path = layout_.surnames(1);
  std::string bytes = read_bytes(path);
  bytes[0] = 'g';
  write_in_place(path, bytes);
  const PublishedIndex index = open_published(layout_);
  for (int attempt = 0; attempt < 2; ++attempt) {
    const Failure failure = failure_of([&] { index.surnames.table(); });
    EXPECT_EQ(failure.code, 6);
    EXPECT_NE(failure.message.find(path.string()), std::string::npos) << failure.message;
  }
}

// cp -r gives every file another time; its bytes count then.
TEST_F(PublishedIndexTest, ACopyOpens) {
  const fs::path copy = directory_.path() / "copy";
  fs::copy(layout_.root(), copy, fs::copy_options::recursive);
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(copy))
    if (entry.is_regular_file()) fs::last_write_time(entry.path(), fs::file_time_type::clock::now());
  EXPECT_EQ(open_published(IndexLayout(copy)).database.get_doccount(), 60U);
}

TEST_F(PublishedIndexTest, EveryDamagedFileIsNamed) {
  std::vector<fs::path> files;
  for (const SegmentEntry& segment : open_published(layout_).manifest.segments)
    for (const FileEntry& file : segment.files) files.push_back(layout_.segment(segment.id) / file.name);
  files.push_back(layout_.surnames(1));
  EXPECT_EQ(files.size(), 13U);

  struct Damage {
    const char* what;
    void (*apply)(const fs::path&);
  };
  const Damage damages[] = {
      {"deleted", [](const fs::path& path) { fs::remove(path); }},
      {"emptied", [](const fs::path& path) { fs::resize_file(path, 0); }},
      {"truncated by a byte", [](const fs::path& path) { fs::resize_file(path, fs::file_size(path) - 1); }},
      {"longer by a byte", [](const fs::path& path) { fs::resize_file(path, fs::file_size(path) + 1); }},
      {"truncated under its old time",
       [](const fs::path& path) { write_in_place(path, read_bytes(path).substr(1)); }},
      {"first bit flipped",
       [](const fs::path& path) {
         std::string bytes = read_bytes(path);
         bytes.front() = static_cast<char>(bytes.front() ^ 1);
         write_bytes(path, bytes);
       }},
      {"bit in the middle flipped",
       [](const fs::path& path) {
         std::string bytes = read_bytes(path);
         bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x40);
         write_bytes(path, bytes);
       }},
      {"a directory",
       [](const fs::path& path) {
         fs::remove(path);
         fs::create_directory(path);
       }},
      {"a FIFO",
       [](const fs::path& path) {
         fs::remove(path);
         ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
       }},
  };
  for (const fs::path& path : files)
    for (const Damage& damage : damages) {
      const std::string bytes = read_bytes(path);
      const auto time = fs::last_write_time(path);
      damage.apply(path);
      const Failure failure = open_failure();
      EXPECT_EQ(failure.code, 6) << path << " " << damage.what << ": " << failure.message;
      EXPECT_NE(failure.message.find(path.string()), std::string::npos)
          << damage.what << ": " << failure.message;
      fs::remove(path);
      write_bytes(path, bytes);
      fs::last_write_time(path, time);
      ASSERT_EQ(open_failure().message, "") << path;
    }
}

// With such a bit Xapian 1.4.22 crashes, in one of its root records (tests/crash).
TEST_F(PublishedIndexTest, ABitThatFlippedInARootRecordIsNamed) {
  const fs::path path = layout_.segment("1-0") / "iamglass";
  const std::string right = read_bytes(path);
  for (size_t i = 0; i < right.size(); ++i) {
    std::string wrong = right;
    wrong[i] ^= 1;
    write_in_place(path, wrong);
    EXPECT_EQ(open_failure().code, 6) << i;
  }
}

TEST_F(PublishedIndexTest, DamagedManifestOrCurrentIsNamed) {
  const std::string manifest = read_bytes(layout_.manifest(1)), current = read_bytes(layout_.current());
  for (const std::string& bytes : {std::string(), manifest.substr(0, manifest.size() / 2), "x" + manifest}) {
    write_bytes(layout_.manifest(1), bytes);
    const Failure failure = open_failure();
    EXPECT_EQ(failure.code, 6);
    EXPECT_NE(failure.message.find("manifest-1.json"), std::string::npos) << failure.message;
  }
  fs::remove(layout_.manifest(1));
  EXPECT_EQ(open_failure().code, 6);
  EXPECT_NE(open_failure().message.find("manifest-1.json"), std::string::npos);
  write_bytes(layout_.manifest(1), manifest);
  write_bytes(layout_.current(), "elsewhere");
  EXPECT_EQ(open_failure().code, 6);
  EXPECT_NE(open_failure().message.find("CURRENT"), std::string::npos);
}

// Each segment is whole, but the manifest speaks of another one.
TEST_F(PublishedIndexTest, ASwappedSegmentIsNoticed) {
  Manifest manifest = read_manifest(layout_, 1);
  struct Case {
    const char* what;
    void (*change)(Manifest&);
  };
  const Case cases[] = {
      {"uuid", [](Manifest& m) { m.segments[0].uuid = "00000000-0000-4000-8000-000000000000"; }},
      {"documents", [](Manifest& m) { m.segments[0].documents = 29; }},
      {"last docid", [](Manifest& m) { m.segments[0].last_docid = 31; }},
      {"directories", [](Manifest& m) { std::swap(m.segments[0].uuid, m.segments[1].uuid); }},
  };
  for (const Case& c : cases) {
    Manifest changed = manifest;
    c.change(changed);
    write_bytes(layout_.manifest(1), to_json(changed));
    const Failure failure = open_failure();
    EXPECT_EQ(failure.code, 6) << c.what;
    EXPECT_NE(failure.message.find("1-0"), std::string::npos) << c.what << ": " << failure.message;
  }
}

TEST_F(PublishedIndexTest, ASegmentThatXapianCannotReadIsNamed) {
  Manifest manifest = read_manifest(layout_, 1);
  const fs::path path = layout_.segment("1-0") / "iamglass";
  std::string bytes = read_bytes(path);
  bytes[0] = 'X';
  write_bytes(path, bytes);
  for (FileEntry& file : manifest.segments[0].files)
    if (file.name == "iamglass") file.checksum = fmt::format("{:016x}", hash64(bytes));
  write_bytes(layout_.manifest(1), to_json(manifest));
  const Failure failure = open_failure();
  EXPECT_EQ(failure.code, 6) << failure.message;
  EXPECT_NE(failure.message.find("1-0"), std::string::npos) << failure.message;
}

TEST_F(PublishedIndexTest, AnotherAnalyzerIsRefused) {
  Manifest manifest = read_manifest(layout_, 1);
  manifest.versions.analyzer = "another";
  write_bytes(layout_.manifest(1), to_json(manifest));
  const Failure failure = open_failure();
  EXPECT_EQ(failure.code, 6);
  EXPECT_NE(failure.message.find("another"), std::string::npos) << failure.message;
}

TEST_F(PublishedIndexTest, UnreadableIsNotDamaged) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const fs::path path = layout_.segment("1-0") / "iamglass";
  fs::permissions(path, fs::perms::none);
  EXPECT_EQ(open_failure().code, 4);
}

}  // namespace
}  // namespace depeche
