#pragma once

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace depeche {

/// Where data that is no part of the project is looked for: $DEPECHE_SHARED_DATA, else ../shared/data beside
/// the source. Tests that find none skip.
inline std::string shared_data(const std::string& name) {
  const char* given = std::getenv("DEPECHE_SHARED_DATA");
  return (given ? given : std::string(DEPECHE_SOURCE_DIR) + "/../shared/data") + ("/" + name);
}

inline std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace depeche
