#pragma once

#include <string_view>

namespace depeche {

/// Whether a file with that head is an archive of the web (ISO 28500): « WARC/1.1 ».
bool is_warc(std::string_view head);

}  // namespace depeche
