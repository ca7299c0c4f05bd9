#pragma once

#include <string_view>

namespace depeche {

/// The text of data/aliases.tsv, put into the program by the build.
extern const std::string_view kAliasData;

}  // namespace depeche
