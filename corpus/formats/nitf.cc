#include <algorithm>

#include "corpus/formats/iptc.h"
#include "corpus/formats/values.h"
#include "corpus/formats/xml_records.h"

namespace depeche {
namespace {

std::string value(const XmlNode& element, std::string_view attribute) {
  return std::string(element.attribute(attribute));
}

/// NITF 3.6, https://iptc.org/std/NITF/3.6/documentation/nitf-documentation.html
class Nitf : public XmlDialect {
 public:
  Use use_of(const std::vector<XmlName>&) const override { return Use::kRecord; }

  std::optional<Problem> fill(Record& record, const XmlNode& nitf) override {
    const XmlNode& head = nitf.child("head");
    const XmlNode& data = head.child("docdata");
    const XmlNode& body = nitf.child("body");
    if (!nitf.is("nitf")) return lacks(nitf.name.local, "nitf");
    if (!body) return lacks("nitf", "body");
    if (auto problem = read_status(record, data)) return problem;

    const XmlNode& key = data.child("du-key");
    set_value(record, "id", value(data.child("doc-id"), "id-string"));
    set_value(record, "id", value(key, "key"));
    record.revision = revision_of(key.attribute("version"));
    const XmlNode& publication = head.child("pubdata");
    set_value(record, "date", value(data.child("date.issue"), "norm"));
    set_value(record, "date", value(publication, "date.publication"));
    const XmlNode& top = body.child("body.head");
    set_value(record, "date", value(top.child("dateline").child("story.date"), "norm"));
    if (!record.withdrawn && !body.child("body.content")) return lacks("body", "body.content");

    set_value(record, "title", line_of(top.child("hedline").child("hl1")));
    set_value(record, "title", line_of(head.child("title")));
    set_value(record, "text", nitf_text(nitf));
    for (const XmlNode* byline : top.all("byline")) {
      const XmlNode& person = byline->child("person");
      add_value(record, "author", line_of(person ? person : *byline));
    }
    set_value(record, "source", value(publication, "name"));
    set_value(record, "source", line_of(top.child("distributor")));
    set_value(record, "section", value(publication, "position.section"));
    set_value(record, "section",
              value(head.child("tobject").child("tobject.subject"), "tobject.subject.type"));
    set_value(record, "language", std::string(nitf.language()));
    set_value(record, "url", value(publication, "ex-ref"));
    return std::nullopt;
  }

  /// Those of NITF 3 stand in most files: « nitf-3-5.dtd », « -//IPTC//DTD NITF 3.5//EN ».
  bool has_dtd(std::string_view name, std::string_view public_id, std::string_view system_id) const override {
    const std::string_view file = system_id.substr(system_id.find_last_of('/') + 1);
    return name == "nitf" && (public_id.starts_with("-//IPTC//DTD NITF") ||
                              (file.starts_with("nitf") && file.ends_with(".dtd")));
  }
  std::optional<Problem> lacking() const override { return std::nullopt; }

 private:
  /// date.release: « the date and time when a story may be released; the default is time of receipt ».
  static std::optional<Problem> read_status(Record& record, const XmlNode& data) {
    const auto status = iptc_status(data.attribute("management-status"));
    if (const auto* problem = std::get_if<Problem>(&status)) return *problem;
    record.withdrawn = std::get<IptcStatus>(status).withdrawn;
    record.embargo = value(data.child("date.release"), "norm");
    if (std::get<IptcStatus>(status).embargoed && record.embargo.empty()) record.embargo = Record::kOpenEnd;
    return std::nullopt;
  }
};

}  // namespace

const Format& nitf_format() {
  static const XmlFormat<Nitf> kFormat;
  return kFormat;
}

}  // namespace depeche
