#pragma once

#include <string>

#include <fmt/format.h>
#include <libintl.h>

namespace depeche {

/// Text that a user reads, in the language of the locale: `english` is a fmt format string and the key of the
/// translation (po/fr.po). Positional arguments ({0}, {1}) where French needs another order.
template <typename... Args>
std::string tr(const char* english, const Args&... args) {
  return fmt::format(fmt::runtime(gettext(english)), args...);
}

/// Plural form of tr(): chooses by n, and passes it as {0}.
template <typename... Args>
std::string tr_n(const char* one, const char* many, unsigned long n, const Args&... args) {
  return fmt::format(fmt::runtime(ngettext(one, many, n)), n, args...);
}

/// Marks a string for translation where it stands in a constant table; tr() it when it is printed.
#define DEPECHE_TR(english) english

/// Selects the language of messages from the environment (LC_ALL, LC_MESSAGES, LANG). Sets no other locale
/// category: numbers and dates never depend on a locale. Call once, first in main.
void start_messages(const char* argv0);

}  // namespace depeche
