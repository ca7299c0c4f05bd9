#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// In what way an index is not what was published.
enum class DamageCode : uint8_t {
  kManifest,    // CURRENT or the manifest in force cannot be relied on
  kMissing,     // a file of the manifest is not there
  kSize,        // a file has another size
  kChecksum,    // a file has other bytes
  kUnlisted,    // a file among those of a segment that the manifest does not know
  kStructure,   // Xapian finds fault with a segment, or it is not the one of the manifest; a surname table
                // is none
  kArticle,     // a stored article is not what was written
  kIdentity,    // terms or slots of a document are not those of its article
  kSuperseded,  // the superseded docids are wrong: an article lives twice, or in an old version
};

/// Name in JSON: "manifest", "missing" ...
std::string_view name_of(DamageCode code);

struct Damage {
  DamageCode code = DamageCode::kManifest;
  std::string path;     // of the file or segment
  std::string message;  // one line, safe on a terminal: path, what is wrong, remedy

  friend bool operator==(const Damage&, const Damage&) = default;
};

/// Puts the message together of `what`, which is safe on a terminal, and the remedy of the code.
Damage make_damage(DamageCode code, const std::string& path, const std::string& what);

}  // namespace depeche
