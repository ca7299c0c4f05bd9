// Nothing in an article reaches the terminal, and nothing is wider than its place. The first byte is the
// width.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/terminal_property.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string violation = depeche::terminal_violation(input, data[0]);
  if (!violation.empty()) {
    std::fprintf(stderr, "%s\n", violation.c_str());
    std::abort();
  }
  return 0;
}
