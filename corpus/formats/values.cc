#include "corpus/formats/values.h"

#include <charconv>

#include "corpus/decode.h"

namespace depeche {

void add_value(Record& record, std::string_view name, std::string value) {
  value = clean_text(std::move(value));
  if (!value.empty()) record.fields.emplace_back(name, std::move(value));
}

void set_value(Record& record, std::string_view name, std::string value) {
  if (!record.find(name)) add_value(record, name, std::move(value));
}

uint64_t revision_of(std::string_view version) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), number);
  return error == std::errc() && end == version.data() + version.size() ? number : 0;
}

Problem lacks(std::string_view element, std::string_view what) {
  return {RejectionCode::kField,
          tr("<{0}> lacks {1}; if its layout has changed, please report it", element, what)};
}

Problem file_lacks(std::string_view what) {
  return {RejectionCode::kFormat,
          tr("the file has no {}; if its layout has changed, please report it", what)};
}

}  // namespace depeche
