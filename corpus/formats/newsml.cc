#include <algorithm>

#include "corpus/formats/iptc.h"
#include "corpus/formats/values.h"
#include "corpus/formats/xml_records.h"

namespace depeche {
namespace {

constexpr std::string_view kXhtml = "http://www.w3.org/1999/xhtml";

/// The literal, name or code of a concept, whichever is there, for people.
std::string concept_name(const XmlNode& element) {
  if (std::string name = line_of(element.child("name")); !name.empty()) return name;
  if (const auto literal = element.attribute("literal"); !literal.empty()) return std::string(literal);
  const std::string_view code = element.attribute("qcode");
  return std::string(code.substr(code.find(':') + 1));
}

/// What is inside an inlineXML: NITF, or XHTML.
std::string inline_text(const XmlNode& content) {
  for (const XmlNode& root : content.children) {
    if (root.is("nitf")) return nitf_text(root);
    if (root.name.space == kXhtml || root.is("html")) return paragraphs_of(root, xhtml_rules());
  }
  return {};
}

std::string plain_or_html(const XmlNode& data) {
  std::string text;
  for (const XmlNode& child : data.children) text += child.text;
  if (data.attribute("contenttype").find("html") != std::string_view::npos) return paragraphs_of_html(text);
  return text;
}

/// NewsML-G2, https://iptc.org/std/NewsML-G2/guidelines
class Newsml : public XmlDialect {
 public:
  /// The items of a newsMessage stand in its itemSet; what else is there describes the delivery.
  Use use_of(const std::vector<XmlName>& path) const override {
    const std::string& name = path.back().local;
    if (name.ends_with("Item")) return Use::kRecord;
    const bool wrapper = path.size() == 1 ? name == "newsMessage" : path.size() == 2 && name == "itemSet";
    return wrapper ? Use::kEnter : Use::kIgnore;
  }

  std::optional<Problem> fill(Record& record, const XmlNode& item) override {
    any_ = true;
    if (!item.is("newsItem"))
      return Problem{RejectionCode::kFormat,
                     tr("<{}> is no article: what it refers to is read where it is delivered as newsItem",
                        visible_excerpt(item.name.local))};
    if (item.attribute("guid").empty()) return lacks("newsItem", "guid");
    const XmlNode& management = item.child("itemMeta");
    if (!management) return lacks("newsItem", "itemMeta");
    set_value(record, "id", std::string(item.attribute("guid")));
    record.revision = revision_of(item.attribute("version"));
    if (auto problem = read_management(record, management)) return problem;

    const XmlNode& meta = item.child("contentMeta");
    std::string text = text_of(item.child("contentSet"));
    if (!record.withdrawn && text.empty())
      return lacks("newsItem", "contentSet/inlineXML (NITF, XHTML), contentSet/inlineData");
    set_value(record, "title", line_of(meta.child("headline")));
    set_value(record, "text", with_dateline(line_of(meta.child("dateline")), std::move(text)));
    for (const XmlNode* by : meta.all("by")) add_value(record, "author", line_of(*by));
    if (!record.find("author"))
      for (const XmlNode* creator : meta.all("creator")) add_value(record, "author", concept_name(*creator));
    set_value(record, "source", line_of(meta.child("creditline")));
    set_value(record, "source", concept_name(meta.child("infoSource")));
    set_value(record, "source", concept_name(management.child("provider")));
    set_value(record, "section", concept_name(meta.child("subject")));
    set_value(record, "section", concept_name(meta.child("genre")));
    set_value(record, "language", std::string(meta.child("language").attribute("tag")));
    set_value(record, "language", std::string(item.language()));
    return std::nullopt;
  }

  std::optional<Problem> lacking() const override {
    return any_ ? std::nullopt : std::optional(file_lacks("newsItem"));
  }

 private:
  /// The time of a first version is that of the article. A version is a number from 1, which is the default.
  static std::optional<Problem> read_management(Record& record, const XmlNode& management) {
    const std::string first = line_of(management.child("firstCreated"));
    const std::string version = line_of(management.child("versionCreated"));
    if (version.empty()) return lacks("itemMeta", "versionCreated");
    set_value(record, "date", first.empty() && record.revision <= 1 ? version : first);
    if (record.revision > 1 || (!first.empty() && version != first)) set_value(record, "updated", version);

    const XmlNode& code = management.child("pubStatus");
    const auto status =
        iptc_status(!code.attribute("qcode").empty() ? code.attribute("qcode") : code.attribute("uri"));
    if (const auto* problem = std::get_if<Problem>(&status)) return *problem;
    record.withdrawn = std::get<IptcStatus>(status).withdrawn;
    if (const XmlNode& embargoed = management.child("embargoed")) {
      record.embargo = line_of(embargoed);  // without a time it holds until a version without it comes
      if (record.embargo.empty()) record.embargo = Record::kOpenEnd;
    }
    return std::nullopt;
  }

  /// Several are renditions of the same text.
  static std::string text_of(const XmlNode& content) {
    for (const XmlNode& rendition : content.children) {
      std::string text = rendition.is("inlineXML")    ? inline_text(rendition)
                         : rendition.is("inlineData") ? plain_or_html(rendition)
                                                      : std::string();
      if (text.find_first_not_of(" \t\r\n") != std::string::npos) return text;
    }
    return {};
  }

  bool any_ = false;
};

}  // namespace

const Format& newsml_format() {
  static const XmlFormat<Newsml> kFormat;
  return kFormat;
}

}  // namespace depeche
