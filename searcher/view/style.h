#pragma once

#include <string>
#include <string_view>

#include "common/terminal.h"
#include "searcher/view/snippet.h"

namespace depeche {

/// The few styles of the text views: bold, dim, grep's bold red, and a diff's red and green, which all read
/// well on dark and on light backgrounds. Without colour every sequence is empty.
class Style {
 public:
  explicit Style(const Terminal& terminal) : on_(terminal.colour) {}

  std::string bold(std::string_view text) const { return wrapped("\x1b[1m", text, "\x1b[0m"); }
  std::string dim(std::string_view text) const { return wrapped("\x1b[2m", text, "\x1b[0m"); }

  /// What a diff deletes and inserts: red and green, as diffs are everywhere.
  std::string deleted(std::string_view text) const { return wrapped("\x1b[31m", text, "\x1b[0m"); }
  std::string inserted(std::string_view text) const { return wrapped("\x1b[32m", text, "\x1b[0m"); }

  /// Marks for hits of a safe snippet, in plain text and in bold().
  Marks hits() const { return marks("\x1b[1;31m", "\x1b[0m"); }
  Marks hits_in_bold() const { return marks("\x1b[31m", "\x1b[39m"); }

 private:
  std::string wrapped(std::string_view before, std::string_view text, std::string_view after) const {
    std::string out;
    if (on_ && !text.empty()) return out.append(before).append(text).append(after);
    return out.append(text);
  }
  Marks marks(std::string_view before, std::string_view after) const {
    const auto as_it_is = [](std::string_view text) { return std::string(text); };
    return on_ ? Marks{before, after, as_it_is} : Marks{"", "", as_it_is};
  }

  bool on_;
};

}  // namespace depeche
