#pragma once

#include "common/article.h"
#include "common/json.h"

namespace depeche {

/// Version of all JSON forms.
constexpr int kJsonSchema = 1;

/// An article as --dry-run prints it (ARCHITECTURE.md, "JSON"). Offsets are code points into the named field.
Json to_json(const Article& article);

}  // namespace depeche
