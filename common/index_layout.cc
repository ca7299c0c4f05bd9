#include "common/index_layout.h"

#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

#include "common/error.h"
#include "common/message.h"

namespace depeche {
namespace {

/// The value of a variable; "" where it is unset.
std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// N where `name` is that of place(N), and N stands behind its first hyphen.
template <typename Place>
std::optional<unsigned long> number_in(const std::string& name, const Place& place) {
  const size_t hyphen = name.find('-');
  if (hyphen == std::string::npos) return std::nullopt;
  unsigned long number = 0;
  std::from_chars(name.data() + hyphen + 1, name.data() + name.size(), number);
  if (place(number).filename() != name) return std::nullopt;
  return number;
}

}  // namespace

std::filesystem::path IndexLayout::manifest(unsigned long number) const {
  return root_ / fmt::format("manifest-{}.json", number);
}

std::filesystem::path IndexLayout::surnames(unsigned long number) const {
  return root_ / fmt::format("surnames-{}.tsv", number);
}

std::filesystem::path IndexLayout::stories(unsigned long number) const {
  return root_ / fmt::format("stories-{}.tsv", number);
}

std::filesystem::path IndexLayout::sources(unsigned long number) const {
  return root_ / fmt::format("sources-{}.bin", number);
}

std::optional<unsigned long> IndexLayout::manifest_number(const std::string& name) const {
  return number_in(name, [this](unsigned long number) { return manifest(number); });
}

bool IndexLayout::is_table(const std::string& name) const {
  return number_in(name, [this](unsigned long number) { return surnames(number); }) ||
         number_in(name, [this](unsigned long number) { return stories(number); }) ||
         number_in(name, [this](unsigned long number) { return sources(number); });
}

std::filesystem::path index_directory(const std::string& option) {
  if (!option.empty()) return option;
  if (const std::string index = environment("DEPECHE_INDEX"); !index.empty()) return index;
  // XDG Base Directory Specification: a relative path in the variable is invalid and to be ignored.
  if (const std::filesystem::path data = environment("XDG_DATA_HOME"); data.is_absolute())
    return data / "depeche" / "index";
  if (const std::filesystem::path home = environment("HOME"); !home.empty())
    return home / ".local" / "share" / "depeche" / "index";
  throw Error(ExitCode::kUsage, tr("no index directory: give --index DIR, or set DEPECHE_INDEX"));
}

}  // namespace depeche
