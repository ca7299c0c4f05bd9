#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace depeche {

/// JSON whose members keep the order in which they were set.
using Json = nlohmann::ordered_json;

/// One line of JSON, no line feed at the end. Ill-formed UTF-8 becomes U+FFFD; DEL, C1 controls, bidi
/// controls and U+FEFF are written \uXXXX, so that the line can be shown on any terminal.
std::string to_line(const Json& value);
/// The same for a document that people read too: indented by one space.
std::string to_document(const Json& value);

/// A string, or null where it is empty.
Json or_null(std::string_view text);

}  // namespace depeche
