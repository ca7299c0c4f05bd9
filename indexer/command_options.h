#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "indexer/options.h"

namespace depeche {

/// A command that indexes nothing, and so stands alone but for its own options.
struct Command {
  RunOptions::Action action;
  std::string_view name;  // the option that gives it
};

using HasOption = std::function<bool(std::string_view name)>;

/// The command that is given; nullptr where the run is to index. Throws Error (kUsage) with the remedy where
/// two are given, where an option or a PATH is given that means nothing to it, or where an option of a
/// command is given without it.
const Command* find_command(const HasOption& has, bool has_paths);

/// "WHAT (see depeche-indexer --help)", with kUsage.
Error usage_error(const std::string& what);

}  // namespace depeche
