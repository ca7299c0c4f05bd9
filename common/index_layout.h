#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace depeche {

/// Names inside an index directory (ARCHITECTURE.md, "On disk"). Holds a path, does no I/O.
class IndexLayout {
 public:
  explicit IndexLayout(std::filesystem::path root) : root_(std::move(root)) {}

  const std::filesystem::path& root() const { return root_; }
  std::filesystem::path current() const { return root_ / "CURRENT"; }
  std::filesystem::path lock() const { return root_ / "indexer.lock"; }
  std::filesystem::path segments() const { return root_ / "segments"; }
  std::filesystem::path segment(const std::string& id) const { return segments() / id; }
  std::filesystem::path manifest(unsigned long number) const;  // manifest-N.json
  std::filesystem::path surnames(unsigned long number) const;  // surnames-N.tsv
  std::filesystem::path stories(unsigned long number) const;   // stories-N.tsv
  std::filesystem::path sources(unsigned long number) const;   // sources-N.bin
  /// N of "manifest-N.json"; nullopt where `name` is no such name.
  std::optional<unsigned long> manifest_number(const std::string& name) const;
  /// Whether `name` is that of a table beside a manifest: "surnames-N.tsv", "stories-N.tsv", "sources-N.bin".
  bool is_table(const std::string& name) const;
  std::filesystem::path building(const std::string& name) const { return root_ / (name + ".building"); }

 private:
  std::filesystem::path root_;
};

/// --index, else $DEPECHE_INDEX, else $XDG_DATA_HOME/depeche/index, else ~/.local/share/depeche/index.
/// Throws Error (kUsage) where none of these is set.
std::filesystem::path index_directory(const std::string& option);

}  // namespace depeche
