#pragma once

#include <string>
#include <string_view>

namespace depeche::entities {

/// Adds a folded word to a key of a name: words joined by single spaces, where hyphens and apostrophes count
/// as spaces, so that « Saint-Denis » and « Saint Denis » have one key.
void append_to_key(std::string& key, std::string_view folded_word);

/// The key of a whole name as it is written.
std::string name_key(std::string_view name);

}  // namespace depeche::entities
