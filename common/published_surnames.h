#pragma once

#include "common/published_table.h"
#include "common/surname_table.h"

namespace depeche {

/// The surname table of a published state; without one, no surname stands for anybody.
using PublishedSurnames = PublishedTable<SurnameTable>;

}  // namespace depeche
