#include "indexer/source_list.h"

#include <gtest/gtest.h>

#include "common/error.h"

namespace depeche {
namespace {

Day day(int year, unsigned month, unsigned number) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(number);
}

SourceList example() {
  SourceRecord dated, undated;
  dated.id = {1, 2};
  dated.digest = {3, 4};
  dated.published = PartialDate::of(day(2019, 2, 13));
  dated.minute = 550;
  dated.record = 7;
  undated.id = {~0ULL, ~0ULL};
  Rejection rejection;
  rejection.origin.record = 8;
  rejection.origin.offset = 1ULL << 40;
  rejection.code = "E_DATE";
  rejection.message = "une date impossible : 31/02";
  Source whole;
  whole.path = "/corpus/a.jsonl";
  whole.relative = "a.jsonl";
  whole.id_path = "b.jsonl";
  whole.state = {.size = 1ULL << 40, .seconds = -1, .nanoseconds = 999'999'999, .inode = ~0ULL};
  whole.settled = true;
  whole.digest = "00112233445566778899aabbccddeeff";
  whole.reading = {5, 6};
  whole.records = pack(std::vector{dated, undated});
  whole.rejections = pack(std::vector{rejection});
  whole.held = {{9, 10}};
  Source bare;
  bare.path = "/corpus/été\xff";
  bare.relative = bare.id_path = "été\xff";
  bare.vanished = true;
  return {whole, bare};
}

TEST(SourceList, IsReadAsItWasWritten) {
  const SourceList list = example();
  EXPECT_EQ(decode_sources(encode_sources(list)), list);
  EXPECT_EQ(decode_sources(encode_sources({})), SourceList());

  const std::vector<SourceRecord> records = PackedRecords(list[0].records).all();
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].published, PartialDate::of(day(2019, 2, 13)));
  EXPECT_EQ(records[0].minute, 550);
  EXPECT_EQ(records[0].record, 7u);
  EXPECT_EQ(records[0].stated_day(), day(2019, 2, 13));
  EXPECT_EQ(records[1].minute, std::nullopt);
  EXPECT_EQ(records[1].stated_day(), std::nullopt);
  const std::vector<Rejection> rejections = unpack_rejections(list[0].rejections);
  ASSERT_EQ(rejections.size(), 1u);
  EXPECT_EQ(rejections[0].origin.offset, 1ULL << 40);
  EXPECT_EQ(rejections[0].code, "E_DATE");
}

TEST(SourceList, FindsAPath) {
  const SourceList list = example();
  EXPECT_EQ(find_source(list, "/corpus/a.jsonl"), &list[0]);
  EXPECT_EQ(find_source(list, "/corpus/été\xff"), &list[1]);
  EXPECT_EQ(find_source(list, "/corpus/b.jsonl"), nullptr);
  EXPECT_EQ(find_source({}, "/corpus/a.jsonl"), nullptr);
}

/// What hostile or rotten bytes say is a list or an Error, never anything else.
void expect_harmless(const std::string& bytes) {
  try {
    decode_sources(bytes);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kIndex);
  }
}

TEST(SourceList, DamagedBytesAreAnErrorAtWorst) {
  const std::string bytes = encode_sources(example());
  for (size_t end = 0; end < bytes.size(); ++end)
    EXPECT_THROW(decode_sources(bytes.substr(0, end)), Error) << end;
  EXPECT_THROW(decode_sources(bytes + '\0'), Error);
  for (size_t i = 0; i < bytes.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = bytes;
      flipped[i] = static_cast<char>(flipped[i] ^ (1 << bit));
      expect_harmless(flipped);
    }
  }
  SourceList descending = example();
  std::swap(descending[0], descending[1]);
  EXPECT_THROW(decode_sources(encode_sources(descending)), Error);
}

}  // namespace
}  // namespace depeche
