#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "corpus/byte_stream.h"
#include "corpus/decode.h"
#include "corpus/rejection_code.h"

namespace depeche {

/// A line of a file, decoded by itself: encodings may change from line to line.
struct Line {
  uint64_t number = 0;             // from 1
  uint64_t offset = 0;             // of its first byte in the file
  Decoded decoded;                 // without its line end; the first 1,000 bytes where the line is too long
  std::optional<Problem> problem;  // too long, or not in its encoding
};

/// The lines of an input, ended by LF, CR LF or CR, in code units of its encoding. At most one line and one
/// block are in memory, whatever the input. Not thread-safe.
class LineReader {
 public:
  /// Lines longer than `max_bytes` are passed over and yield a problem. Both arguments must outlive the
  /// reader; decoder.start() has been called, and its byte order mark skipped.
  LineReader(ByteStream& stream, const Decoder& decoder, size_t max_bytes)
      : stream_(stream), decoder_(decoder), max_bytes_(max_bytes) {}

  /// The next line; nullopt at the end. A last line without line end counts, an empty one does not.
  std::optional<Line> next();

 private:
  size_t find_end(std::string_view window, size_t from);
  bool is_unit(std::string_view window, size_t pos, char ascii) const;

  ByteStream& stream_;
  const Decoder& decoder_;
  size_t max_bytes_;
  uint64_t number_ = 0;
  uint64_t no_lf_before_ = 0;  // offset up to which the rest of the input is known to hold no LF
};

}  // namespace depeche
