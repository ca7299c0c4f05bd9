#include "corpus/language.h"

#include <algorithm>
#include <array>
#include <set>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "common/text/fold.h"

namespace depeche {
namespace {

constexpr size_t kFewestBytes = 100, kMostBytes = 4096;
constexpr int kLeastShare = 70;  // per cent of the text that is in the language

/// The first bytes of `text`, whole code points.
std::string_view beginning(std::string_view text) {
  if (text.size() <= kMostBytes) return text;
  size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

std::string detect_language(std::string_view title, std::string_view text) {
  const std::string whole = std::string(title).append("\n").append(beginning(text));
  if (whole.size() < kFewestBytes) return std::string(kFrench);
  const CLD2::CLDHints hints = {"fr", nullptr, CLD2::UNKNOWN_ENCODING, CLD2::FRENCH};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> shares{};
  std::array<double, 3> scores{};
  int counted = 0;
  bool is_sure = false;
  const CLD2::Language found = CLD2::ExtDetectLanguageSummary(
      whole.data(), static_cast<int>(whole.size()), true, &hints, 0, languages.data(), shares.data(),
      scores.data(), nullptr, &counted, &is_sure);
  if (!is_sure || found == CLD2::UNKNOWN_LANGUAGE || languages[0] != found || shares[0] < kLeastShare)
    return std::string(kFrench);
  const std::string code = to_lower(CLD2::LanguageCode(found));
  return code.substr(0, code.find('-'));
}

std::vector<std::string> language_codes(std::string_view list) {
  std::set<std::string> codes;
  for (size_t begin = 0; begin <= list.size();) {
    const size_t end = std::min(list.find(',', begin), list.size());
    const std::string_view code = list.substr(begin, end - begin);
    const bool letters = code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
    if (!letters || code.size() < 2 || code.size() > 3) return {};
    codes.emplace(code);
    begin = end + 1;
  }
  return {codes.begin(), codes.end()};
}

}  // namespace depeche
