#pragma once

#include <string>
#include <string_view>

namespace depeche {

/// Longest term Xapian takes, in bytes; a zero byte counts twice.
constexpr size_t kMaxTermBytes = 245;

/// Whether Xapian takes it as a term: one bad term would lose a whole batch.
bool is_valid_term(std::string_view term);

/// prefix + value, or prefix + "#" + hash of the value where that would not be a valid term.
std::string make_term(std::string_view prefix, std::string_view value);

/// Q<id> and XK<id>@<version>; ids over 200 bytes are hashed.
std::string id_term(std::string_view id);
std::string version_term(std::string_view id, unsigned version);

/// Filter terms of readings (ARCHITECTURE.md, "Accents"): XA<folded>=<reading>, and XV<folded>.
std::string reading_term(std::string_view folded, std::string_view reading);
std::string variants_term(std::string_view folded);

}  // namespace depeche
