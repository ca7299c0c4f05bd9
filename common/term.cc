#include "common/term.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/hash.h"
#include "common/schema.h"

namespace depeche {
namespace {

constexpr size_t kMaxIdBytes = 200;

std::string hashed(std::string_view value) { return "#" + hash128_hex(value); }

/// The id as terms hold it: itself, or its hash where "XK<id>@<version>" might not fit.
std::string id_value(std::string_view id) {
  const size_t zeros = std::count(id.begin(), id.end(), '\0');
  return id.size() + zeros > kMaxIdBytes ? hashed(id) : std::string(id);
}

}  // namespace

bool is_valid_term(std::string_view term) {
  if (term.empty() || term.size() > kMaxTermBytes) return false;
  const size_t zeros = std::count(term.begin(), term.end(), '\0');
  return term.size() + zeros <= kMaxTermBytes;
}

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  term += value;
  return is_valid_term(term) ? term : std::string(prefix) + hashed(value);
}

std::string id_term(std::string_view id) {
  return std::string(field_spec(FieldId::kId).prefix) + id_value(id);
}

std::string version_term(std::string_view id, unsigned version) {
  return fmt::format("{}{}@{}", kVersionPrefix, id_value(id), version);
}

std::string reading_term(std::string_view folded, std::string_view reading) {
  return make_term(kReadingPrefix, fmt::format("{}={}", folded, reading));
}

std::string variants_term(std::string_view folded) { return make_term(kVariantsPrefix, folded); }

}  // namespace depeche
