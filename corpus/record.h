#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "common/article.h"

namespace depeche {

/// A raw entry of a source: named values, decoded to well-formed UTF-8 in NFC, not yet understood.
struct Record {
  Origin origin;
  /// The file's path relative to the root, as bytes of the file system: what an id is made of.
  std::string relative_path;
  /// A file that is all text: one value without a name, in which title, header and body are not told apart.
  bool plain_text = false;
  /// The provider's number of this version of the article, 0 where it tells none: the highest counts.
  uint64_t revision = 0;
  /// The provider takes the article back (canceled, withheld), in this version of it.
  bool withdrawn = false;
  /// Until when it must not be published, as ISO date and time; "" for no embargo, kOpenEnd for one without
  /// an end.
  std::string embargo;
  static constexpr std::string_view kOpenEnd = "-";
  /// In the order of the source. A list of values repeats its name.
  std::vector<std::pair<std::string, std::string>> fields;

  /// First value of that name; nullptr if none.
  const std::string* find(std::string_view name) const;
};

/// A record or file left out, with its reason. One line of the rejects file.
struct Rejection {
  Origin origin;
  std::string id;  // "" if not known
  /// E_WITHDRAWN: the provider takes back the versions of `id` up to this one; no article of the index is to
  /// stand for it.
  std::optional<uint64_t> withdraws = std::nullopt;
  std::string code;         // stable: "E_DATE", "E_JSON", ... (corpus/rejection_code.h)
  std::string message;      // translated: what is wrong, and the remedy
  std::string excerpt;      // first 80 code points of the record, control characters made visible
  bool whole_file = false;  // the file could not be read at all
};

/// What reading a corpus yields.
using CorpusItem = std::variant<Record, Rejection>;
/// Takes what was read; false if it wants no more.
using CorpusSink = std::function<bool(CorpusItem&&)>;

}  // namespace depeche
