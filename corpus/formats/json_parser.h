#pragma once

#include <string>
#include <variant>

#include <simdjson.h>

#include "corpus/rejection_code.h"

namespace depeche {

/// Parses objects of JSON nested in at most 64 levels. Not thread-safe.
class JsonParser {
 public:
  JsonParser();

  /// The object that `text` is; it lives until the next call. Control characters inside strings are forbidden
  /// in JSON and common in exports: they are read as spaces. E_DEPTH or E_JSON with what is wrong.
  std::variant<simdjson::dom::object, Problem> parse(std::string& text);

 private:
  simdjson::dom::parser parser_;
};

}  // namespace depeche
