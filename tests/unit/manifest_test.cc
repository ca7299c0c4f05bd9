#include "common/manifest.h"

#include <cstdlib>
#include <random>
#include <set>

#include <sys/stat.h>

#include "common/file.h"
#include "common/hash.h"
#include "common/json.h"
#include "common/schema.h"
#include "tests/unit/test_index.h"

namespace depeche {
namespace {

using Ranges = std::vector<std::pair<uint32_t, uint32_t>>;

TEST(DocidSet, WritesRanges) {
  DocidSet docids;
  EXPECT_EQ(docids.ranges(), Ranges{});
  docids.insert(3);
  docids.insert(10, 12);
  docids.insert(11);
  docids.insert(13);
  docids.insert(1);
  EXPECT_EQ(docids.ranges(), (Ranges{{1, 1}, {3, 3}, {10, 13}}));
  EXPECT_EQ(docids.size(), 6U);
  EXPECT_FALSE(docids.contains(0));
  EXPECT_FALSE(docids.contains(2));
  EXPECT_TRUE(docids.contains(13));
  EXPECT_FALSE(docids.contains(14));
}

TEST(DocidSet, EqualsASetOfNumbers) {
  std::mt19937 random(20190213);
  for (int round = 0; round < 50; ++round) {
    DocidSet docids;
    std::set<uint32_t> expected;
    for (int i = 0; i < 40; ++i) {
      const uint32_t first = 1 + random() % 200, last = first + random() % 4;
      docids.insert(first, last);
      for (uint32_t docid = first; docid <= last; ++docid) expected.insert(docid);
    }
    DocidSet rebuilt;
    for (const auto& [first, last] : docids.ranges()) rebuilt.insert(first, last);
    for (uint32_t docid = 0; docid < 220; ++docid) {
      EXPECT_EQ(docids.contains(docid), expected.contains(docid));
      EXPECT_EQ(rebuilt.contains(docid), expected.contains(docid));
    }
    EXPECT_EQ(docids.size(), expected.size());
    EXPECT_EQ(rebuilt.size(), expected.size());
  }
}

Manifest sample_manifest() {
  SegmentEntry one{"1", "uuid-one", 9, 12, {{"iamglass", 107, 1550052612000000001, "0123456789abcdef"}}, {}};
  one.superseded.insert(3);
  one.superseded.insert(10, 12);
  SegmentEntry two{"2", "uuid-two", 0, 0, {{"docdata.glass", 8192, -1, "0123456789abcdef"}}, {}};
  Manifest manifest = make_manifest(2, {one, two});
  manifest.surnames = FileEntry{"surnames-2.tsv", 31, 1550052612000000001, "0123456789abcdef"};
  manifest.history = {{1, "2019-02-28T03:12:09Z"}};
  return manifest;
}

TEST(Manifest, ReadsBackWhatItWrote) {
  const Manifest manifest = sample_manifest();
  const std::string json = to_json(manifest);
  const Manifest read = manifest_from_json(json, "m");
  EXPECT_EQ(to_json(read), json);
  EXPECT_EQ(read.number, 2U);
  EXPECT_EQ(read.segments[0].superseded.ranges(), (Ranges{{3, 3}, {10, 12}}));
  EXPECT_EQ(read.segments[1].files[0].mtime_ns, -1);
  EXPECT_EQ(read.versions.xapian, Xapian::version_string());
  EXPECT_EQ(read.live_documents(), 5U);
  EXPECT_EQ(read.history, manifest.history);
  EXPECT_EQ(read.surnames->name, "surnames-2.tsv");
  EXPECT_EQ(manifest_from_json(to_json(make_manifest(1, {})), "m").surnames, std::nullopt);
}

TEST(Manifest, RemembersWhenEarlierStatesWerePublished) {
  Manifest manifest;
  for (uint64_t state = 1; state <= Manifest::kMaxHistory + 3; ++state) {
    manifest.advance();
    EXPECT_EQ(manifest.number, state);
    manifest.published = fmt::format("t{}", state);
  }
  EXPECT_EQ(manifest.history.size(), Manifest::kMaxHistory);
  EXPECT_EQ(manifest.published_at(manifest.number), "t10003");
  EXPECT_EQ(manifest.published_at(manifest.number - 1), "t10002");
  EXPECT_EQ(manifest.published_at(3), "t3");
  EXPECT_EQ(manifest.published_at(2), "");
  EXPECT_EQ(manifest.published_at(manifest.number + 1), "");
}

// A changed digit in a range would hide or show an article: every change must be seen.
TEST(Manifest, EveryFlippedBitIsNoticed) {
  const std::string json = to_json(sample_manifest());
  for (size_t i = 0; i + 1 < json.size(); ++i)
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = json;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      const Failure failure = failure_of([&] { manifest_from_json(damaged, "DIR/manifest-2.json"); });
      // What only changes white space between the members is no damage.
      if (failure.code == 0) {
        EXPECT_EQ(Json::parse(damaged), Json::parse(json)) << "byte " << i << " bit " << bit;
        continue;
      }
      EXPECT_EQ(failure.code, 6);
      EXPECT_NE(failure.message.find("DIR/manifest-2.json"), std::string::npos);
    }
  for (size_t size = 0; size + 1 < json.size(); ++size)
    EXPECT_EQ(failure_of([&] { manifest_from_json(json.substr(0, size), "m"); }).code, 6) << size;
}

/// The sample manifest after `change`, with a checksum that is right again.
template <typename Change>
std::string changed_manifest(const Change& change) {
  Json json = Json::parse(to_json(sample_manifest()));
  json.erase("checksum");
  change(json);
  json["checksum"] = fmt::format("{:016x}", hash64(to_document(json)));
  return to_document(json);
}

TEST(Manifest, RefusesWhatIsIllTyped) {
  struct Case {
    const char* what;
    void (*change)(Json&);
    const char* message;
  };
  const Case cases[] = {
      {"no number", [](Json& j) { j.erase("number"); }, "number"},
      {"number is a string", [](Json& j) { j["number"] = "2"; }, "number"},
      {"number is negative", [](Json& j) { j["number"] = -2; }, "number"},
      {"number is a fraction", [](Json& j) { j["number"] = 2.0; }, "number"},
      {"schema is null", [](Json& j) { j["schema"] = nullptr; }, "schema"},
      {"segments is an object", [](Json& j) { j["segments"] = Json::object(); }, "segments"},
      {"a segment is a string", [](Json& j) { j["segments"][0] = "x"; }, "id"},
      {"id leaves the directory", [](Json& j) { j["segments"][0]["id"] = "../x"; }, "id"},
      {"id is the directory itself", [](Json& j) { j["segments"][0]["id"] = ".."; }, "id"},
      {"file leaves the directory", [](Json& j) { j["segments"][0]["files"][0]["name"] = "/etc/passwd"; },
       "name"},
      {"no surnames", [](Json& j) { j.erase("surnames"); }, "surnames"},
      {"surnames is a string", [](Json& j) { j["surnames"] = "surnames-2.tsv"; }, "surnames"},
      {"the table leaves the directory", [](Json& j) { j["surnames"]["name"] = "../x"; }, "name"},
      {"size is negative", [](Json& j) { j["segments"][0]["files"][0]["size"] = -1; }, "size"},
      {"mtime is too large", [](Json& j) { j["segments"][0]["files"][0]["mtime_ns"] = 9223372036854775808U; },
       "mtime_ns"},
      {"two segments of one name", [](Json& j) { j["segments"][1]["id"] = "1"; }, "twice"},
      {"two segments of one uuid", [](Json& j) { j["segments"][1]["uuid"] = "uuid-one"; }, "twice"},
      {"more documents than docids", [](Json& j) { j["segments"][0]["documents"] = 13; }, "documents"},
      {"docids beyond all memory", [](Json& j) { j["segments"][0]["last_docid"] = 4294967295U; },
       "last_docid"},
      {"docids beyond all memory, together",
       [](Json& j) { j["segments"][0]["last_docid"] = j["segments"][1]["last_docid"] = 200'000'000; },
       "last_docid"},
      {"superseded beyond the last",
       [](Json& j) {
         j["segments"][0]["superseded"] = {{13, 13}};
       },
       "superseded"},
      {"superseded docid 0",
       [](Json& j) {
         j["segments"][0]["superseded"] = {{0, 1}};
       },
       "superseded"},
      {"superseded inverted",
       [](Json& j) {
         j["segments"][0]["superseded"] = {{3, 2}};
       },
       "superseded"},
      {"superseded unordered",
       [](Json& j) {
         j["segments"][0]["superseded"] = {{5, 5}, {3, 3}};
       },
       "superseded"},
      {"superseded not a pair",
       [](Json& j) {
         j["segments"][0]["superseded"] = Json{Json{1, 2, 3}};
       },
       "superseded"},
      {"more superseded than documents",
       [](Json& j) {
         j["segments"][0]["superseded"] = {{1, 10}};
       },
       "superseded"},
      {"history is an object", [](Json& j) { j["history"] = Json::object(); }, "history"},
      {"a past state without time", [](Json& j) { j["history"][0] = Json::array({1}); }, "history"},
      {"a past state that is not past", [](Json& j) { j["history"][0][0] = 2; }, "history"},
      {"past states unordered",
       [](Json& j) {
         j["history"].push_back(Json::array({1, "x"}));
       },
       "history"},
      {"no analyzer", [](Json& j) { j["versions"].erase("analyzer"); }, "analyzer"},
  };
  EXPECT_EQ(failure_of([] { manifest_from_json(changed_manifest([](Json&) {}), "m"); }).message, "");
  for (const Case& c : cases) {
    const Failure failure = failure_of([&] { manifest_from_json(changed_manifest(c.change), "DIR/m"); });
    EXPECT_EQ(failure.code, 6) << c.what;
    EXPECT_TRUE(failure.message.starts_with("DIR/m: ")) << failure.message;
    EXPECT_NE(failure.message.find(c.message), std::string::npos) << c.what << ": " << failure.message;
  }
}

TEST(Manifest, PassesOverMembersOfLaterPrograms) {
  const std::string json = changed_manifest([](Json& j) { j["tables"] = {{"stories", "x"}}; });
  EXPECT_EQ(manifest_from_json(json, "m").segments.size(), 2U);
}

TEST(Manifest, OfAProgramThatKeptNoHistoryIsRead) {
  const Manifest read = manifest_from_json(changed_manifest([](Json& j) { j.erase("history"); }), "m");
  EXPECT_EQ(read.published_at(1), "");
  EXPECT_EQ(read.published_at(2), read.published);
}

TEST(Manifest, RefusesDeepNesting) {
  EXPECT_EQ(failure_of([] { manifest_from_json(std::string(1'000'000, '['), "m"); }).code, 6);
  const std::string deep = R"({"a":)" + std::string(1'000'000, '[') + std::string(1'000'000, ']') + "}";
  EXPECT_EQ(failure_of([&] { manifest_from_json(deep, "m"); }).code, 6);
}

TEST(Manifest, OtherVersionsAreRefusedByName) {
  const std::string other = changed_manifest([](Json& j) { j["schema"] = kSchemaVersion + 1; });
  const Failure schema = failure_of([&] { manifest_from_json(other, "DIR/m"); });
  EXPECT_EQ(schema.code, 6);
  EXPECT_NE(schema.message.find(fmt::format("schema {}", kSchemaVersion + 1)), std::string::npos)
      << schema.message;
  EXPECT_NE(schema.message.find("depeche-indexer"), std::string::npos);

  BuildVersions versions = BuildVersions::of_this_program();
  EXPECT_NO_THROW(require_readable(versions, "DIR"));
  versions.icu = versions.xapian = versions.program = "other";
  EXPECT_NO_THROW(require_readable(versions, "DIR"));
  versions.analyzer = "analyzer-of-old";
  const Failure analyzer = failure_of([&] { require_readable(versions, "DIR"); });
  EXPECT_EQ(analyzer.code, 6);
  EXPECT_NE(analyzer.message.find("analyzer-of-old"), std::string::npos) << analyzer.message;
  versions = BuildVersions::of_this_program();
  versions.stemmer = "stemmer-of-old";
  EXPECT_EQ(failure_of([&] { require_readable(versions, "DIR"); }).code, 6);
}

TEST(Current, NamesAManifest) {
  struct Case {
    std::string text;
    uint64_t number;  // 0: refused
  };
  const Case cases[] = {
      {"manifest-1.json\n", 1},
      {"manifest-1.json", 1},
      {"manifest-18446744073709551615.json\n", 18446744073709551615U},
      {"", 0},
      {"\n", 0},
      {"manifest-0.json\n", 0},
      {"manifest-01.json\n", 0},
      {"manifest--1.json\n", 0},
      {"manifest-+1.json\n", 0},
      {"manifest-1.json\n\n", 0},
      {"manifest-.json\n", 0},
      {"manifest-18446744073709551616.json\n", 0},
      {"manifest-1.jso", 0},
      {"../manifest-1.json\n", 0},
      {std::string("manifest-1\0.json", 16), 0},
      {"manifest-1.json" + std::string(100, '\n'), 0},
  };
  const TemporaryDirectory directory;
  const IndexLayout layout(directory.path());
  EXPECT_EQ(read_current(layout), std::nullopt);
  for (const Case& c : cases) {
    write_bytes(layout.current(), c.text);
    if (c.number != 0) {
      EXPECT_EQ(read_current(layout), c.number) << c.text;
      continue;
    }
    const Failure failure = failure_of([&] { read_current(layout); });
    EXPECT_EQ(failure.code, 6) << c.text;
    EXPECT_NE(failure.message.find(layout.current().string()), std::string::npos);
  }
}

TEST(Current, ThatIsNoFileIsRefusedAtOnce) {
  const TemporaryDirectory directory;
  const IndexLayout layout(directory.path());
  ASSERT_EQ(mkfifo(layout.current().c_str(), 0600), 0);
  EXPECT_EQ(failure_of([&] { read_current(layout); }).code, 6);
  std::filesystem::remove(layout.current());
  std::filesystem::create_directory(layout.current());
  EXPECT_EQ(failure_of([&] { read_current(layout); }).code, 6);
}

TEST(Manifest, MustStandUnderItsNumber) {
  const TemporaryDirectory directory;
  const IndexLayout layout(directory.path());
  EXPECT_EQ(failure_of([&] { read_manifest(layout, 2); }).code, 6);
  EXPECT_FALSE(find_manifest(layout, 2).has_value());
  write_bytes(layout.manifest(2), to_json(sample_manifest()));
  write_bytes(layout.manifest(3), to_json(sample_manifest()));
  EXPECT_EQ(read_manifest(layout, 2).number, 2U);
  EXPECT_EQ(failure_of([&] { read_manifest(layout, 3); }).code, 6);
}

TEST(FileChecksum, IsOfTheWholeFile) {
  const TemporaryDirectory directory;
  const std::string path = (directory.path() / "f").string();
  for (const size_t size : {0UL, 1UL, (1UL << 20) - 1, 1UL << 20, (1UL << 20) + 1, 5UL << 20}) {
    std::string bytes(size, 'a');
    for (size_t i = 0; i < size; i += 97) bytes[i] = static_cast<char>(i);
    write_bytes(path, bytes);
    EXPECT_EQ(file_checksum(path), fmt::format("{:016x}", hash64(bytes))) << size;
  }
  EXPECT_EQ(failure_of([&] { file_checksum(path + ".none"); }).code, 4);
}

TEST(IndexDirectory, IsNamedByOptionThenEnvironment) {
  struct Case {
    const char *option, *index, *data, *home, *expected;
  };
  const Case cases[] = {
      {"/o", "/i", "/d", "/h", "/o"},
      {"", "/i", "/d", "/h", "/i"},
      {"", "", "/d", "/h", "/d/depeche/index"},
      {"", nullptr, "/d", "/h", "/d/depeche/index"},
      {"", "", "relative", "/h", "/h/.local/share/depeche/index"},
      {"", "", "", "/h", "/h/.local/share/depeche/index"},
      {"", "", "", "", nullptr},
      {"", nullptr, nullptr, nullptr, nullptr},
  };
  const auto set = [](const char* name, const char* value) {
    value ? setenv(name, value, 1) : unsetenv(name);
  };
  const char* home = std::getenv("HOME");
  const std::string saved = home ? home : "";
  for (const Case& c : cases) {
    set("DEPECHE_INDEX", c.index);
    set("XDG_DATA_HOME", c.data);
    set("HOME", c.home);
    if (c.expected) {
      EXPECT_EQ(index_directory(c.option), c.expected);
    } else {
      EXPECT_EQ(failure_of([&] { index_directory(c.option); }).code, 2);
    }
  }
  for (const char* name : {"DEPECHE_INDEX", "XDG_DATA_HOME"}) unsetenv(name);
  set("HOME", saved.c_str());
}

}  // namespace
}  // namespace depeche
