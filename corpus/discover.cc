#include "corpus/discover.h"

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "common/error.h"
#include "common/index_layout.h"
#include "common/text/visible.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

struct Entry {
  std::string path;
  bool directory = false;
  bool skipped = false;

  /// What its descendants' paths begin with: "a/b" comes behind "a.txt", as '/' comes behind '.'.
  std::string key() const { return directory && !path.ends_with('/') ? path + '/' : path; }
  friend bool operator<(const Entry& a, const Entry& b) { return a.key() < b.key(); }
};

std::string without_final_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

Problem unreadable_directory(const std::error_code& error) {
  const bool forbidden = error == std::errc::permission_denied || error == std::errc::operation_not_permitted;
  const bool vanished = error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
  if (vanished) return {RejectionCode::kVanished, tr("it is no longer there; run again when it is back")};
  return {forbidden ? RejectionCode::kPermission : RejectionCode::kRead,
          tr("cannot read the directory: {}; what it holds is left out", error.message())};
}

/// The directory's entries in order; an error leaves out those not yet read.
std::vector<Entry> list(const std::string& directory, std::error_code& error) {
  std::vector<Entry> entries;
  fs::directory_iterator it(directory, error), end;
  while (!error && it != end) {
    std::error_code ignored;
    const fs::file_status status = it->symlink_status(ignored);
    const std::string name = it->path().filename().native();
    entries.push_back({directory + (directory.ends_with('/') ? "" : "/") + name,
                       status.type() == fs::file_type::directory,
                       status.type() == fs::file_type::symlink || name.starts_with('.')});
    it.increment(error);
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

/// An index is made by this program and never part of a corpus, though it may stand within one.
bool holds_index(const std::vector<Entry>& entries) {
  const std::string lock = IndexLayout("").lock().native();
  return std::any_of(entries.begin(), entries.end(),
                     [&lock](const Entry& entry) { return fs::path(entry.path).filename() == lock; });
}

class Walk {
 public:
  explicit Walk(const std::function<bool(Found&&)>& visit) : visit_(visit) {}

  /// Recursion is bounded: the system refuses paths longer than PATH_MAX.
  bool enter(const Entry& entry) {
    if (entry.skipped) return visit_({Found::kSkipped, entry.path, std::nullopt});
    if (!entry.directory) return visit_({Found::kFile, entry.path, std::nullopt});
    std::error_code error;
    const std::vector<Entry> entries = list(entry.path, error);
    if (holds_index(entries)) return visit_({Found::kSkipped, entry.path, std::nullopt});
    if (error && !visit_({Found::kFailed, entry.path, unreadable_directory(error)})) return false;
    return std::all_of(entries.begin(), entries.end(), [this](const Entry& inner) { return enter(inner); });
  }

 private:
  const std::function<bool(Found&&)>& visit_;
};

/// Named paths in order, without those that another one holds.
std::vector<Entry> named_entries(const std::vector<std::string>& paths, bool listed) {
  std::vector<Entry> entries;
  for (const std::string& path : paths) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);  // follows a link: the user named it
    if (error && !listed)
      throw Error(ExitCode::kEnvironment,
                  tr("cannot read: {}: {}; mount it, correct the name, or leave it out", visible_text(path),
                     std::strerror(error.value())));
    const bool directory = status.type() == fs::file_type::directory;
    entries.push_back({without_final_slashes(path), directory, false});
  }
  std::sort(entries.begin(), entries.end());
  std::vector<Entry> kept;
  for (Entry& entry : entries) {
    const auto holds = [&](const Entry& other) {
      return other.path == entry.path || (other.directory && entry.path.starts_with(other.key()));
    };
    if (kept.empty() || !holds(kept.back())) kept.push_back(std::move(entry));
  }
  return kept;
}

std::string absolute(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  return without_final_slashes((error ? fs::path(path) : whole).lexically_normal().native());
}

/// The path itself if it is a directory, else its directory.
std::string own_directory(const std::string& path) {
  std::error_code error;
  const std::string whole = absolute(path);
  return fs::is_directory(whole, error) ? whole : fs::path(whole).parent_path().native();
}

std::string common_directory(const std::string& a, const std::string& b) {
  fs::path common;
  const fs::path first(a), second(b);
  for (auto i = first.begin(), j = second.begin(); i != first.end() && j != second.end() && *i == *j;
       ++i, ++j)
    common /= *i;
  return common.native();
}

}  // namespace

bool discover(const std::vector<std::string>& paths, const std::function<bool(Found&&)>& visit, bool listed) {
  const std::vector<Entry> entries = named_entries(paths, listed);
  Walk walk(visit);
  return std::all_of(entries.begin(), entries.end(), [&](const Entry& entry) { return walk.enter(entry); });
}

RelativePath::RelativePath(const std::string& root, const std::vector<std::string>& named) {
  if (!root.empty()) {
    root_ = absolute(root);
    return;
  }
  for (size_t i = 0; i < named.size(); ++i)
    root_ = i == 0 ? own_directory(named[i]) : common_directory(root_, own_directory(named[i]));
}

std::string RelativePath::of(const std::string& path) const {
  return fs::path(absolute(path)).lexically_relative(root_).native();
}

}  // namespace depeche
