// Archives and compressed files, read in place: corpus/archive.h and what corpus/reader.h makes of them.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/test_archive.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

using Lines = std::vector<std::string>;

/// « a.zip/b.txt: 1@0 =Un » for each item: where it was read, and what.
Lines lines_of(const std::string& name, const std::string& bytes, CorpusOptions options = {}) {
  const CorpusDirectory directory;
  options.paths = {directory.write(name, bytes)};
  Lines lines;
  read_corpus(options, [&](CorpusItem&& item) {
    const auto* record = std::get_if<Record>(&item);
    const Origin& origin = record ? record->origin : std::get<Rejection>(item).origin;
    lines.push_back(origin.path.substr(directory.path().size() + 1) + ": " + describe(item));
    return true;
  });
  return lines;
}

const std::vector<PackedFile> kTwo = {{"2019/un.txt", "Un."},
                                      {"deux.jsonl", "{\"title\":\"Deux\"}\n{\"title\":\"Trois\"}\n"}};

TEST(Archive, FilesAreReadInPlace) {
  const struct Case {
    const char *format, *filter, *name;
  } kCases[] = {{"zip", "none", "a.zip"},      {"ustar", "none", "a.tar"},   {"pax", "gzip", "a.tar.gz"},
                {"pax", "gzip", "a.tgz"},      {"ustar", "xz", "a.tar.xz"},  {"ustar", "zstd", "a.tar.zst"},
                {"pax", "bzip2", "a.tar.bz2"}, {"zip", "none", "named.txt"}, {"ustar", "none", "without"}};
  for (const Case& c : kCases) {
    const std::string at = std::string(c.name) + "/";
    const Lines expected = {at + "2019/un.txt: 1@0 =Un.", at + "deux.jsonl: 1@0 title=Deux",
                            at + "deux.jsonl: 2@17 title=Trois"};
    EXPECT_EQ(lines_of(c.name, make_archive(c.format, c.filter, kTwo)), expected) << c.name;
    CorpusOptions streamed;
    streamed.max_record_bytes = 40;  // shorter than the archive
    EXPECT_EQ(lines_of(c.name, make_archive(c.format, c.filter, kTwo), streamed), expected) << c.name;
  }
}

TEST(Archive, ACompressedFileKeepsItsPath) {
  for (const auto& [filter, ending] :
       {std::pair("gzip", ".gz"), {"bzip2", ".bz2"}, {"xz", ".xz"}, {"zstd", ".zst"}, {"gzip", ""}}) {
    const std::string name = std::string("a.csv") + ending;
    EXPECT_EQ(lines_of(name, make_archive("raw", filter, {{"a", "title;text\nUn;Deux\n"}})),
              (Lines{name + ": 1@11 title=Un|text=Deux"}));
  }
}

TEST(Archive, SeveralCompressedFilesInOneAreOneText) {
  const std::string one = make_archive("raw", "gzip", {{"a", "{\"title\":\"Un\"}\n"}});
  EXPECT_EQ(lines_of("a.jsonl.gz", one + one),
            (Lines{"a.jsonl.gz: 1@0 title=Un", "a.jsonl.gz: 2@15 title=Un"}));
}

TEST(Archive, WhatIsPassedOver) {
  EXPECT_EQ(lines_of("a.tar", make_archive("ustar", "none",
                                           {{"d", "", 0, AE_IFDIR},
                                            {"l", "un.txt", 0, AE_IFLNK},
                                            {".cache/a.txt", "x"},
                                            {"b/.a.txt", "x"},
                                            {"__MACOSX/a.txt", "x"},
                                            {"un.txt", "Un."}})),
            (Lines{"a.tar/un.txt: 1@0 =Un."}));
  EXPECT_EQ(lines_of("a.zip", make_archive("zip", "none", {})), Lines{});
}

/// Nothing is written to disk: a name only tells where a text was read.
TEST(Archive, NamesLeadNowhereElse) {
  EXPECT_EQ(
      lines_of("a.zip", make_archive("zip", "none",
                                     {{"../../etc/passwd.txt", "Un."},
                                      {"/etc/a.txt", "Deux."},
                                      {"./b//c.txt", "Trois."},
                                      {"etc/a.txt", "Quatre."},
                                      {"d\xE9j\xE0.txt", "Cinq."}})),
      (Lines{"a.zip/etc/passwd.txt: 1@0 =Un.", "a.zip/etc/a.txt: 1@0 =Deux.", "a.zip/b/c.txt: 1@0 =Trois.",
             "a.zip/etc/a.txt#2: 1@0 =Quatre.", "a.zip/d\\xE9j\\xE0.txt: 1@0 =Cinq."}));
}

