#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// A scratch directory with a corpus in it that no good file system would hold. Removed with all it holds at
/// the end. Functions throw std::runtime_error where the system refuses; what it cannot offer here skips the
/// test instead (skip_reason()). Names are relative to the corpus directory.
class Scene {
 public:
  Scene();
  ~Scene();
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;

  std::filesystem::path root() const { return root_; }
  std::filesystem::path corpus() const { return root_ / "corpus"; }
  std::filesystem::path path(const std::string& name) const { return corpus() / name; }

  void write(const std::string& name, std::string_view bytes);
  void append(const std::string& name, std::string_view bytes);
  /// `count` times `bytes` behind what the file holds.
  void repeat(const std::string& name, std::string_view bytes, size_t count);
  /// Zero bytes that take no room on disk.
  void hole(const std::string& name, size_t bytes);
  void directory(const std::string& name);
  void fifo(const std::string& name);
  void socket(const std::string& name);
  void link(const std::string& name, const std::string& target);
  /// Takes all rights away; the program then runs without those of root.
  void forbid(const std::string& name);
  /// Once the program has read a first piece of the file, `action` is done.
  void when_read(const std::string& name, std::function<void()> action);
  /// The test cannot be done here.
  void skip(const std::string& reason) { skip_reason_ = reason; }

  const std::string& skip_reason() const { return skip_reason_; }
  /// Whether the program must not run as root, since something here is forbidden.
  bool needs_plain_user() const { return !forbidden_.empty(); }
  /// Whether what is here changes while the program reads it.
  bool restless() const { return !watchers_.empty(); }
  /// Gives every file to `user`.
  void give_to(unsigned user) const;
  /// Lets every file look as if nothing had touched it for hours.
  void settle() const;
  /// `text` with {root} and {corpus} replaced.
  std::string expand(std::string text) const;

 private:
  class Watcher;

  std::filesystem::path root_;
  std::vector<std::unique_ptr<Watcher>> watchers_;
  std::vector<std::string> forbidden_;
  std::string skip_reason_;
};

}  // namespace depeche
