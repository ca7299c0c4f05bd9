#include "corpus/byte_stream.h"

namespace depeche {
namespace {

constexpr size_t kBlock = 1 << 20;

}  // namespace

bool ByteStream::more() {
  if (!read_) return false;
  const auto used = static_cast<size_t>(window_.empty() ? buffer_.size() : window_.data() - buffer_.data());
  buffer_.erase(0, used);
  const size_t kept = buffer_.size();
  buffer_.resize(kept + kBlock);
  buffer_.resize(kept + read_(buffer_.data() + kept, kBlock));
  window_ = buffer_;
  return buffer_.size() > kept;
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
