#pragma once

#include <optional>
#include <string_view>

namespace depeche {

/// The header of a record of the web: a first line, then « Name: value » lines, as HTTP (RFC 9112, 5) and
/// WARC (ISO 28500, 4) have them. Folded lines are not unfolded. Refers to the bytes that it was made of.
class HeaderFields {
 public:
  /// `bytes`: up to the blank line at its end, without it. Lines end in LF or CR LF.
  explicit HeaderFields(std::string_view bytes);

  std::string_view first_line() const { return first_; }
  /// The value of the first field of that name, without white space around it; the case of the name does not
  /// matter. "" if none.
  std::string_view value(std::string_view name) const;

 private:
  std::string_view first_, lines_;
};

/// Where the header at the beginning of `bytes` ends, its blank line included; nullopt where none ends it.
std::optional<size_t> end_of_header(std::string_view bytes);

/// Whether they are equal but for the case of ASCII letters.
bool equal_ascii(std::string_view a, std::string_view b);

}  // namespace depeche
