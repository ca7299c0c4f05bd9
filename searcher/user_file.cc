#include "searcher/user_file.h"

#include "common/error.h"
#include "common/file.h"
#include "common/message.h"
#include "common/text/visible.h"

namespace depeche {

std::optional<std::string> read_user_file(const std::string& option, const std::filesystem::path& path,
                                          size_t max_bytes) {
  std::string reason;
  try {
    const std::optional<FileState> state = file_state(path);
    if (!state || state->size <= max_bytes) return read_file(path, max_bytes);
    reason = tr("longer than {} bytes", max_bytes);
  } catch (const Error& error) {
    reason = error.what();
  }
  throw Error(ExitCode::kUsage,
              tr("--{0} {1}: {2}: name another file", option, visible_text(path.string()), reason));
}

}  // namespace depeche
