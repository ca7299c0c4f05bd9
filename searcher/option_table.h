#pragma once

#include <string>
#include <vector>

#include "common/schema.h"

namespace depeche {

/// An option of depeche-searcher: what is typed, and what --help says of it.
struct SearcherOption {
  enum class Group { kFilter, kOutput, kOther };
  /// How several filters of one option combine.
  enum class Several { kRefused, kAll, kAny };

  std::string name;
  std::string value;  // what stands for its value in --help; "" if it takes none
  const char* help;   // English, for translation
  Group group = Group::kOther;
  Several several = Several::kRefused;
  const FieldSpec* field = nullptr;       // what a filter asks
  std::vector<std::string> aliases = {};  // other names, not shown
};

/// The one table from which the parser, the suggestions and --help derive; the filters come from kFields.
const std::vector<SearcherOption>& searcher_options();

}  // namespace depeche
