#pragma once

#include <filesystem>
#include <map>
#include <random>
#include <string>

namespace depeche {

/// Notes all of a tree as being on the disk, as the shim does for what is synced.
void note_all(const std::filesystem::path& tree, const std::filesystem::path& noted);

/// Ways in which a power cut may lose what was not synced: all of it; only names; only bytes (there are zeros
/// in their place); each at random, a file perhaps cut short.
constexpr unsigned kWaysToLose = 4;

/// What a power cut leaves of a tree. The model is POSIX's, which is harsher than that of any journal: what
/// was not synced may be lost, each name and each file by itself.
class PowerCut {
 public:
  /// `noted`: what is certain to be on the disk, as the shim wrote it (shim.cc, Disk). `tree`: the same as
  /// the programs saw it last. 0 <= way < kWaysToLose.
  PowerCut(const std::filesystem::path& noted, const std::filesystem::path& tree, unsigned way,
           unsigned seed);

  /// Writes what is left into `target`, which must not exist. Throws std::runtime_error where it cannot.
  void leave(const std::filesystem::path& target);

 private:
  using Inode = unsigned long long;
  struct Entry {
    Inode inode;
    bool is_directory;
  };
  using Listing = std::map<std::string, Entry>;

  enum class Loss { kAll, kNames, kBytes, kRandom };

  void remember_places(const std::filesystem::path& tree);
  Listing synced_listing(Inode inode) const;
  Listing seen_listing(Inode inode) const;
  Listing left_listing(Inode inode);
  void leave_directory(Inode inode, const std::filesystem::path& target);
  void leave_file(Inode inode, const std::filesystem::path& target);

  std::filesystem::path noted_;
  Loss loss_;
  std::mt19937 random_;
  Inode root_;
  std::map<Inode, std::filesystem::path> places_;  // where the bytes are that were seen last
};

}  // namespace depeche
