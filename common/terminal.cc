#include "common/terminal.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include "common/text/visible.h"

namespace depeche {
namespace {

/// Below this nothing can be laid out; above, it is no terminal but a mistake.
constexpr unsigned kMinColumns = 20, kMaxColumns = 10000;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

unsigned columns_of(int fd, bool terminal) {
  winsize size{};
  if (terminal && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const std::string_view text = environment("COLUMNS");
  unsigned columns = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
  return error == std::errc() && end == text.data() + text.size() && columns > 0 ? columns : Terminal{}.width;
}

}  // namespace

Terminal Terminal::of(int fd) {
  Terminal result;
  result.interactive = isatty(fd) == 1;
  result.width = std::clamp(columns_of(fd, result.interactive), kMinColumns, kMaxColumns);
  const std::string_view term = environment("TERM");
  result.colour = result.interactive && environment("NO_COLOR").empty() && !term.empty() && term != "dumb";
  return result;
}

std::string safe_text(std::string_view text, bool keep_lines) {
  std::string out;
  while (true) {
    const size_t blank = text.find_first_of("\n\t");
    out += visible_text(text.substr(0, blank));
    if (blank == std::string_view::npos) return out;
    out += keep_lines ? text[blank] : ' ';
    text.remove_prefix(blank + 1);
  }
}

}  // namespace depeche
