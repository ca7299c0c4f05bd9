#pragma once

#include <string_view>
#include <vector>

#include "common/dates/tokens.h"

namespace depeche {

/// A number of things.
struct TimeCount {
  int value = 0;         // 0 if there is none
  size_t end = 0;        // token behind it
  bool spelled = false;  // in words
};

/// The number in figures or words from the token `at` on: « 3 », « vingt et un », « une dizaine de ».
TimeCount read_count(const std::vector<TimeToken>& tokens, size_t at);

/// Whether the token is that word. `folded` is a word of the language.
bool is_word(const TimeToken& token, std::string_view folded);

}  // namespace depeche
