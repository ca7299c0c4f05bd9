#pragma once

#include <string>

#include "common/error.h"

namespace depeche {

/// Removes the variables by which the environment would change what Xapian does (the environment of cron is
/// not that of a terminal). Call before any thread is started.
void clear_xapian_environment();

/// How a run that threw ends.
struct Failure {
  ExitCode code;
  std::string message;  // translated, safe on a terminal; one line, but for a caret under a query
};

/// What the exception being handled means to a user. Call only where one is caught.
Failure current_failure();

}  // namespace depeche
