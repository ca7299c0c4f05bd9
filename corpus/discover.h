#pragma once

#include <functional>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "corpus/rejection_code.h"

namespace depeche {

/// An entry met by the walk.
struct Found {
  enum Kind {
    kFile,     // to be opened; may still turn out to be no regular file
    kSkipped,  // a link, a hidden file or directory, or an index
    kFailed,   // problem says why
  };
  Kind kind = kFile;
  std::string path;  // as the system knows it
  std::optional<Problem> problem;
};

/// Walks files and directories, in the order of the bytes of their paths, without following links (a named
/// path may be a link itself) and without hidden entries (a named path may be hidden itself). A path named
/// twice, or inside another, is walked once. A directory that cannot be read is one kFailed entry; the walk
/// goes on. Ends early, returning false, when `visit` returns false. Throws Error (kEnvironment) before the
/// first visit if a named path does not exist; where the paths are `listed` by a program, such a one may have
/// gone since, and is visited as a file.
bool discover(const std::vector<std::string>& paths, const std::function<bool(Found&&)>& visit,
              bool listed = false);

/// The path from which ids are made: relative to `root` if that is not "", else to the directory named, to
/// the directory of the file named, or to the deepest directory that holds all the paths named.
class RelativePath {
 public:
  RelativePath(const std::string& root, const std::vector<std::string>& named);
  std::string of(const std::string& path) const;

 private:
  std::string root_;  // absolute, without link resolution, without final slash unless it is "/"
};

}  // namespace depeche
