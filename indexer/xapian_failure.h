#pragma once

#include <cstdint>
#include <filesystem>

#include <xapian.h>

namespace depeche {

/// Throws Error for what Xapian threw while it wrote to `directory`, of documents that hold `bytes`:
/// kEnvironment with its reason and the disk space needed, where the database could not be written; else
/// kInternal.
[[noreturn]] void fail_writing(const Xapian::Error& error, const std::filesystem::path& directory,
                               uint64_t bytes);

}  // namespace depeche
