#pragma once

#include <string>
#include <string_view>

namespace depeche {

/// The encoding that a <meta charset> or <meta http-equiv="Content-Type"> among the first 4,096 bytes of
/// `html` states, or its XML declaration; "" if none.
std::string stated_html_encoding(std::string_view html);

}  // namespace depeche
