#pragma once

#include <string>

#include "common/message.h"

namespace depeche {

/// "12.3 kB", "4.5 MB", "1.2 GB": decimal units, for people.
inline std::string size_text(double bytes) {
  if (bytes < 1e6) return tr("{:.1f} kB", bytes / 1e3);
  return bytes < 1e9 ? tr("{:.1f} MB", bytes / 1e6) : tr("{:.1f} GB", bytes / 1e9);
}

}  // namespace depeche
