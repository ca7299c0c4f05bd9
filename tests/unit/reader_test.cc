// A whole corpus: corpus/reader.h.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "common/error.h"
#include "tests/unit/test_corpus.h"

namespace depeche {
namespace {

using Lines = std::vector<std::string>;

const Origin& origin_of(const CorpusItem& item) {
  return std::holds_alternative<Record>(item) ? std::get<Record>(item).origin
                                              : std::get<Rejection>(item).origin;
}

TEST(ReadCorpus, YieldsEverythingInOrderAndCountsIt) {
  const CorpusDirectory directory;
  directory.write("b.txt", "\xC9t\xE9");
  directory.write("a/two.jsonl", "{\"title\":\"Un\"}\nnot JSON\n{\"title\":\"Trois\"}");
  directory.write("a/empty.txt", "");
  directory.write("binary.txt", std::string(100, '\0'));
  directory.write(".hidden", "x");
  directory.write("wrong.csv", "a,b\n1,2\n");
  std::filesystem::create_symlink("b.txt", directory.path("link.txt"));
  ASSERT_EQ(mkfifo(directory.path("fifo").c_str(), 0600), 0);

  CorpusOptions options;
  options.paths = {directory.path()};
  const ReadFile read = read_paths(options);
  EXPECT_EQ(read.lines, (Lines{"1@0 title=Un", "2@15 E_JSON", "3@24 title=Trois", "1@0 =Été",
                               "1@0 E_BINARY file", "1@0 E_NOT_REGULAR file", "1@0 E_FIELD file"}));
  EXPECT_EQ(read.counts.seen, 8u);
  EXPECT_EQ(read.counts.read, 3u);
  EXPECT_EQ(read.counts.skipped, 2u);
  EXPECT_EQ(read.counts.failed, 3u);
  EXPECT_EQ(read.counts.warnings_encoding, 1u);
  EXPECT_EQ(read.counts.bytes, 3u + 41u + 4u);
}

TEST(ReadCorpus, SaysWhereARecordWasRead) {
  const CorpusDirectory directory;
  directory.write("2019/\xE9.txt", "\xC9t\xE9");
  CorpusOptions options;
  options.paths = {directory.path("2019")};
  const ReadFile read = read_paths(options);
  const auto& record = std::get<Record>(read.items.at(0));
  EXPECT_EQ(record.origin.path, directory.path("2019/\\xE9.txt"));
  EXPECT_EQ(record.origin.encoding, "windows-1252");
  EXPECT_TRUE(record.origin.modified);
  EXPECT_EQ(record.relative_path, "\xE9.txt");
  EXPECT_TRUE(record.plain_text);
}

TEST(ReadCorpus, ReadsTheSameWholeAndInPieces) {
  const CorpusDirectory directory;
  std::string bytes;
  Lines expected;
  for (int i = 0; bytes.size() < (3u << 20); ++i) {
    expected.push_back(std::to_string(i + 1) + "@" + std::to_string(bytes.size()) +
                       " title=" + std::to_string(i * 7919));
    bytes += "{\"title\":\"" + std::to_string(i * 7919) + "\"}\n";
  }
  CorpusOptions options;
  options.paths = {directory.write("a.jsonl", bytes)};
  EXPECT_EQ(read_paths(options).lines, expected);
  options.max_record_bytes = 100;  // now the file is longer than a record may be, and streamed
  const ReadFile streamed = read_paths(options);
  EXPECT_EQ(streamed.lines, expected);
  EXPECT_EQ(streamed.counts.bytes, bytes.size());
}

TEST(ReadCorpus, TellsThatAStreamedFileChanged) {
  const CorpusDirectory directory;
  std::string bytes;
  for (int i = 0; i < 100; ++i) bytes += "{\"title\":\"Un\"}\n";
  CorpusOptions options;
  options.max_record_bytes = 100;
  options.paths = {directory.write("a.jsonl", bytes)};
  Lines last;
  const FileCounts counts = read_corpus(options, [&](CorpusItem&& item) {
    if (last.empty()) directory.write("a.jsonl", bytes + bytes);
    last.push_back(describe(item));
    return true;
  });
  EXPECT_EQ(last.back(), "1@0 E_CHANGED file");
  EXPECT_EQ(counts.failed, 1u);
  EXPECT_EQ(counts.read, 0u);
}

TEST(ReadCorpus, StopsWhenTheSinkHasEnough) {
  const CorpusDirectory directory;
  directory.write("a.jsonl", "{\"title\":\"Un\"}\n{\"title\":\"Deux\"}\n");
  directory.write("b.txt", "x");
  CorpusOptions options;
  options.paths = {directory.path()};
  size_t items = 0;
  const FileCounts counts = read_corpus(options, [&](CorpusItem&&) {
    ++items;
    return false;
  });
  EXPECT_EQ(items, 1u);
  EXPECT_EQ(counts.seen, 1u);
  EXPECT_EQ(counts.read, 1u);
}

TEST(ReadCorpus, ThrowsBeforeAnythingIsRead) {
  const CorpusDirectory directory;
  CorpusOptions options;
  options.paths = {directory.write("a.txt", "x"), directory.path("nowhere")};
  const auto code_of = [](const CorpusOptions& wrong) {
    try {
      read_corpus(wrong, [](CorpusItem&&) -> bool { throw std::logic_error("something was read"); });
    } catch (const Error& error) {
      return error.code();
    }
    return ExitCode::kOk;
  };
  EXPECT_EQ(code_of(options), ExitCode::kEnvironment);
  options.paths.pop_back();
  options.encoding = "cp-nowhere";
  EXPECT_EQ(code_of(options), ExitCode::kUsage);
}

TEST(ReadCorpus, ReadsTheDeclaredEncoding) {
  CorpusOptions options;
  options.encoding = "IBM850";
  const ReadFile read = read_bytes_as("a.csv", "title;id\ncaf\x82;1\n", options);
  EXPECT_EQ(read.lines, (Lines{"1@9 title=café|id=1"}));
  EXPECT_EQ(origin_of(read.items[0]).encoding, "IBM850");
}

TEST(Rejection, ShowsItsBeginningSafely) {
  const ReadFile read =
      read_bytes_as("a.jsonl", "{\"title\":\"Un\"}\n\x1B[31m\x07 \xE2\x80\xAE" + std::string(100, 'x'));
  const auto& rejection = std::get<Rejection>(read.items.at(1));
  EXPECT_EQ(rejection.excerpt.find('\x1B'), std::string::npos);
  EXPECT_EQ(rejection.excerpt.find("\xE2\x80\xAE"), std::string::npos);
  EXPECT_EQ(std::count(rejection.excerpt.begin(), rejection.excerpt.end(), 'x'), 80 - 8 + 0);
}

TEST(RejectionCodes, AreDistinctAndDescribed) {
  for (const RejectionSpec& spec : kRejectionCodes) {
    EXPECT_TRUE(spec.code.starts_with("E_"));
    EXPECT_STRNE(spec.description, "");
    EXPECT_EQ(std::count_if(kRejectionCodes.begin(), kRejectionCodes.end(),
                            [&](auto& other) { return other.code == spec.code; }),
              1);
  }
}

}  // namespace
}  // namespace depeche
