#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/civil_date.h"
#include "corpus/field_map.h"

namespace depeche {

/// Of a file; corpus/formats/format_table.h says what users call them, and how each is recognised.
enum class InputFormat {
  kAuto,
  kText,
  kJsonl,
  kCsv,
  kTsv,
  kNewsml,
  kNitf,
  kNinjs,
  kFeed,
  kTei,
  kEuropresse,
  kFactiva,
  kHtml,
  kWarc,
  kMail,
  kIramuteq,
  kBatch
};

struct CorpusOptions {
  std::vector<std::string> paths;  // files and directories, as named by the user
  bool listed = false;             // the paths come from a list: see discover()
  /// Ids are made of paths relative to it. "" = the directory named, the directory of the file named, or the
  /// deepest one that holds all the paths named.
  std::string root;
  InputFormat format = InputFormat::kAuto;
  std::string encoding;  // declared for all input (an ICU converter name); "" = not declared
  FieldMap map;
  std::string language;  // of articles that do not state theirs; "" = found from their text
  /// Articles in other ones are left out (E_LANGUAGE); ISO 639 codes. Empty: none are.
  std::vector<std::string> languages = {};
  /// The day of the run: embargoes until a later one hold. nullopt: all hold.
  std::optional<Day> today = std::nullopt;
  size_t max_record_bytes = 8 << 20;
};

}  // namespace depeche
