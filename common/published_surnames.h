#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "common/file.h"
#include "common/surname_table.h"

namespace depeche {

/// The surname table of a published state: an open file, which is read when it is first asked for. Stays
/// readable when newer states are published. Copies share what was read. Not thread-safe.
class PublishedSurnames {
 public:
  /// Of a state without a table: no surname stands for anybody.
  PublishedSurnames() = default;
  /// `checksum` is file_checksum() of the whole of `file`.
  PublishedSurnames(FileDescriptor file, std::filesystem::path path, std::string checksum);

  /// Throws Error naming the file: kIndex where it is not what was published, kEnvironment where it cannot be
  /// read.
  const SurnameTable& table() const;

 private:
  struct Source;
  std::shared_ptr<Source> source_;
};

}  // namespace depeche
