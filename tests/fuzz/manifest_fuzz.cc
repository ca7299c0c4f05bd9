// A manifest of any bytes: refused as damage, or one that is written again as it is and whose numbers agree.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "common/error.h"
#include "common/hash.h"
#include "common/json.h"
#include "common/manifest.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const std::string& json) {
  depeche::Manifest manifest;
  try {
    manifest = depeche::manifest_from_json(json, "manifest-1.json");
  } catch (const depeche::Error& error) {
    require(error.code() == depeche::ExitCode::kIndex);
    return;
  }
  uint64_t live = 0;
  for (const depeche::SegmentEntry& segment : manifest.segments) {
    require(segment.superseded.size() <= segment.documents && segment.documents <= segment.last_docid);
    require(segment.id.find('/') == std::string::npos && !segment.id.empty());
    for (const auto& [first, last] : segment.superseded.ranges())
      require(first >= 1 && first <= last && last <= segment.last_docid);
    live += segment.documents - segment.superseded.size();
  }
  require(manifest.live_documents() == live);
  const std::string written = depeche::to_json(manifest);
  require(depeche::to_json(depeche::manifest_from_json(written, "")) == written);
}

/// The same with a checksum that is right, where it is an object that can have one.
void check_with_checksum(const std::string& text) {
  constexpr std::ptrdiff_t kMaxBrackets = 1000;  // nested deeper, writing it again would exhaust the stack
  if (std::count_if(text.begin(), text.end(), [](char c) { return c == '[' || c == '{'; }) > kMaxBrackets)
    return;
  depeche::Json json = depeche::Json::parse(text, nullptr, false);
  if (!json.is_object()) return;
  json.erase("checksum");
  json["checksum"] = fmt::format("{:016x}", depeche::hash64(depeche::to_document(json)));
  check(depeche::to_document(json));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check(text);
  check_with_checksum(text);
  return 0;
}
