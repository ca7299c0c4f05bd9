#include "corpus/formats/json_objects.h"

#include <string>

namespace depeche {
namespace {

constexpr size_t kExcerpt = 1000;

}  // namespace

/// The character of the code unit there; NUL where it is not ASCII.
char JsonObjects::ascii_at(size_t pos) const {
  const std::string_view window = stream_.window();
  const size_t unit = decoder_.unit(), low = decoder_.big_endian() ? unit - 1 : 0;
  for (size_t i = 0; i < unit; ++i)
    if (i != low && window[pos + i] != '\0') return '\0';
  return window[pos + low];
}

/// Moves the stream to the next opening brace.
bool JsonObjects::find_object() {
  const size_t unit = decoder_.unit();
  for (;;) {
    size_t pos = 0;
    for (; pos + unit <= stream_.window().size(); pos += unit)
      if (ascii_at(pos) == '{') {
        stream_.skip(pos);
        return true;
      }
    stream_.skip(pos);
    if (!stream_.more()) return false;
  }
}

/// The end of the object that the window begins with, from there. Where it is too long, its bytes are passed
/// over but for the first ones. False where the input ends before.
bool JsonObjects::find_end(size_t& end, bool& too_long) {
  const size_t unit = decoder_.unit();
  size_t depth = 0;
  bool in_string = false, escaped = false;
  for (end = 0;;) {
    while (end + unit > stream_.window().size())
      if (!stream_.more()) return false;
    const char c = ascii_at(end);
    end += unit;
    if (in_string) {
      if (!escaped && c == '"') in_string = false;
      escaped = !escaped && c == '\\';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      too_long = too_long || end > max_bytes_;
      return true;
    }
    if (end > max_bytes_ + unit) {
      too_long = true;
      stream_.skip(end);
      end = 0;
    }
  }
}

std::optional<JsonText> JsonObjects::next() {
  if (!find_object()) return std::nullopt;
  JsonText text;
  text.offset = stream_.offset();
  const std::string head(stream_.fill(kExcerpt).substr(0, kExcerpt));
  size_t end = 0;
  bool too_long = false;
  const bool closed = find_end(end, too_long);
  if (too_long || !closed) {
    text.decoded =
        decoder_.decode(std::string_view(head).substr(0, head.size() / decoder_.unit() * decoder_.unit()));
    text.problem =
        too_long ? Problem{RejectionCode::kRecordTooBig,
                           tr("an object is longer than {} bytes; split or leave it out", max_bytes_)}
                 : Problem{RejectionCode::kJson, tr("an object is not closed; the file is cut short, or a "
                                                    "quote or brace is missing")};
    stream_.skip(closed ? end : stream_.window().size());
    return text;
  }
  text.decoded = decoder_.decode(stream_.window().substr(0, end));
  text.problem = garbled(text.decoded);
  stream_.skip(end);
  return text;
}

}  // namespace depeche
