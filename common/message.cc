#include "common/message.h"

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace depeche {
namespace {

constexpr const char* kDomain = "depeche";
constexpr const char* kEncoding = "UTF-8";
/// glibc has it without any locale installed; unlike "C" it lets gettext look at LANGUAGE.
constexpr const char* kAlwaysThere = "C.UTF-8";

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// The locale that the environment asks messages to be in; "" if none.
std::string wanted_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (std::string value = environment(name); !value.empty()) return value;
  return "";
}

/// gettext translates only in a locale that is installed, and a fresh machine has no French one. LANGUAGE
/// names languages, not locales: with it any locale but "C" will do.
void select_language() {
  const std::string wanted = wanted_locale();
  if (wanted.empty() || wanted == "C" || wanted == "POSIX") return;
  if (std::setlocale(LC_MESSAGES, "") || !std::setlocale(LC_MESSAGES, kAlwaysThere)) return;
  if (environment("LANGUAGE").empty())
    setenv("LANGUAGE", wanted.substr(0, wanted.find_first_of(".@")).c_str(), 1);
}

/// Where the catalogues are: beside the installed program, or in the build tree; "" if in neither.
std::string catalogue_directory(const char* argv0) {
  std::error_code error;
  std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) program = std::filesystem::absolute(argv0, error);
  const std::filesystem::path parent = program.parent_path().parent_path();
  for (const std::filesystem::path& directory : {parent / "share" / "locale", parent / "po" / "locale"})
    if (std::filesystem::exists(directory / "fr" / "LC_MESSAGES" / "depeche.mo", error))
      return directory.string();
  return "";
}

}  // namespace

void start_messages(const char* argv0) {
  select_language();
  if (const std::string directory = catalogue_directory(argv0); !directory.empty())
    bindtextdomain(kDomain, directory.c_str());
  bind_textdomain_codeset(kDomain, kEncoding);
  // The reasons of strerror() come from the C library's own catalogue, else in the encoding of LC_CTYPE.
  bind_textdomain_codeset("libc", kEncoding);
  textdomain(kDomain);
}

}  // namespace depeche
