#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace depeche {

/// What a title says of who bears the name; both bits where it is of two: « M. et Mme Hua ».
enum Sex : uint8_t { kSexUnknown = 0, kMale = 1, kFemale = 2, kBothSexes = kMale | kFemale };

/// The title that stands before a name, over a space or one that does not break: « Mme », « M. ».
struct NameTitle {
  size_t begin = 0;  // byte offset of the title; that of the name where there is none
  Sex sex = kSexUnknown;
};

/// Precondition: `name` is an offset into `text`, which is well-formed UTF-8.
NameTitle title_before(std::string_view text, size_t name);

}  // namespace depeche
