#include <algorithm>

#include <fmt/format.h>
#include <simdjson.h>

#include "corpus/formats/format.h"
#include "corpus/line_reader.h"

namespace depeche {
namespace {

namespace dom = simdjson::dom;

constexpr size_t kMaxDepth = 64;

/// The text of a string, number or boolean; nullopt for anything else.
std::optional<std::string> scalar(const dom::element& element) {
  switch (element.type()) {
    case dom::element_type::STRING:
      return clean_text(std::string(std::string_view(element)));
    case dom::element_type::INT64:
      return fmt::to_string(int64_t(element));
    case dom::element_type::UINT64:
      return fmt::to_string(uint64_t(element));
    case dom::element_type::DOUBLE:
      return fmt::to_string(double(element));
    case dom::element_type::BOOL:
      return bool(element) ? "true" : "false";
    default:
      return std::nullopt;
  }
}

void add_values(Record& record, const std::string& name, const dom::element& value) {
  if (value.type() == dom::element_type::ARRAY) {
    for (const dom::element member : dom::array(value))
      if (auto text = scalar(member)) record.fields.emplace_back(name, std::move(*text));
  } else if (auto text = scalar(value)) {
    record.fields.emplace_back(name, std::move(*text));
  }
}

void add_fields(Record& record, const dom::object& object) {
  std::vector<std::string> seen;
  for (const auto [key, value] : object) {
    std::string name = clean_text(std::string(key));
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
    add_values(record, name, value);
    seen.push_back(std::move(name));
  }
}

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

/// The object of a line. Control characters inside strings are forbidden in JSON and common in exports: they
/// are read as spaces.
std::variant<dom::object, Problem> parse(dom::parser& parser, std::string& line) {
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  line.reserve(line.size() + simdjson::SIMDJSON_PADDING);
  dom::element element;
  if (const auto error = parser.parse(line.data(), line.size(), false).get(element)) return describe(error);
  dom::object object;
  if (element.get(object)) return describe(simdjson::INCORRECT_TYPE);
  return object;
}

class JsonlFormat : public Format {
 public:
  bool read(const FormatInput& input, const CorpusSink& sink) const override {
    LineReader lines(input.stream, input.decoder, input.options.max_record_bytes);
    dom::parser parser;
    // simdjson wants more levels than it fills.
    if (parser.allocate(kFirstCapacity, kMaxDepth + 1) != simdjson::SUCCESS) throw std::bad_alloc();
    uint64_t number = 0;
    while (auto line = lines.next()) {
      std::string& text = line->decoded.text;
      if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
      if (!line->problem && text.find_first_not_of(" \t") == std::string::npos) continue;
      if (!sink(item(input, ++number, *line, parser))) return false;
    }
    return true;
  }

 private:
  static constexpr size_t kFirstCapacity = 1 << 16;
  static constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

  static CorpusItem item(const FormatInput& input, uint64_t number, Line& line, dom::parser& parser) {
    Record record = input.record(number, line.offset, line.decoded.encoding);
    if (line.problem) return reject_record(record.origin, *line.problem, line.decoded.text);
    const auto parsed = parse(parser, line.decoded.text);
    if (const auto* problem = std::get_if<Problem>(&parsed))
      return reject_record(record.origin, *problem, line.decoded.text);
    add_fields(record, std::get<dom::object>(parsed));
    return record;
  }
};

}  // namespace

const Format& jsonl_format() {
  static const JsonlFormat kFormat;
  return kFormat;
}

}  // namespace depeche
