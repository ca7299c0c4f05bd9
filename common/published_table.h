#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "common/file.h"

namespace depeche {

/// The whole of a published file, read from its beginning. `checksum` is file_checksum() of it. Throws Error
/// naming the file: kIndex where it is not what was published, kEnvironment where it cannot be read.
std::string read_published(FileDescriptor& file, const std::filesystem::path& path,
                           const std::string& checksum);

/// A table of a published state, beside its manifest: an open file, which is read when it is first asked for.
/// Stays readable when newer states are published. Copies share what was read. Not thread-safe. `Table` has
/// from_tsv(), and is empty by itself.
template <typename Table>
class PublishedTable {
 public:
  /// Of a state without such a table: an empty one.
  PublishedTable() = default;
  PublishedTable(FileDescriptor file, std::filesystem::path path, std::string checksum)
      : source_(std::make_shared<Source>(
            Source{std::move(file), std::move(path), std::move(checksum), Table()})) {}

  /// Throws as read_published().
  const Table& table() const {
    static const Table kNone;
    if (!source_) return kNone;
    if (source_->file) {
      source_->table = Table::from_tsv(read_published(source_->file, source_->path, source_->checksum),
                                       source_->path.string());
      source_->file = FileDescriptor();
    }
    return source_->table;
  }

 private:
  struct Source {
    FileDescriptor file;  // none once it has been read
    std::filesystem::path path;
    std::string checksum;
    Table table;
  };
  std::shared_ptr<Source> source_;
};

}  // namespace depeche
