#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "common/civil_date.h"
#include "corpus/rejection_code.h"

namespace depeche {

/// What tells that a file was touched.
struct SourceState {
  uint64_t size = 0;
  int64_t seconds = 0, nanoseconds = 0;  // modification time since 1970-01-01T00:00:00Z
  uint64_t inode = 0;
  friend bool operator==(const SourceState&, const SourceState&) = default;
};

/// Of a regular file, or of the one that a link leads to; nullopt for anything else, and where there is none.
std::optional<SourceState> state_of(const std::string& path);

/// A regular file of the corpus, open for reading: read(), never mapped, since it may shrink meanwhile.
class SourceFile {
 public:
  /// Opens without waiting (a FIFO without writer does not block) and without side effects. Anything but a
  /// regular file is E_NOT_REGULAR; else E_PERM, E_VANISHED or E_READ.
  static std::variant<SourceFile, Problem> open(const std::string& path);

  ~SourceFile();
  SourceFile(SourceFile&& other) noexcept;
  SourceFile& operator=(SourceFile&&) = delete;

  /// At most `capacity` bytes into `buffer`; 0 at the end and after an error (problem() tells).
  size_t read(char* buffer, size_t capacity);
  /// Goes back to the begin of the file.
  void rewind();
  /// The whole file, from its begin; read once more if it changed meanwhile. E_CHANGED if it changed again,
  /// or grew beyond `limit` bytes.
  std::variant<std::string, Problem> read_all(size_t limit);

  /// When opened, in bytes.
  uint64_t size() const { return state_.size; }
  const SourceState& state() const { return state_; }
  /// Whether any write from now on gives the file another state: its modification time lies further back than
  /// file systems' clocks are coarse. What else was read may have changed since without a trace.
  bool settled() const { return settled_; }
  /// Day of the modification time when opened (UTC).
  std::optional<Day> modified() const;

  /// What went wrong since open(): a read error, or that the file is not what it was.
  std::optional<Problem> problem() const;

 private:
  explicit SourceFile(int descriptor) : descriptor_(descriptor) {}
  std::optional<Problem> stat(SourceState& state, bool& regular) const;
  std::optional<Problem> start(bool& regular);

  int descriptor_;
  SourceState state_;
  bool settled_ = false;
  int error_ = 0;
};

}  // namespace depeche
