#pragma once

#include <cstdint>
#include <filesystem>

#include <xapian.h>

namespace depeche {

/// Throws Error for what Xapian threw while it wrote to `directory`, of documents that hold `bytes`:
/// kEnvironment with the system's reason and the disk space needed, where it is one of the system; else
/// kInternal.
[[noreturn]] void fail_writing(const Xapian::Error& error, const std::filesystem::path& directory,
                               uint64_t bytes);

}  // namespace depeche
