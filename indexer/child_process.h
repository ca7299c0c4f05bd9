#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace depeche {

/// How the work of a child process ended.
struct ChildEnd {
  enum class Kind { kDone, kFailed, kSignalled, kTimeLimit };
  Kind kind = Kind::kDone;
  int signal = 0;  // kSignalled
};

using WriteBytes = std::function<void(std::string_view)>;

/// Does `work`, which may crash or hang, in a child process, for at most `limit`; what it writes is handed to
/// `take` in pieces of any size, as it comes. kFailed: `work` threw. The child holds no descriptor of the
/// parent but standard ones (not the run lock above all) and does not outlive it; nothing it changes in
/// memory is seen. Call it where no other thread runs: the child of a threaded process may stall. Throws
/// Error: kEnvironment naming `what` where no child can be started, kInterrupted or kTerminated where a
/// signal asked to stop meanwhile; and what `take` throws. The child is then ended.
ChildEnd run_as_child(const std::string& what, std::chrono::seconds limit,
                      const std::function<void(const WriteBytes& write)>& work, const WriteBytes& take);

}  // namespace depeche
