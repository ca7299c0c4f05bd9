#pragma once

#include <string_view>
#include <vector>

#include "common/civil_date.h"

namespace depeche {

/// A day, month or year that the names of a path tell.
struct PathDate {
  PartialDate value;      // possible, with its year, which is 1600..2199
  std::string_view text;  // the part of the path
};

/// The dates in the names of directories and of the file, the nearest to the file first: 2019, 2019-02,
/// 2019_02_13, 20190213, 13-02-2019, also within a name (depeche-2019-02-13.txt), and 2019/02/13 as
/// directories within each other. A year alone in the name of a .txt file is not taken: such a file is one
/// article, and the number rather its ordinal.
std::vector<PathDate> dates_in_path(std::string_view path);

}  // namespace depeche
