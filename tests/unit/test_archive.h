#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

namespace depeche {

/// A file to put into an archive.
struct PackedFile {
  std::string name, bytes;
  long modified = 0;  // seconds since 1970; 0: not stated
  unsigned type = AE_IFREG;
};

/// What libarchive writes: `format` is zip, ustar, pax or raw; `filter` none, gzip, bzip2, xz or zstd. With a
/// password a zip archive is encrypted.
inline std::string make_archive(const char* format, const char* filter, const std::vector<PackedFile>& files,
                                const char* password = nullptr) {
  std::unique_ptr<archive, decltype(&archive_write_free)> writer(archive_write_new(), archive_write_free);
  archive* const to = writer.get();
  const auto check = [to](int status) {
    if (status != ARCHIVE_OK) throw std::runtime_error(archive_error_string(to));
  };
  check(archive_write_set_format_by_name(to, format));
  if (std::string_view(filter) != "none") check(archive_write_add_filter_by_name(to, filter));
  check(archive_write_set_bytes_in_last_block(to, 1));
  if (password) {
    check(archive_write_set_options(to, "zip:encryption=traditional"));
    check(archive_write_set_passphrase(to, password));
  }
  size_t used = 0, room = 64 << 10;
  for (const PackedFile& file : files) room += file.bytes.size() + 4096;
  std::string out(room, '\0');
  check(archive_write_open_memory(to, out.data(), out.size(), &used));
  for (const PackedFile& file : files) {
    std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                        archive_entry_free);
    archive_entry_set_pathname(entry.get(), file.name.c_str());
    archive_entry_set_filetype(entry.get(), file.type);
    archive_entry_set_perm(entry.get(), 0644);
    if (file.type == AE_IFLNK) archive_entry_set_symlink(entry.get(), file.bytes.c_str());
    if (file.type == AE_IFREG)
      archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
    if (file.modified != 0) archive_entry_set_mtime(entry.get(), file.modified, 0);
    check(archive_write_header(to, entry.get()));
    if (file.type == AE_IFREG && archive_write_data(to, file.bytes.data(), file.bytes.size()) !=
                                     static_cast<la_ssize_t>(file.bytes.size()))
      throw std::runtime_error(archive_error_string(to));
  }
  check(archive_write_close(to));
  out.resize(used);
  return out;
}

}  // namespace depeche
