#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "common/error.h"
#include "common/index_layout.h"

namespace depeche {

// A logical dump: what two indexes must share to answer alike, in an order of its own (ARCHITECTURE.md,
// "JSON"). A line of JSON for each live version of an article, by the bytes of its id: the stored article and
// the digest of its bytes, values by slot, terms with their frequency within the document and positions. Then
// a line for each decided surname, by its bytes: queries for persons are answered from them too.
// Nothing in it tells segments, docids, threads, the order of files or the run that brought an article (XI
// terms are left out). Superseded versions, and the forms of stems, which are made of the words, are no part
// of it.

/// Hands each line, with a line feed at its end, to `write` until that returns false. About 100 bytes of
/// memory an article. Throws as open_published(), Error (kIndex) where an article or the surname table is
/// damaged, kInterrupted and kTerminated.
void dump_index(const IndexLayout& layout, const std::function<bool(const std::string& line)>& write);

/// --export-dump: to standard output, or to the file `output` if it is not "". Returns kOk, also where nobody
/// reads to the end. Throws as dump_index(), and Error (kEnvironment) where it cannot be written.
ExitCode export_dump(const std::filesystem::path& index, const std::string& output);

}  // namespace depeche
