#pragma once

#include <cstdint>
#include <string_view>

#include "searcher/options.h"
#include "searcher/raw_options.h"

namespace depeche {

/// What an action takes and prints.
struct ActionSpec {
  SearcherOptions::Action action;
  std::string_view option;  // that asks for it; "" where the form of the answer does
  enum class Takes : uint8_t {
    kNoQuery,
    kQuery,
    kFilters,     // no query, but filters of those that a file holds
    kQueryOrAll,  // without a query all articles are counted, or compared with one
  } takes;
  bool ids = false;      // the answer can be identifiers
  bool records = false;  // it can be CSV
};

/// The one table of actions.
const ActionSpec& spec_of(SearcherOptions::Action action);

/// The action that a command line asks for. Throws misuse() for two of them, for a query where none is taken,
/// and for none where one is.
SearcherOptions::Action read_action(const RawOptions& raw);

}  // namespace depeche
