#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace depeche {

/// Compares with tests/golden/NAME. With DEPECHE_UPDATE_GOLDEN set the file is written instead: look at the
/// difference before committing it.
inline void expect_golden(const std::string& name, std::string_view actual) {
  const std::string path = std::string(DEPECHE_GOLDEN_DIR "/") + name;
  if (std::getenv("DEPECHE_UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << actual;
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << " is missing; DEPECHE_UPDATE_GOLDEN=1 writes it";
  const std::string expected(std::istreambuf_iterator<char>(file), {});
  EXPECT_EQ(expected, actual) << path;
}

}  // namespace depeche
