#include <algorithm>

#include <fmt/format.h>
#include <simdjson.h>

#include "corpus/formats/format.h"
#include "corpus/formats/iptc.h"
#include "corpus/formats/json_objects.h"
#include "corpus/formats/json_parser.h"
#include "corpus/formats/values.h"
#include "corpus/formats/xml_node.h"

namespace depeche {
namespace {

namespace dom = simdjson::dom;

/// The member as text; "" where there is none, or it is no text or number.
std::string text_of(const dom::object& object, const char* name) {
  dom::element value;
  if (object[name].get(value) != simdjson::SUCCESS) return {};
  if (value.is_int64()) return fmt::to_string(int64_t(value));
  return value.is_string() ? std::string(std::string_view(value)) : std::string();
}

/// Of the members of an array of objects: the first text under one of those names.
std::vector<std::string> texts_in(const dom::object& object, const char* name,
                                  const std::vector<const char*>& keys) {
  std::vector<std::string> out;
  dom::array members;
  if (object[name].get(members) != simdjson::SUCCESS) return out;
  for (const dom::element member : members) {
    dom::object entry;
    if (member.get(entry) != simdjson::SUCCESS) continue;
    for (const char* key : keys)
      if (std::string text = text_of(entry, key); !text.empty()) {
        out.push_back(std::move(text));
        break;
      }
  }
  return out;
}

std::string first_in(const dom::object& object, const char* name, const std::vector<const char*>& keys) {
  std::vector<std::string> texts = texts_in(object, name, keys);
  return texts.empty() ? std::string() : std::move(texts.front());
}

/// ninjs 2 and 3: bodies, an array of {role, contenttype, charcount, value}. The longest is the article.
std::string longest_body(const dom::object& object) {
  std::string longest;
  dom::array bodies;
  if (object["bodies"].get(bodies) != simdjson::SUCCESS) return longest;
  for (const dom::element member : bodies) {
    dom::object body;
    if (member.get(body) != simdjson::SUCCESS) continue;
    std::string text = text_of(body, "value");
    if (text_of(body, "contenttype") != "text/plain") text = paragraphs_of_html(text);
    if (text.size() > longest.size()) longest = std::move(text);
  }
  return longest;
}

std::string body_of(const dom::object& object) {
  std::string text = text_of(object, "body_text");
  for (const char* name : {"body_xhtml", "body_html"})
    if (text.empty()) text = paragraphs_of_html(text_of(object, name));
  return text.empty() ? longest_body(object) : text;
}

std::optional<Problem> fill(Record& record, const dom::object& item) {
  set_value(record, "id", text_of(item, "uri"));
  if (record.fields.empty()) return lacks("ninjs", "uri");
  record.revision = revision_of(text_of(item, "version"));
  const auto status = iptc_status(text_of(item, "pubstatus"));
  if (const auto* problem = std::get_if<Problem>(&status)) return *problem;
  record.withdrawn = std::get<IptcStatus>(status).withdrawn;
  record.embargo = text_of(item, "embargoed");

  const std::string created = text_of(item, "firstcreated"), version = text_of(item, "versioncreated");
  const bool first = created.empty() && record.revision <= 1;
  set_value(record, "date", first ? version : created);
  if (!first && version != created) set_value(record, "updated", version);
  set_value(record, "title", text_of(item, "headline"));
  set_value(record, "title", first_in(item, "headlines", {"value"}));
  set_value(record, "text", body_of(item));
  if (!record.withdrawn && !record.find("title") && !record.find("text"))
    return lacks("ninjs", "headline, headlines, body_text, body_xhtml, bodies");
  for (const std::string& person : texts_in(item, "by", {"byline", "name"}))
    add_value(record, "author", person);
  set_value(record, "author", text_of(item, "byline"));
  set_value(record, "source", first_in(item, "infosource", {"name", "literal", "uri"}));
  set_value(record, "source", text_of(item, "copyrightholder"));
  set_value(record, "section", first_in(item, "subject", {"name", "literal", "code"}));
  set_value(record, "section", first_in(item, "subjects", {"name", "literal", "code"}));
  set_value(record, "language", text_of(item, "language"));
  set_value(record, "url", text_of(item, "uri").starts_with("http") ? text_of(item, "uri") : "");
  return std::nullopt;
}

/// ninjs 1.3 and 2.0, https://iptc.org/std/ninjs/
class Ninjs : public Format {
 public:
  bool read(const FormatInput& input, const CorpusSink& sink) const override {
    JsonObjects objects(input.stream, input.decoder, input.options.max_record_bytes);
    JsonParser parser;
    uint64_t number = 0;
    while (auto object = objects.next())
      if (!sink(item(input, ++number, *object, parser))) return false;
    return true;
  }

 private:
  static CorpusItem item(const FormatInput& input, uint64_t number, JsonText& object, JsonParser& parser) {
    Record record = input.record(number, object.offset, object.decoded.encoding);
    std::string& text = object.decoded.text;
    if (object.problem) return reject_record(record.origin, *object.problem, text);
    const auto parsed = parser.parse(text);
    if (const auto* problem = std::get_if<Problem>(&parsed))
      return reject_record(record.origin, *problem, text);
    if (const auto problem = fill(record, std::get<dom::object>(parsed)))
      return reject_record(record.origin, *problem, text);
    return record;
  }
};

}  // namespace

const Format& ninjs_format() {
  static const Ninjs kFormat;
  return kFormat;
}

}  // namespace depeche
