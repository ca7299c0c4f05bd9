#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/byte_stream.h"
#include "corpus/decode.h"

namespace depeche {

/// The bytes of a file of markup as blocks of UTF-8, and where in the file each tag of a block stands. Blocks
/// depend on the bytes alone, not on how they are read. Memory: two blocks. Not thread-safe.
class XmlBlocks {
 public:
  /// Both arguments must outlive it; decoder.start() has been called, and its byte order mark skipped.
  XmlBlocks(ByteStream& stream, const Decoder& decoder);

  /// The next block, which ends behind a tag or blank where there is one; false at the end.
  bool next();
  const Decoded& block() const { return decoded_; }
  /// Bytes of UTF-8 before the block.
  uint64_t begin() const { return begin_; }
  /// Where the file goes on behind the block.
  uint64_t source_end() const { return source_begin_ + source_.size(); }

  /// The offset in the file of the last '<' before `end`, a position in the UTF-8 of the whole file; where
  /// the tag began in an earlier block, that of the block. Ascending calls only.
  uint64_t source_of_tag(uint64_t end);
  /// The same tag's position in the UTF-8 of the whole file.
  uint64_t tag_before(uint64_t end) const;

 private:
  size_t cut(std::string_view window) const;
  char ascii_at(std::string_view bytes, size_t pos) const;

  ByteStream& stream_;
  const Decoder& decoder_;
  const unsigned unit_;
  std::string stated_;  // encoding of the XML declaration
  std::string source_;
  Decoded decoded_;
  uint64_t begin_ = 0, source_begin_ = 0;
  size_t mapped_ = 0, source_mapped_ = 0;  // in decoded_ and source_: behind the same '<'
};

/// The encoding that the XML declaration at the beginning of `text` states; "" if none.
std::string stated_xml_encoding(std::string_view text);

}  // namespace depeche
