#pragma once

#include <string_view>

namespace depeche {

/// Whether a page with that head is an export of Europresse (Cision), or of Factiva (Dow Jones): by the
/// classes of their elements.
bool is_europresse(std::string_view head);
bool is_factiva(std::string_view head);

}  // namespace depeche
