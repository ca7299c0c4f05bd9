#include "corpus/byte_stream.h"

#include <algorithm>
#include <cstring>

namespace depeche {
namespace {

constexpr size_t kFirstBuffer = 256 << 10, kSmallestRead = 64 << 10;

}  // namespace

bool ByteStream::more() {
  if (!read_) return false;
  const size_t kept = window_.size();
  if (kept > 0) std::memmove(buffer_.data(), window_.data(), kept);
  if (buffer_.size() - kept < kSmallestRead) buffer_.resize(std::max(kFirstBuffer, buffer_.size() * 2));
  const size_t added = read_(buffer_.data() + kept, buffer_.size() - kept);
  window_ = std::string_view(buffer_).substr(0, kept + added);
  return added > 0;
}

std::string_view ByteStream::fill(size_t size) {
  while (window_.size() < size && more()) {
  }
  return window_;
}

void ByteStream::skip(size_t count) {
  window_.remove_prefix(count);
  offset_ += count;
}

}  // namespace depeche
