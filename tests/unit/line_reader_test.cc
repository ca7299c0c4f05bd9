// Lines with their offsets: corpus/line_reader.h, corpus/byte_stream.h.

#include "corpus/line_reader.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace depeche {
namespace {

using namespace std::string_literals;
using Lines = std::vector<std::string>;

/// « offset:text » for each line, « offset!CODE » for one with a problem. `block` bytes are read at a time.
Lines read(const std::string& bytes, size_t block, size_t max_bytes = 1000) {
  size_t used = 0;
  ByteStream stream([&](char* buffer, size_t capacity) {
    const size_t count = std::min({block, capacity, bytes.size() - used});
    std::copy_n(bytes.data() + used, count, buffer);
    used += count;
    return count;
  });
  Decoder decoder("");
  stream.skip(decoder.start(stream.fill(4)));
  LineReader reader(stream, decoder, max_bytes);
  Lines lines;
  for (uint64_t number = 1; auto line = reader.next(); ++number) {
    EXPECT_EQ(line->number, number);
    const std::string offset = std::to_string(line->offset);
    lines.push_back(line->problem ? offset + "!" + std::string(rejection_spec(line->problem->code).code)
                                  : offset + ":" + line->decoded.text);
  }
  return lines;
}

TEST(LineReader, EndsLinesAtLfCrLfAndCr) {
  struct Case {
    std::string bytes;
    Lines lines;
  };
  const std::vector<Case> cases = {
      {"", {}},
      {"\n", {"0:"}},
      {"a", {"0:a"}},
      {"a\n", {"0:a"}},
      {"a\nb", {"0:a", "2:b"}},
      {"a\r\nb\r\n", {"0:a", "3:b"}},
      {"a\rb\r", {"0:a", "2:b"}},
      {"a\r\rb", {"0:a", "2:", "3:b"}},
      {"a\n\r\nb", {"0:a", "2:", "4:b"}},
      {"a\r\n\rb\nc\rd", {"0:a", "3:", "4:b", "6:c", "8:d"}},
      {"\xEF\xBB\xBF"
       "a\nb",
       {"3:a", "5:b"}},
      {"caf\xE9\ncafé\n", {"0:café", "5:café"}},  // each line by itself
      {"\xFF\xFE"
       "a\0\r\0\n\0b\0"s,
       {"2:a", "8:b"}},
      {"\xFE\xFF\0a\0\n\0b"s, {"2:a", "6:b"}},
      {"\xFF\xFE\x0A\x01\n\0b\0"s, {"2:Ċ", "6:b"}},  // U+010A holds a byte 0A
      {"\xFF\xFE\0\0a\0\0\0\n\0\0\0b\0\0\0"s, {"4:a", "12:b"}},
      {"\xFF\xFE"
       "a\0\n"s,
       {"2:a\uFFFD"}},
  };
  for (const Case& row : cases)
    for (const size_t block : {1, 2, 3, 7, 1 << 20})
      EXPECT_EQ(read(row.bytes, block), row.lines)
          << testing::PrintToString(row.bytes) << ", blocks of " << block;
}

TEST(LineReader, PassesOverLinesThatAreTooLong) {
  const std::string long_line(50, 'x');
  for (const size_t block : {1, 7, 1 << 20}) {
    EXPECT_EQ(read("a\n" + long_line + "\nb\n", block, 10), (Lines{"0:a", "2!E_RECORD_TOO_BIG", "53:b"}));
    EXPECT_EQ(read(long_line, block, 10), (Lines{"0!E_RECORD_TOO_BIG"}));
    EXPECT_EQ(read(long_line + "\r\n" + long_line, block, 50), (Lines{"0:" + long_line, "52:" + long_line}));
    EXPECT_EQ(read(long_line, block, 49), (Lines{"0!E_RECORD_TOO_BIG"}));
  }
}

TEST(LineReader, KeepsTheBeginningOfALineThatIsTooLong) {
  const std::string bytes = "début " + std::string(5000, 'x');
  ByteStream stream{std::string_view(bytes)};
  Decoder decoder("");
  decoder.start(bytes);
  LineReader reader(stream, decoder, 100);
  const auto line = reader.next();
  ASSERT_TRUE(line);
  EXPECT_TRUE(line->decoded.text.starts_with("début xx"));
  EXPECT_EQ(line->decoded.text.size(), 1000u);
}

TEST(LineReader, TellsLinesThatAreNotInTheirEncoding) {
  const std::string bytes = "ok\na\x9D\x9D\x9D\x9D\x9D\nok";
  EXPECT_EQ(read(bytes, 3), (Lines{"0:ok", "3!E_UTF8", "10:ok"}));
}

}  // namespace
}  // namespace depeche
