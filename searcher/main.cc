#include <iostream>

#include "common/failure.h"
#include "common/message.h"
#include "searcher/act.h"
#include "searcher/options.h"

namespace {

int fail(const depeche::Failure& failure) {
  std::cerr << "depeche-searcher: " << failure.message << '\n';
  return static_cast<int>(failure.code);
}

}  // namespace

int main(int argc, char* argv[]) {
  depeche::start_messages(argv[0]);
  depeche::clear_xapian_environment();
  try {
    return static_cast<int>(depeche::act(depeche::parse_searcher_options(argc, argv), std::cout));
  } catch (...) {
    return fail(depeche::current_failure());
  }
}
