#pragma once

#include <istream>
#include <string>
#include <vector>

#include "corpus/corpus_options.h"

namespace depeche {

/// The paths of a list, each ended by `end`: a line feed, or NUL as find -print0 writes it; the last one may
/// lack it. Empty ones are left out. Throws Error: kUsage where a path holds what the other end would be, or
/// is longer than a path can be, kEnvironment where the list cannot be read. `name` is that of the list, for
/// messages.
std::vector<std::string> read_path_list(std::istream& in, char end, const std::string& name);

/// Puts the paths of a list in the place of the path « - », if that is among those of `corpus`; `null`: they
/// end in NUL. A list differs from night to night, and what is known of an article by its path must not: the
/// root becomes the working directory. Throws as read_path_list(), and Error (kUsage) for a second « - », or
/// `null` without one.
void read_listed_paths(CorpusOptions& corpus, bool null, std::istream& in);

}  // namespace depeche
