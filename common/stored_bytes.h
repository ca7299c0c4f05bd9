#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/message.h"

namespace depeche {

/// Appends values in the form of a stored article.
class ByteWriter {
 public:
  void number(uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void fixed(uint64_t value, size_t bytes) {
    for (size_t i = 0; i < bytes; ++i) bytes_ += static_cast<char>(value >> (8 * i));
  }
  void real(float value) { fixed(std::bit_cast<uint32_t>(value), sizeof(uint32_t)); }
  void flag(bool value) { number(value); }
  template <typename Enum>
  void name(Enum value) {
    number(static_cast<uint64_t>(value));
  }
  void string(std::string_view text) {
    number(text.size());
    bytes_ += text;
  }
  template <typename Items, typename WriteItem>
  void array(const Items& items, WriteItem write_item) {
    number(items.size());
    for (const auto& item : items) write_item(item);
  }
  void strings(const std::vector<std::string>& items) {
    array(items, [this](const std::string& item) { string(item); });
  }

  template <typename Value, typename WriteValue>
  void optional(const std::optional<Value>& value, WriteValue write_value) {
    flag(value.has_value());
    if (value) write_value(*value);
  }

  std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

[[noreturn]] inline void fail_damaged(const std::string& reason) {
  throw Error(
      ExitCode::kIndex,
      tr("an article stored in the index is damaged ({}): index again into an empty directory", reason));
}

/// Reads what ByteWriter wrote, whatever the bytes are: every step throws rather than leave them.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  uint64_t number(uint64_t max = std::numeric_limits<uint64_t>::max()) {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1).front());
      const uint64_t part = byte & 0x7F;
      if (part << shift >> shift != part) break;
      value |= part << shift;
      if (byte >= 0x80) continue;
      if (value > max) break;
      return value;
    }
    fail_damaged(tr("number out of range"));
  }
  uint64_t fixed(size_t bytes) {
    uint64_t value = 0;
    const std::string_view taken = take(bytes);
    for (size_t i = 0; i < bytes; ++i) value |= uint64_t{static_cast<unsigned char>(taken[i])} << (8 * i);
    return value;
  }
  float real() { return std::bit_cast<float>(static_cast<uint32_t>(fixed(sizeof(uint32_t)))); }
  bool flag() { return number(1) == 1; }
  template <typename Enum>
  Enum name(Enum last) {
    return static_cast<Enum>(number(static_cast<uint64_t>(last)));
  }
  std::string string() { return std::string(view()); }
  /// A string where it stands in the bytes that are read.
  std::string_view view() { return take(number()); }
  /// Each item takes a byte at least: no length read can ask for much more memory than the bytes justify.
  template <typename ReadItem>
  auto array(ReadItem read_item) {
    std::vector<decltype(read_item())> items;
    const uint64_t size = number(rest_.size());
    items.reserve(std::min<uint64_t>(size, 1024));
    for (uint64_t i = 0; i < size; ++i) items.push_back(read_item());
    return items;
  }
  std::vector<std::string> strings() {
    return array([this] { return string(); });
  }

  template <typename ReadValue>
  auto optional(ReadValue read_value) {
    return flag() ? std::optional(read_value()) : std::nullopt;
  }

  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view take(uint64_t bytes) {
    if (bytes > rest_.size()) fail_damaged(tr("it ends too early"));
    const std::string_view taken = rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
    return taken;
  }

  std::string_view rest_;
};

}  // namespace depeche
