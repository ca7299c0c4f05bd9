#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace depeche {

/// How files of a kind begin that are no text.
struct Signature {
  enum Content : uint8_t {
    kArchive,   // text may be inside, and is read (corpus/archive.h)
    kPacked,    // text may be inside; not read
    kDocument,  // an image, or the document of an office program
  };
  std::string_view bytes;
  std::string_view name;
  Content content;
  size_t offset = 0;             // where the bytes stand in the file
  std::string_view member = {};  // of a zip archive: how the name of its first member begins
};

/// The first that a file with that head has; nullptr if none. `head`: 512 bytes, or all of the file.
const Signature* signature_of(std::string_view head);

}  // namespace depeche
