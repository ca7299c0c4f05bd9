#include "indexer/path_list.h"

#include <algorithm>
#include <utility>

#include <linux/limits.h>

#include "common/error.h"
#include "common/message.h"
#include "corpus/rejection_code.h"
#include "indexer/command_options.h"

namespace depeche {

std::vector<std::string> read_path_list(std::istream& in, char end, const std::string& name) {
  std::vector<std::string> paths;
  size_t number = 0;
  for (std::string path; std::getline(in, path, end);) {
    ++number;
    if (path.empty()) continue;
    if (path.find('\0') != std::string::npos)
      throw Error(ExitCode::kUsage,
                  tr("{0}, line {1}: holds a NUL; if paths end in NUL, as find -print0 writes them, say -0",
                     name, number));
    if (path.size() >= PATH_MAX)
      throw Error(ExitCode::kUsage,
                  end == '\0' ? tr("{0}, path {1}: longer than a path can be ({2}); if paths end in "
                                   "line feeds, leave out -0",
                                   name, number, visible_excerpt(path))
                              : tr("{0}, line {1}: longer than a path can be ({2})", name, number,
                                   visible_excerpt(path)));
    paths.push_back(path);
  }
  if (in.bad()) throw Error(ExitCode::kEnvironment, tr("cannot read: {}", name));
  return paths;
}

void read_listed_paths(CorpusOptions& corpus, bool null, std::istream& in) {
  const auto lists = std::ranges::count(corpus.paths, "-");
  if (null && lists == 0)
    throw usage_error(tr("--null tells how paths on standard input end: name - as PATH, or leave it out"));
  if (lists == 0) return;
  if (lists > 1) throw usage_error(tr("standard input is named twice: leave out one -"));
  std::erase(corpus.paths, "-");
  for (std::string& path : read_path_list(in, null ? '\0' : '\n', tr("standard input")))
    corpus.paths.push_back(std::move(path));
  corpus.listed = true;
  corpus.root = ".";
}

}  // namespace depeche
