#include "corpus/formats/pieces.h"

#include <algorithm>
#include <utility>

namespace depeche {
namespace {

constexpr size_t kShownBytes = 1000;  // a multiple of every code unit

}  // namespace

Problem too_long_piece(size_t max_bytes) {
  return {RejectionCode::kRecordTooBig,
          tr("the record is longer than the limit of {} bytes; split it", max_bytes)};
}

/// The window, of at least `size` bytes unless the input ends before: the end is asked for once.
std::string_view PieceReader::need(size_t size) {
  while (!ended_ && stream_.window().size() < size) ended_ = !stream_.more();
  return stream_.window();
}

bool PieceReader::is_unit(std::string_view window, size_t pos, char ascii) const {
  const unsigned unit = decoder_.unit();
  const size_t significant = decoder_.big_endian() ? pos + unit - 1 : pos;
  if (pos + unit > window.size()) return false;
  for (size_t i = pos; i < pos + unit; ++i)
    if (window[i] != (i == significant ? ascii : '\0')) return false;
  return true;
}

/// The first CR or LF in that range; npos if none.
size_t PieceReader::find_end(std::string_view window, size_t from, size_t to) const {
  const unsigned unit = decoder_.unit();
  to = std::min(to, window.size());
  if (unit > 1) {
    for (size_t pos = from; pos + unit <= to; pos += unit)
      if (is_unit(window, pos, '\n') || is_unit(window, pos, '\r')) return pos;
    return std::string_view::npos;
  }
  const std::string_view range = window.substr(from, to - from);
  const size_t lf = range.find('\n');
  const size_t end = std::min(lf, range.substr(0, lf).find('\r'));
  return end == std::string_view::npos ? end : from + end;
}

LineUse PieceReader::judge(std::string_view line) const {
  if (decoder_.unit() == 1) return use_of_(line);
  return use_of_(decoder_.decode(line.substr(0, line.size() / decoder_.unit() * decoder_.unit())).text);
}

/// Forgets what a piece that is too long holds up to `pos`.
void PieceReader::keep_bounded(size_t& pos, Piece& piece) {
  if (pos <= max_bytes_) return;
  if (!piece.too_long) shown_ = stream_.window().substr(0, std::min(kShownBytes, pos));
  piece.too_long = true;
  stream_.skip(pos);
  pos = 0;
}

/// Where the line ends on which `pos` stands, its end included.
size_t PieceReader::behind_line(size_t pos, Piece& piece) {
  const unsigned unit = decoder_.unit();
  while (true) {
    const std::string_view window = need(pos + unit);
    const size_t end = find_end(window, pos, pos + kLineHead);
    if (end != std::string_view::npos) {
      const bool two = is_unit(window, end, '\r') && is_unit(need(end + 2 * unit), end + unit, '\n');
      return end + (two ? 2 : 1) * unit;
    }
    if (window.size() < pos + unit) return window.size();
    pos = std::min(pos + kLineHead, window.size() / unit * unit);
    keep_bounded(pos, piece);
  }
}

Piece PieceReader::finished(Piece piece, size_t end) {
  keep_bounded(end, piece);
  piece.bytes = piece.too_long ? std::string_view(shown_) : stream_.window().substr(0, end);
  return piece;
}

std::optional<Piece> PieceReader::next() {
  stream_.skip(std::exchange(used_, 0));
  Piece piece;
  piece.offset = stream_.offset();
  bool judged = std::exchange(begun_, false);
  size_t pos = 0;
  while (need(pos + 1).size() > pos) {
    const std::string_view window = need(pos + kLineHead);
    const size_t end = std::min({find_end(window, pos, pos + kLineHead), pos + kLineHead, window.size()});
    const LineUse use = std::exchange(judged, false) ? LineUse::kText : judge(window.substr(pos, end - pos));
    const bool whole = end < pos + kLineHead;  // else too long to stand between pieces
    if (use == LineUse::kText || (use == LineUse::kParts && !whole)) {
      pos = behind_line(end, piece);
      keep_bounded(pos, piece);
      continue;
    }
    begun_ = use == LineUse::kBegins;
    const uint64_t place = stream_.offset() + pos;
    Piece unused;
    uint64_t behind = place;
    if (!begun_) behind = stream_.offset() + behind_line(end, unused);
    piece = finished(std::move(piece), static_cast<size_t>(place - stream_.offset()));
    used_ = static_cast<size_t>(behind - stream_.offset());
    return piece;
  }
  if (pos == 0 && !piece.too_long) return std::nullopt;
  const uint64_t behind = stream_.offset() + pos;
  piece = finished(std::move(piece), pos);
  used_ = static_cast<size_t>(behind - stream_.offset());
  return piece;
}

}  // namespace depeche
