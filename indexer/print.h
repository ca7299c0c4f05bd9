#pragma once

#include <string_view>

namespace depeche {

/// Writes to standard output and waits until it is out. Returns false where nobody reads any more: no
/// failure. Throws Error (kEnvironment) where it cannot be written.
bool print(std::string_view text);

}  // namespace depeche
