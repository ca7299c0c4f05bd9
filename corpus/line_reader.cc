#include "corpus/line_reader.h"

#include <algorithm>

namespace depeche {
namespace {

constexpr size_t kShownBytes = 1000;  // of a line that is too long; a multiple of every code unit

Problem too_long(size_t max_bytes) {
  return {RejectionCode::kRecordTooBig,
          tr("the record is longer than the limit of {} bytes; split it", max_bytes)};
}

}  // namespace

bool LineReader::is_unit(std::string_view window, size_t pos, char ascii) const {
  const unsigned unit = decoder_.unit();
  const size_t significant = decoder_.big_endian() ? pos + unit - 1 : pos;
  for (size_t i = pos; i < pos + unit; ++i)
    if (window[i] != (i == significant ? ascii : '\0')) return false;
  return true;
}

/// The first CR or LF at `from` or behind it; npos if the window has none.
size_t LineReader::find_end(std::string_view window, size_t from) {
  const unsigned unit = decoder_.unit();
  if (unit > 1) {
    for (size_t pos = from; pos + unit <= window.size(); pos += unit)
      if (is_unit(window, pos, '\n') || is_unit(window, pos, '\r')) return pos;
    return std::string_view::npos;
  }
  const uint64_t offset = stream_.offset();
  const auto known = static_cast<size_t>(std::max(no_lf_before_, offset + from) - offset);
  const size_t lf = window.find('\n', known);
  no_lf_before_ = offset + std::min(lf, window.size());
  const size_t cr = window.substr(0, std::min(lf, window.size())).find('\r', from);
  return std::min(lf, cr);
}

std::optional<Line> LineReader::next() {
  const unsigned unit = decoder_.unit();
  Line line;
  line.offset = stream_.offset();
  std::string shown;  // of a line too long
  size_t searched = 0, end = std::string_view::npos;
  while ((end = find_end(stream_.window(), searched)) == std::string_view::npos) {
    searched = stream_.window().size() / unit * unit;
    if (searched > max_bytes_ || !shown.empty()) {
      if (shown.empty()) shown = stream_.window().substr(0, kShownBytes);
      stream_.skip(searched);
      searched = 0;
    }
    if (!stream_.more()) break;
  }
  const bool ended = end != std::string_view::npos;
  if (!ended) end = stream_.window().size();
  if (!ended && end == 0 && shown.empty()) return std::nullopt;
  if (shown.empty() && end > max_bytes_) shown = stream_.window().substr(0, kShownBytes);

  line.number = ++number_;
  if (!shown.empty()) {
    line.decoded = decoder_.decode(shown);
    line.problem = too_long(max_bytes_);
  } else {
    line.decoded = decoder_.decode(stream_.window().substr(0, end));
    line.problem = garbled(line.decoded);
  }
  if (ended) {
    const std::string_view window = stream_.fill(end + 2 * unit);
    const bool two =
        is_unit(window, end, '\r') && end + 2 * unit <= window.size() && is_unit(window, end + unit, '\n');
    end += two ? 2 * unit : unit;
  }
  stream_.skip(end);
  return line;
}

}  // namespace depeche
