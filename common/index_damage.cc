#include "common/index_damage.h"

#include "common/message.h"
#include "common/text/visible.h"

namespace depeche {

Error index_damage(const std::filesystem::path& path, const std::string& reason) {
  return Error(ExitCode::kIndex,
               tr("{0}: the index is damaged: {1}; restore it, or index the corpus again into an empty "
                  "directory",
                  visible_text(path.string()), reason));
}

}  // namespace depeche
