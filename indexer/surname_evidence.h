#pragma once

#include "common/index_layout.h"
#include "common/manifest.h"
#include "common/surname_table.h"

namespace depeche {

/// Whom the bare names of an index stand for (common/surname_table.h), read from the terms of the live
/// articles of `manifest`; segments must be in their place. Depends on nothing but those articles.
///
/// A full name is of the name that it ends with, and of the one that it begins with: a given name that is
/// somebody's surname is no evidence for him. But it is found only by what it ends with, or by its first word
/// where that is a family name written first (Hua Chunying).
///
/// Reads no text: the terms of all persons once, and the postings of those whose name stands alone somewhere.
/// Throws Xapian::Error.
SurnameTable decide_surnames(const IndexLayout& layout, const Manifest& manifest);

}  // namespace depeche
