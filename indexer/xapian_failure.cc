#include "indexer/xapian_failure.h"

#include <string_view>

#include "common/error.h"
#include "common/message.h"
#include "common/text/visible.h"

namespace depeche {

void fail_writing(const Xapian::Error& error, const std::filesystem::path& directory, uint64_t bytes) {
  const std::string path = visible_text(directory.string());
  // What the system refuses is a DatabaseError of some kind; only some of them carry its reason.
  if (std::string_view(error.get_type()).starts_with("Database")) {
    const char* reason = error.get_error_string();
    throw Error(ExitCode::kEnvironment, tr("cannot write the segment (about {0} bytes needed): {1}: {2}",
                                           3 * bytes, path, reason ? reason : visible_text(error.get_msg())));
  }
  throw Error(ExitCode::kInternal,
              tr("cannot write the segment: {0}: {1}", path, visible_text(error.get_description())));
}

}  // namespace depeche
