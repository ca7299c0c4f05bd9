#include "indexer/damage.h"

#include "common/message.h"
#include "common/text/visible.h"

namespace depeche {

std::string_view name_of(DamageCode code) {
  switch (code) {
    case DamageCode::kManifest:
      return "manifest";
    case DamageCode::kMissing:
      return "missing";
    case DamageCode::kSize:
      return "size";
    case DamageCode::kChecksum:
      return "checksum";
    case DamageCode::kUnlisted:
      return "unlisted";
    case DamageCode::kStructure:
      return "structure";
    case DamageCode::kArticle:
      return "article";
    case DamageCode::kIdentity:
      return "identity";
    case DamageCode::kSuperseded:
      break;
  }
  return "superseded";
}

Damage make_damage(DamageCode code, const std::string& path, const std::string& what) {
  const std::string shown = visible_text(path);
  return {code, path,
          code == DamageCode::kUnlisted
              ? tr("{0}: {1}: remove it", shown, what)
              : tr("{0}: {1}: restore the index from a backup, or index the corpus again into an empty "
                   "directory",
                   shown, what)};
}

}  // namespace depeche
