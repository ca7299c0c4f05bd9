#include "common/error.h"

#include <cstring>

#include <fmt/format.h>

#include "common/text/visible.h"

namespace depeche {

Error system_error(const std::string& what, const std::string& path, int errno_value) {
  return Error(ExitCode::kEnvironment,
               fmt::format("{}: {}: {}", what, visible_text(path), std::strerror(errno_value)));
}

}  // namespace depeche
