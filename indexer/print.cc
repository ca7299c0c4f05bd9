#include "indexer/print.h"

#include <cerrno>
#include <cstdio>

#include "common/error.h"
#include "common/message.h"

namespace depeche {

bool print(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return true;
  if (errno == EPIPE) return false;
  throw system_error(tr("cannot write"), tr("standard output"), errno);
}

}  // namespace depeche
