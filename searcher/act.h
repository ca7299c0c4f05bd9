#pragma once

#include <ostream>

#include "common/error.h"
#include "searcher/options.h"

namespace depeche {

/// Does what the command line asks for and prints it to `out`: the whole program but for its failures, which
/// are thrown. Returns the exit code; a reader that has closed the pipe is a quiet success.
ExitCode act(const SearcherOptions& options, std::ostream& out);

}  // namespace depeche
