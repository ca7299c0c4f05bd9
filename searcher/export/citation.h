#pragma once

#include <string>

#include "common/article.h"

namespace depeche {

/// What names one version of an article for good, on one line in the language of messages: source, title,
/// date of publication in EDTF, said to be inferred where it is, id@version, and the first 16 figures of
/// content_digest(), by which a reader sees whether the text is still the one that was cited.
std::string citation(const Article& article);

}  // namespace depeche
