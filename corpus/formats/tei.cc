#include <algorithm>

#include "corpus/formats/values.h"
#include "corpus/formats/xml_records.h"

namespace depeche {
namespace {

/// TEI P5, https://tei-c.org/release/doc/tei-p5-doc/en/html/
class Tei : public XmlDialect {
 public:
  Use use_of(const std::vector<XmlName>& path) const override {
    const std::string& name = path.back().local;
    if (name == "TEI") return Use::kRecord;
    if (name == "teiCorpus") return Use::kEnter;
    return name == "teiHeader" && path.size() == 2 ? Use::kContext : Use::kIgnore;
  }

  void context(const XmlNode& header) override {
    own_export_ = line_of(header.child("fileDesc").child("titleStmt").child("title")) == "Dépêche";
  }

  std::optional<Problem> fill(Record& record, const XmlNode& tei) override {
    any_ = true;
    const XmlNode& description = tei.child("teiHeader").child("fileDesc");
    const XmlNode& text = tei.child("text");
    if (!description) return lacks("TEI", "teiHeader/fileDesc");
    if (!text.descendant("body")) return lacks("TEI", "text/body");
    const XmlNode& publication = description.child("publicationStmt");
    read_ids(record, publication);
    // Where a source is described, its date is that of the article, the other that of its digital edition.
    set_value(record, "date", date_of(description.child("sourceDesc").descendant("date")));
    set_value(record, "date", date_of(publication.descendant("date")));

    const XmlNode& titles = description.child("titleStmt");
    const std::string head = line_of(first_head(text));
    std::string title = line_of(titles.child("title"));
    if (title.empty() || own_export_) title = head;  // our export puts the first words where there is none
    std::string body = paragraphs_of(text, tei_rules());
    if (!title.empty() && head == title && body.starts_with(head + '\n')) body.erase(0, head.size() + 1);
    if (head == title && body == head) body.clear();
    set_value(record, "title", std::move(title));
    set_value(record, "text", std::move(body));
    for (const XmlNode* author : titles.all("author")) add_value(record, "author", line_of(*author));
    set_value(record, "source", line_of(description.child("sourceDesc").descendant("publisher")));
    set_value(record, "source", line_of(publication.child("publisher")));
    const XmlNode& profile = tei.child("teiHeader").child("profileDesc");
    set_value(record, "section", line_of(profile.child("textClass").descendant("term")));
    set_value(record, "language", std::string(text.language()));
    set_value(record, "language", std::string(profile.descendant("language").attribute("ident")));
    set_value(record, "language", std::string(tei.language()));
    return std::nullopt;
  }

  std::optional<Problem> lacking() const override {
    return any_ ? std::nullopt : std::optional(file_lacks("TEI"));
  }

 private:
  /// The title of an article stands first in its body.
  static const XmlNode& first_head(const XmlNode& text) {
    const XmlNode& body = text.descendant("body");
    for (const XmlNode& child : body.children) {
      if (child.is("head")) return child;
      if (child.is("div")) return child.child("head");
      if (!child.is_text()) break;
    }
    return body.child("head");
  }

  void read_ids(Record& record, const XmlNode& publication) const {
    for (const XmlNode* number : publication.all("idno")) {
      const std::string_view type = number->attribute("type");
      std::string id = line_of(*number);
      if (type == "URI" || type == "URL") {
        set_value(record, "url", std::move(id));
        continue;
      }
      const size_t at = id.rfind('@');  // our export: the id and its version
      if (own_export_ && at != std::string::npos && revision_of(std::string_view(id).substr(at + 1)) > 0)
        id.erase(at);
      if (!record.find("id")) set_value(record, "id", std::move(id));
    }
  }

  /// @when as in att.datable.w3c: also --02-13, a day of no year.
  static std::string date_of(const XmlNode& date) {
    const std::string when(date.attribute("when"));
    constexpr size_t kMonthDay = 7;
    if (when.starts_with("--") && when.size() == kMonthDay) return when.substr(5) + '/' + when.substr(2, 2);
    return when.starts_with("--") ? "" : when;
  }

  bool any_ = false;
  bool own_export_ = false;
};

}  // namespace

const Format& tei_format() {
  static const XmlFormat<Tei> kFormat;
  return kFormat;
}

}  // namespace depeche
