#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace depeche {

/// Puts at most `capacity` bytes into `buffer` and returns how many; 0 at the end.
using ReadBytes = std::function<size_t(char* buffer, size_t capacity)>;

/// The bytes of one input, of which a window is in memory. Not thread-safe.
class ByteStream {
 public:
  explicit ByteStream(ReadBytes read) : read_(std::move(read)) {}
  /// An input that is in memory; `bytes` must outlive the stream.
  explicit ByteStream(std::string_view bytes) : window_(bytes) {}
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  /// The bytes read and not yet skipped. Valid until more() or fill().
  std::string_view window() const { return window_; }
  /// Adds a block behind the window; false at the end.
  bool more();
  /// The window, of at least `size` bytes unless the input ends before.
  std::string_view fill(size_t size);
  /// Moves the window forward. Precondition: count <= window().size().
  void skip(size_t count);
  /// Where the window begins in the input.
  uint64_t offset() const { return offset_; }

 private:
  ReadBytes read_;  // empty where all is in memory
  std::string buffer_;
  std::string_view window_;
  uint64_t offset_ = 0;
};

}  // namespace depeche