TEST(Archive, AMemberThatCannotBeReadLeavesTheOthers) {
  const std::string packed = make_archive("raw", "gzip", {{"a", "Un."}});
  const std::string twice = make_archive("raw", "xz", {{"a", packed}});
  EXPECT_EQ(lines_of("a.zip", make_archive("zip", "none",
                                           {{"a.pdf", "%PDF-1.4"},
                                            {"b.zip", make_archive("zip", "none", kTwo)},
                                            {"b.tar.gz", make_archive("ustar", "gzip", kTwo)},
                                            {"b.txt.gz", packed},
                                            {"b.gz.xz", twice},
                                            {"b.txt", std::string(100, '\0')},
                                            {"c.txt", "Deux."}})),
            (Lines{"a.zip/a.pdf: 1@0 E_FORMAT", "a.zip/b.zip: 1@0 E_FORMAT", "a.zip/b.tar.gz: 1@0 E_FORMAT",
                   "a.zip/b.txt.gz: 1@0 =Un.", "a.zip/b.gz.xz: 1@0 =Un.", "a.zip/b.txt: 1@0 E_BINARY",
                   "a.zip/c.txt: 1@0 =Deux."}));
}

/// This one does not say how long its members are, so the next cannot be found.
TEST(Archive, AnEncryptedMemberIsTold) {
  EXPECT_EQ(lines_of("a.zip", make_archive("zip", "none", kTwo, "secret")),
            (Lines{"a.zip/2019/un.txt: 1@0 E_ARCHIVE", "a.zip: 1@0 E_ARCHIVE file"}));
}

/// What stands before the damage stands; the file is rejected, so that it is fetched again.
TEST(Archive, OneThatIsCutShortIsRejected) {
  std::string noise;
  for (unsigned i = 0, x = 1; i < 3000; ++i)
    noise += static_cast<char>('a' + (x = x * 1103515245 + 12345) % 23);
  const std::vector<PackedFile> files = {{"un.txt", "Un."}, {"deux.txt", noise}};
  for (const auto& [format, filter] :
       {std::pair("zip", "none"), {"ustar", "none"}, {"ustar", "gzip"}, {"pax", "xz"}}) {
    const std::string whole = make_archive(format, filter, files);
    const Lines lines = lines_of("a", whole.substr(0, whole.size() / 2));
    ASSERT_FALSE(lines.empty()) << format << filter;
    EXPECT_EQ(lines.back(), "a: 1@0 E_ARCHIVE file") << format << filter;
  }
  const std::string text = make_archive("raw", "gzip", {{"a", noise}});
  EXPECT_EQ(lines_of("a.txt.gz", text.substr(0, text.size() - 9)).back(), "a.txt.gz: 1@0 E_ARCHIVE file");
}

/// libarchive takes it for whole.
TEST(Archive, OneThatIsCutBetweenTwoMembersIsRejected) {
  const std::string zip = make_archive("zip", "none", kTwo), tar = make_archive("ustar", "none", kTwo);
  const size_t second = zip.find("PK\x03\x04", 4);
  ASSERT_NE(second, std::string::npos);
  EXPECT_EQ(lines_of("a.zip", zip.substr(0, second)).back(), "a.zip: 1@0 E_ARCHIVE file");
  EXPECT_EQ(lines_of("a.tar", tar.substr(0, 1024)),
            (Lines{"a.tar/2019/un.txt: 1@0 =Un.", "a.tar: 1@0 E_ARCHIVE file"}));
}

TEST(Archive, OneThatBeginsLikeAnotherIsNoText) {
  EXPECT_EQ(lines_of("a.gz", std::string("\x1F\x8B\x08\0\0\0\0\0", 8)), (Lines{"a.gz: 1@0 E_ARCHIVE file"}));
}

TEST(Archive, ABombIsStopped) {
  const std::string zeros(40 << 20, ' ');
  const std::string bomb = make_archive("raw", "gzip", {{"a", zeros}});
  EXPECT_EQ(lines_of("a.jsonl.gz", bomb),
            (Lines{"a.jsonl.gz: 1@0 E_RECORD_TOO_BIG", "a.jsonl.gz: 1@0 E_BOMB file"}));
  // What is passed over counts too, and so does what members of members hold.
  EXPECT_EQ(lines_of("a.tar.xz", make_archive("ustar", "xz", {{".a", zeros}, {"b.txt", "Un."}})),
            (Lines{"a.tar.xz: 1@0 E_BOMB file"}));
  const Lines within = lines_of("a.zip", make_archive("zip", "none", {{"a.txt.gz", bomb}, {"b.txt", "Un."}}));
  EXPECT_EQ(within.back(), "a.zip: 1@0 E_BOMB file");
}

TEST(Archive, AMembersTimeIsTheTimeOfItsText) {
  const CorpusDirectory directory;
  CorpusOptions options;
  options.paths = {directory.write("a.zip", make_archive("zip", "none", {{"a.txt", "Un.", 1'550'000'000}}))};
  const ReadFile read = read_paths(options);
  const auto& record = std::get<Record>(read.items.at(0));
  EXPECT_EQ(record.origin.modified, std::chrono::year(2019) / 2 / 12);
  EXPECT_EQ(record.relative_path, "a.zip/a.txt");
  EXPECT_EQ(read.counts.read, 1u);
}

}  // namespace
}  // namespace depeche
