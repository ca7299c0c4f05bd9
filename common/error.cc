#include "common/error.h"

#include <cstring>

#include "common/message.h"
#include "common/text/visible.h"

namespace depeche {

Error system_error(const std::string& what, const std::string& path, int errno_value) {
  return Error(ExitCode::kEnvironment,
               tr("{}: {}: {}", what, visible_text(path), std::strerror(errno_value)));
}

}  // namespace depeche
