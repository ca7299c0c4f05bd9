#include <algorithm>

#include <fmt/format.h>
#include <simdjson.h>

#include "corpus/formats/format.h"
#include "corpus/formats/json_parser.h"
#include "corpus/line_reader.h"

namespace depeche {
namespace {

namespace dom = simdjson::dom;

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

class JsonlFormat : public Format {
 public:
  bool read(const FormatInput& input, const CorpusSink& sink) const override {
    LineReader lines(input.stream, input.decoder, input.options.max_record_bytes);
    JsonParser parser;
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
  static constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

  static CorpusItem item(const FormatInput& input, uint64_t number, Line& line, JsonParser& parser) {
    Record record = input.record(number, line.offset, line.decoded.encoding);
    if (line.problem) return reject_record(record.origin, *line.problem, line.decoded.text);
    const auto parsed = parser.parse(line.decoded.text);
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
