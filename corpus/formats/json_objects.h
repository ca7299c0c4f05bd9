#pragma once

#include <cstdint>
#include <optional>

#include "corpus/byte_stream.h"
#include "corpus/decode.h"
#include "corpus/rejection_code.h"

namespace depeche {

/// The text of an object of JSON, decoded by itself.
struct JsonText {
  uint64_t offset = 0;             // of its first byte in the file
  Decoded decoded;                 // the first 1,000 bytes where it is too long
  std::optional<Problem> problem;  // too long, never closed, or not in its encoding
};

/// Finds the objects of a file: one, the members of an array, one a line, or one behind the other. What
/// stands between them is passed over. Looks only at braces and strings; whether an object is well-formed is
/// for its parser. Memory: one object and one block. Not thread-safe.
class JsonObjects {
 public:
  /// Both arguments must outlive it; decoder.start() has been called, and its byte order mark skipped.
  JsonObjects(ByteStream& stream, const Decoder& decoder, size_t max_bytes)
      : stream_(stream), decoder_(decoder), max_bytes_(max_bytes) {}

  /// The next one; nullopt at the end.
  std::optional<JsonText> next();

 private:
  char ascii_at(size_t pos) const;
  bool find_object();
  bool find_end(size_t& end, bool& too_long);

  ByteStream& stream_;
  const Decoder& decoder_;
  size_t max_bytes_;
};

}  // namespace depeche
