#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/message.h"
#include "common/text/fold.h"
#include "common/text/visible.h"
#include "searcher/filters.h"

namespace depeche {

/// What was typed on a command line; values are not yet checked.
struct RawOptions {
  std::vector<std::string> words;
  std::vector<Filter> given;  // every option in the order typed, filters and others

  const std::string* value(std::string_view name) const {
    for (const Filter& option : given)
      if (option.option->name == name) return &option.value;
    return nullptr;
  }
  bool has(std::string_view name) const { return value(name) != nullptr; }
};

/// kUsage, with a pointer to --help.
Error misuse(const std::string& what);

/// Takes a command line apart. Throws misuse() for an unknown option (naming the nearest), for one that
/// lacks its value or takes none, and for one that is given more often than it may be.
RawOptions read_arguments(std::vector<std::string> arguments);

/// Reads the value of an option, if it is given, into `result`. Throws misuse() for what is no number
/// from `least` to `most`.
template <typename Number>
void read_number(const RawOptions& raw, std::string_view name, Number least, Number most, Number& result) {
  const std::string* text = raw.value(name);
  if (!text) return;
  Number number{};
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc() || end != text->data() + text->size() || !(number >= least && number <= most))
    throw misuse(tr("--{} {}: not a number from {} to {}", name, visible_text(*text), least, most));
  result = number;
}

/// Words and what they stand for.
template <typename Value>
using Choices = std::vector<std::pair<std::string_view, Value>>;

/// The same for one of several words, with or without accents; a message names them all.
template <typename Value>
void read_choice(const RawOptions& raw, std::string_view name, const Choices<Value>& choices, Value& result) {
  const std::string* text = raw.value(name);
  if (!text) return;
  const std::string folded = fold(*text);
  std::string known;
  for (const auto& [word, value] : choices) {
    if (word == folded) {
      result = value;
      return;
    }
    known.append(known.empty() ? "" : ", ").append(word);
  }
  throw misuse(tr("--{} {}: choose one of {}", name, visible_text(*text), known));
}

}  // namespace depeche
