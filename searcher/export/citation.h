#pragma once

#include <string>

#include "common/article.h"

namespace depeche {

/// The title on one line, or, as cataloguers do where there is none, the first words of the text in brackets;
/// "" where there is neither.
std::string title_or_incipit(const Article& article);

/// What names one version of an article for good, on one line: source, title_or_incipit(), date of
/// publication in EDTF (a
/// `?` where it is inferred, « s. d. » where there is none), id@version, and the first 16 figures of
/// content_digest(), by which a reader sees whether the text is still the one that was cited. The same in
/// every language of messages:
///     Sinofil, « Lait en poudre », 2019-02-13, c77ffdf7@1, xxh3:3f0c5d1f6a2b4e90
std::string citation(const Article& article);

}  // namespace depeche
