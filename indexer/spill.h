#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace depeche {

/// Byte strings kept in a file without a name, for a second look at them in the order in which they came. The
/// file goes with the process, however that ends. Failures are Error (kEnvironment). Not thread-safe.
class Spill {
 public:
  /// The file is made in `directory` by the first add().
  explicit Spill(std::filesystem::path directory) : directory_(std::move(directory)) {}

  void add(std::string_view bytes);
  uint64_t size() const { return size_; }

  /// Goes back to the first one; nothing can be added any more.
  void rewind();
  /// The next one. Precondition: rewind(), and less than size() calls since.
  std::string next();

 private:
  void open();
  [[noreturn]] void fail() const;

  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  const std::filesystem::path directory_;
  std::unique_ptr<std::FILE, Close> file_;
  uint64_t size_ = 0;
};

}  // namespace depeche
