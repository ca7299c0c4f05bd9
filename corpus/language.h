#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// Article::language of what is stemmed.
constexpr std::string_view kFrench = "fr";

/// The language in which most of a text is written, as an ISO 639 code ("fr", "en", "pt"): by CLD2 (Compact
/// Language Detector 2, D. Sites, 2013: naive Bayes over quadgrams of letters), which is told to expect
/// French. French where that is unsure, as for texts of less than 100 bytes. The first 4 KiB decide.
/// Precondition: well-formed UTF-8. Thread-safe.
std::string detect_language(std::string_view title, std::string_view text);

/// The codes of « fr,en », in order, each once; none where one of them is no code of ISO 639.
std::vector<std::string> language_codes(std::string_view list);

}  // namespace depeche
