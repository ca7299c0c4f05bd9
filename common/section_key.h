#pragma once

#include <string>
#include <string_view>

#include "common/text/analyzer.h"

namespace depeche {

/// The form in which sections are compared, since the same one is written in many ways: Analyzer::key() with
/// its words of four letters and more in the singular (without a final s or x), and without « et ». One are
/// « Actualité Innovation », « ACTUALITES INNOVATIONS », « Actualités & Innovations », « actualité_innovation
/// ».
std::string section_key(Analyzer& analyzer, std::string_view text);

}  // namespace depeche
