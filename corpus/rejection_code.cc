#include "corpus/rejection_code.h"

#include <fmt/format.h>

#include "common/text/utf8.h"
#include "common/text/visible.h"

namespace depeche {
namespace {

constexpr bool table_follows_enumeration() {
  for (size_t i = 0; i < kRejectionCodes.size(); ++i)
    if (static_cast<size_t>(kRejectionCodes[i].id) != i) return false;
  return true;
}
static_assert(table_follows_enumeration());

constexpr size_t kExcerptLength = 80;

Rejection make_rejection(const Origin& origin, const Problem& problem) {
  Rejection rejection;
  rejection.origin = origin;
  rejection.code = rejection_spec(problem.code).code;
  rejection.message = problem.message;
  return rejection;
}

}  // namespace

Rejection reject_record(const Origin& origin, const Problem& problem, std::string_view source) {
  Rejection rejection = make_rejection(origin, problem);
  rejection.excerpt = visible_excerpt(source);
  return rejection;
}

Rejection reject_file(const Origin& origin, const Problem& problem) {
  Rejection rejection = make_rejection(origin, problem);
  rejection.whole_file = true;
  return rejection;
}

std::string visible_excerpt(std::string_view bytes) {
  size_t end = 0;
  for (size_t count = 0; count < kExcerptLength && end < bytes.size(); ++count) next_code_point(bytes, end);
  return visible_text(bytes.substr(0, end));
}

std::string utf8_path(std::string_view path) {
  if (find_invalid_utf8(path) == std::string_view::npos) return std::string(path);
  std::string out;
  for (size_t pos = 0; pos < path.size();) {
    const size_t start = pos;
    if (next_code_point(path, pos) != kInvalid)
      out.append(path.substr(start, pos - start));
    else
      for (size_t i = start; i < pos; ++i)
        out += fmt::format("\\x{:02X}", static_cast<unsigned char>(path[i]));
  }
  return out;
}

}  // namespace depeche
