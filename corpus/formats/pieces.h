#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/byte_stream.h"
#include "corpus/decode.h"

namespace depeche {

/// What a line is to the pieces of a file.
enum class LineUse : uint8_t {
  kText,    // of the piece
  kBegins,  // the first line of the next piece
  kParts,   // of none: it stands between two pieces
};

/// A part of a file.
struct Piece {
  uint64_t offset = 0;     // of its first byte in the file
  std::string_view bytes;  // valid until the next piece is asked for; the first 1,000 of one too long
  bool too_long = false;
};

/// Cuts an input at certain lines. At most one piece and one block are in memory; linear. Not thread-safe.
class PieceReader {
 public:
  /// Asked once about each line, in order: its first kLineHead bytes, decoded, without its end.
  using UseOf = std::function<LineUse(std::string_view line)>;
  static constexpr size_t kLineHead = 4096;

  /// Lines end in LF, CR LF or CR. Pieces longer than `max_bytes` are passed over and told of. `stream` and
  /// `decoder` must outlive the reader; decoder.start() has been called, and its byte order mark skipped.
  PieceReader(ByteStream& stream, const Decoder& decoder, size_t max_bytes, UseOf use_of)
      : stream_(stream), decoder_(decoder), max_bytes_(max_bytes), use_of_(std::move(use_of)) {}

  /// The next piece; it may be empty. nullopt at the end.
  std::optional<Piece> next();

 private:
  std::string_view need(size_t size);
  bool is_unit(std::string_view window, size_t pos, char ascii) const;
  size_t find_end(std::string_view window, size_t from, size_t to) const;
  LineUse judge(std::string_view line) const;
  size_t behind_line(size_t pos, Piece& piece);
  void keep_bounded(size_t& pos, Piece& piece);
  Piece finished(Piece piece, size_t end);

  ByteStream& stream_;
  const Decoder& decoder_;
  size_t max_bytes_;
  UseOf use_of_;
  size_t used_ = 0;     // of the window, by the piece handed out
  bool begun_ = false;  // whether the line at used_ is known to begin a piece
  bool ended_ = false;  // whether the input is read to its end
  std::string shown_;   // of a piece too long
};

/// E_RECORD_TOO_BIG.
Problem too_long_piece(size_t max_bytes);

}  // namespace depeche
