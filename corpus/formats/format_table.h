#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus_options.h"
#include "corpus/formats/format.h"

namespace depeche {

/// A format as users know it, and how its files are recognised.
struct FormatSpec {
  InputFormat id;
  std::string_view name;                  // as in --input-format
  std::vector<std::string_view> endings;  // of file names, in lower case
  bool by_name_alone;                     // whether such an ending is enough
  /// Whether the head of a file may be of this format: its first kHeadBytes, decoded, without leading white
  /// space; null where only the name tells.
  bool (*fits)(std::string_view head);
  const Format& (*format)();
};

/// In the order in which they are tried: where two fit, the special before the general.
const std::vector<FormatSpec>& format_table();

/// The one of that name; kAuto for "auto"; nullopt where there is none.
std::optional<InputFormat> format_of_name(std::string_view name);
std::string_view name_of_format(InputFormat format);
/// « auto, csv, html ... », for messages.
std::string format_names();

}  // namespace depeche
