#pragma once

#include <string>

#include "common/error.h"

namespace depeche {

/// How a run that threw ends.
struct Failure {
  ExitCode code;
  std::string message;  // translated, one line, safe on a terminal
};

/// What the exception being handled means to a user. Call only where one is caught.
Failure current_failure();

}  // namespace depeche
