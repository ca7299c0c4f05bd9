#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/civil_date.h"
#include "corpus/byte_stream.h"
#include "corpus/rejection_code.h"

namespace depeche {

/// A file within an archive.
struct ArchiveMember {
  /// Its name, as bytes of the archive: a relative path without « . » and « .. », whatever the archive says;
  /// "" in a compressed file. Two members of one name have other names from the second on: « a.txt#2 ».
  std::string name;
  std::optional<Day> modified;
  bool encrypted = false;
};

/// The files of a zip or tar archive, which may be compressed by gzip, bzip2, xz or zstd, or of a single file
/// so compressed; read in place with libarchive, nothing is written to disk. Memory: buffers of the
/// decoder (xz: what its maker asked for, up to 64 MiB by default), and some 50 bytes a member. Not
/// thread-safe.
class Archive {
 public:
  /// `stream` stands at the beginning of the archive. Both arguments must outlive it; `outer` is the archive
  /// in which the stream is a member, or null.
  explicit Archive(ByteStream& stream, Archive* outer = nullptr);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// The next member, behind what was left of the one before. Directories, links, and hidden files are passed
  /// over (.name, __MACOSX). nullopt at the end, and where problem() tells what went wrong.
  std::optional<ArchiveMember> next();
  /// Bytes of the member; 0 at its end, and where problem() tells what went wrong.
  size_t read(char* buffer, size_t capacity);

  /// Whether it is a compressed file and no archive. After next().
  bool single() const;

  /// E_ARCHIVE: damaged, cut short, or of a kind that cannot be read in place. E_BOMB: more than 250 times as
  /// long as it is on disk, beyond the first 32 MiB, or more than a million members; members of members
  /// count.
  const std::optional<Problem>& problem() const { return problem_; }

 private:
  struct Handle;
  void fail();
  bool pass_over_rest();
  bool count(uint64_t bytes, uint64_t members);
  std::string unused(std::string name);

  std::unique_ptr<Handle> handle_;
  Archive* outer_;
  uint64_t unpacked_ = 0, members_ = 0;
  bool to_pass_over_ = false, at_end_ = false;
  std::optional<Problem> problem_;
};

/// Whether a file with that head is one that Archive reads. `head`: 512 bytes, or all of the file.
bool is_archive(std::string_view head);
/// Without the ending that compressed files have: « a.jsonl » of « a.jsonl.gz ».
std::string_view without_compression(std::string_view name);

}  // namespace depeche
