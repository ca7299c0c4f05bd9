// Any query text: a tree of the promised shape that prints and reads back, or an error at a place in the text
// that can be shown. No crash, no endless search for a meaning.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/terminal.h"
#include "common/text/utf8.h"
#include "searcher/query/parser.h"

namespace depeche {
namespace {

constexpr Day kToday{std::chrono::year{2019}, std::chrono::month{3}, std::chrono::day{1}};

void require(bool holds) {
  if (!holds) std::abort();
}

bool on_code_point(std::string_view text, size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

void check_error(const QueryError& error, std::string_view text) {
  require(error.code == ExitCode::kUsage || error.code == ExitCode::kRefused);
  require(error.begin <= error.end && error.end <= text.size());
  if (find_invalid_utf8(text) == std::string_view::npos)
    require(on_code_point(text, error.begin) && on_code_point(text, error.end));
  require(!error.message.empty() && error.message.find('\n') == std::string::npos);
  for (const unsigned width : {20u, 80u}) {
    const std::string shown = explain_error(error, text, width);
    require(shown.ends_with('\n') && find_invalid_utf8(shown) == std::string_view::npos);
    size_t carets = 0;
    for (size_t begin = 0; begin < shown.size(); begin = shown.find('\n', begin) + 1) {
      const std::string line = shown.substr(begin, shown.find('\n', begin) - begin);
      require(display_width(line) <= width && safe_text(line) == line);
      const size_t caret = line.find_first_not_of(' ');
      carets += caret != std::string::npos && line.find_first_not_of('^', caret) == std::string::npos;
    }
    require(carets > 0);
  }
}

bool is_leaf(Query::Kind kind) {
  return kind < Query::Kind::kNear || kind == Query::Kind::kField || kind == Query::Kind::kDate;
}

size_t depth_of(const Query& query) {
  size_t depth = 0;
  for (const Query& child : query.children) depth = std::max(depth, depth_of(child));
  return depth + 1;
}

void check_shape(const Query& query, std::string_view text) {
  require(query.begin <= query.end && query.end <= text.size());
  require(is_leaf(query.kind) == query.children.empty());
  const bool near = query.kind == Query::Kind::kNear || query.kind == Query::Kind::kAdjacent;
  require(near ? query.distance >= 1 && query.distance <= kMaxDistance : query.distance == 0);
  require(query.text.empty() == (!is_leaf(query.kind) || query.kind == Query::Kind::kDate));
  for (const Query& child : query.children) {
    require(child.kind != Query::Kind::kAll);
    if (query.kind == Query::Kind::kAnd || query.kind == Query::Kind::kOr) require(child.kind != query.kind);
    check_shape(child, text);
  }
  if (query.kind == Query::Kind::kAnd || query.kind == Query::Kind::kOr) require(query.children.size() >= 2);
  if (query.kind == Query::Kind::kTitle) require(query.children.size() == 1);
}

void check_text(std::string_view text) {
  const auto parsed = parse(text, kToday);
  if (const auto* error = std::get_if<QueryError>(&parsed)) return check_error(*error, text);
  const Query& query = std::get<Query>(parsed);
  if (query.kind != Query::Kind::kAll) check_shape(query, text);
  require(count_terms(query) <= kMaxQueryTerms && depth_of(query) <= kMaxQueryTerms + 2 * kMaxQueryDepth);
  const std::string printed = to_text(query);
  if (printed.size() > kMaxQueryBytes) return;
  const auto again = parse(printed, kToday);
  require(std::holds_alternative<Query>(again) && std::get<Query>(again) == query);
  require(to_text(std::get<Query>(again)) == printed);
}

}  // namespace
}  // namespace depeche

/// Lines of the input are arguments of a command line.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  depeche::check_text(text);
  std::vector<std::string> arguments(1);
  for (const char c : text) {
    if (c == '\n')
      arguments.emplace_back();
    else if (c != '\0')
      arguments.back() += c;
  }
  depeche::check_text(depeche::join_arguments(arguments));
  return 0;
}
