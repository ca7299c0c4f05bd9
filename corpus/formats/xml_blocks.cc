#include "corpus/formats/xml_blocks.h"

#include <algorithm>

namespace depeche {
namespace {

constexpr size_t kBlock = 64 << 10;
constexpr size_t kDeclaration = 256;  // an XML declaration is no longer than that

bool continues_utf8(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// What XML forbids and exports hold.
bool is_forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

}  // namespace

std::string stated_xml_encoding(std::string_view text) {
  if (!text.starts_with("<?xml")) return {};
  text = text.substr(0, text.find("?>"));
  const size_t name = text.find("encoding");
  const size_t open = name == std::string_view::npos ? name : text.find_first_of("'\"", name);
  if (open == std::string_view::npos) return {};
  const size_t close = text.find(text[open], open + 1);
  return close == std::string_view::npos ? "" : std::string(text.substr(open + 1, close - open - 1));
}

XmlBlocks::XmlBlocks(ByteStream& stream, const Decoder& decoder)
    : stream_(stream), decoder_(decoder), unit_(decoder.unit()) {
  // Blanks before the declaration are an error that nothing depends on.
  for (;;) {
    const std::string_view window = stream_.fill(unit_);
    if (window.size() < unit_) break;
    const char c = ascii_at(window, 0);
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') break;
    stream_.skip(unit_);
  }
  source_begin_ = stream_.offset();
  if (unit_ == 1) stated_ = stated_xml_encoding(stream_.fill(kDeclaration).substr(0, kDeclaration));
}

/// The character of the code unit there; NUL where it is not ASCII.
char XmlBlocks::ascii_at(std::string_view bytes, size_t pos) const {
  const size_t low = decoder_.big_endian() ? unit_ - 1 : 0;
  for (size_t i = 0; i < unit_; ++i)
    if (i != low && bytes[pos + i] != '\0') return '\0';
  const char c = bytes[pos + low];
  return static_cast<unsigned char>(c) < 0x80 ? c : '\0';
}

/// How much of a block to take: no character is cut.
size_t XmlBlocks::cut(std::string_view window) const {
  const size_t whole = window.size() / unit_ * unit_;
  for (const std::string_view ends : {std::string_view(">"), std::string_view(" \n")})
    for (size_t end = whole; end >= unit_; end -= unit_)
      if (const char c = ascii_at(window, end - unit_); c != '\0' && ends.find(c) != std::string_view::npos)
        return end;
  size_t end = whole;
  if (unit_ == 1)
    for (int i = 0; i < 3 && end > 1 && continues_utf8(window[end - 1]); ++i) --end;
  return end > 1 && unit_ == 1 && static_cast<unsigned char>(window[end - 1]) >= 0xC0 ? end - 1 : end;
}

bool XmlBlocks::next() {
  begin_ += decoded_.text.size();
  source_begin_ += source_.size();
  const std::string_view window = stream_.fill(kBlock).substr(0, kBlock);
  const size_t size = window.size() < kBlock ? window.size() : cut(window);
  source_ = window.substr(0, size);
  stream_.skip(size);
  mapped_ = source_mapped_ = 0;
  decoded_ = decoder_.decode_stated(source_, stated_);
  std::replace_if(decoded_.text.begin(), decoded_.text.end(), is_forbidden, ' ');
  return size > 0;
}

uint64_t XmlBlocks::tag_before(uint64_t end) const {
  const size_t found = end <= begin_ ? std::string::npos : decoded_.text.rfind('<', end - begin_ - 1);
  return found == std::string::npos ? begin_ : begin_ + found;
}

/// The tags of a block stand in the same order in both; that their number is the same, '<' being ASCII, holds
/// in every encoding that is read.
uint64_t XmlBlocks::source_of_tag(uint64_t end) {
  if (end <= begin_) return source_begin_;
  const size_t limit = std::min<uint64_t>(end - begin_, decoded_.text.size());
  for (size_t tag; (tag = decoded_.text.find('<', mapped_)) < limit; mapped_ = tag + 1) {
    while (source_mapped_ + unit_ <= source_.size() && ascii_at(source_, source_mapped_) != '<')
      source_mapped_ += unit_;
    source_mapped_ += unit_;
  }
  return source_begin_ + std::min(source_mapped_ - std::min<size_t>(source_mapped_, unit_), source_.size());
}

}  // namespace depeche
