#include "indexer/segment_check.h"

#include <string>
#include <string_view>

#include <xapian.h>

#include "common/error.h"
#include "common/message.h"
#include "common/text/visible.h"
#include "indexer/child_process.h"

namespace depeche {

std::chrono::seconds check_limit(uint64_t bytes) {
  constexpr uint64_t kLeastSeconds = 600, kBytesPerSecond = 1'000'000;
  return std::chrono::seconds(kLeastSeconds + bytes / kBytesPerSecond);
}

void check_segment(const std::filesystem::path& directory, std::chrono::seconds limit) {
  const auto check = [&](const WriteBytes&) {
    if (Xapian::Database::check(directory.string()) != 0) throw Xapian::DatabaseCorruptError("");
  };
  const ChildEnd end = run_as_child(directory.string(), limit, check, [](std::string_view) {});
  const std::string path = visible_text(directory.string());
  switch (end.kind) {
    case ChildEnd::Kind::kDone:
      return;
    case ChildEnd::Kind::kFailed:
      throw Error(ExitCode::kInternal,
                  tr("{}: the finished segment is damaged: index again; if it happens again, check "
                     "disk and memory",
                     path));
    case ChildEnd::Kind::kTimeLimit:
      throw Error(ExitCode::kInternal,
                  tr("{0}: the check of the segment took more than {1} seconds", path, limit.count()));
    case ChildEnd::Kind::kSignalled:
      break;
  }
  throw Error(ExitCode::kInternal, tr("{0}: the check of the segment ended by signal {1}", path, end.signal));
}

}  // namespace depeche
