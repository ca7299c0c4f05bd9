#include "corpus/formats/json_parser.h"

#include <algorithm>
#include <new>

namespace depeche {
namespace {

constexpr size_t kFirstCapacity = 1 << 16;
constexpr size_t kMaxDepth = 64;

/// What is wrong with a line, in the words of its reader rather than simdjson's.
const char* reason(simdjson::error_code error) {
  switch (error) {
    case simdjson::INCORRECT_TYPE:
      return DEPECHE_TR("it is an array, a text or a number; make it an object, with a name for each value");
    case simdjson::UNCLOSED_STRING:
      return DEPECHE_TR("a string is not closed; the line is cut short, or a quote lacks its backslash");
    case simdjson::STRING_ERROR:
      return DEPECHE_TR(
          "a string has an escape that JSON does not know, or half a surrogate pair; correct it");
    case simdjson::NUMBER_ERROR:
      return DEPECHE_TR("a number is not one of JSON, or too large; write it in quotes");
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
      return DEPECHE_TR("a value is not true, false or null; write it in quotes");
    default:
      return DEPECHE_TR("a comma, colon, quote or bracket is missing or one too many; correct the line");
  }
}

Problem describe(simdjson::error_code error) {
  if (error == simdjson::DEPTH_ERROR)
    return {RejectionCode::kDepth, tr("JSON is nested deeper than {} levels; flatten it", kMaxDepth)};
  return {RejectionCode::kJson, tr("not a JSON object: {}", tr(reason(error)))};
}

}  // namespace

JsonParser::JsonParser() {
  // simdjson wants more levels than it fills.
  if (parser_.allocate(kFirstCapacity, kMaxDepth + 1) != simdjson::SUCCESS) throw std::bad_alloc();
}

std::variant<simdjson::dom::object, Problem> JsonParser::parse(std::string& text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
  simdjson::dom::element element;
  if (const auto error = parser_.parse(text.data(), text.size(), false).get(element)) return describe(error);
  simdjson::dom::object object;
  if (element.get(object)) return describe(simdjson::INCORRECT_TYPE);
  return object;
}

}  // namespace depeche
