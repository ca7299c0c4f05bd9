#include <algorithm>

#include "corpus/formats/internet_date.h"
#include "corpus/formats/values.h"
#include "corpus/formats/xml_records.h"

namespace depeche {
namespace {

constexpr std::string_view kAtom = "http://www.w3.org/2005/Atom", kXhtml = "http://www.w3.org/1999/xhtml",
                           kContent = "http://purl.org/rss/1.0/modules/content/",
                           kDublinCore = "http://purl.org/dc/elements/1.1/",
                           kTerms = "http://purl.org/dc/terms/";

std::string raw_text(const XmlNode& element) {
  std::string text;
  for (const XmlNode& child : element.children) text += child.text;
  return text;
}

/// A line that may be HTML.
std::string html_line(const XmlNode& element) {
  std::string text = paragraphs_of_html(raw_text(element));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// RSS 2.0: « lawyer@boyer.net (Lawyer Boyer) ».
std::string person_of(const std::string& address) {
  const size_t open = address.find('('), close = address.rfind(')');
  if (open == std::string::npos || close == std::string::npos || close < open) return address;
  return address.substr(open + 1, close - open - 1);
}

/// RFC 4287, 3.1 and 4.1.3: plain text, escaped HTML, or XHTML.
std::string atom_text(const XmlNode& construct) {
  const std::string_view type = construct.attribute("type");
  if (type == "xhtml") return paragraphs_of(construct.child(kXhtml, "div"), xhtml_rules());
  const std::string text = raw_text(construct);
  return type == "html" || type == "text/html" ? paragraphs_of_html(text) : text;
}

std::string atom_line(const XmlNode& construct) {
  std::string text = atom_text(construct);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// RSS 2.0 (rssboard.org/rss-specification), RSS 1.0 (web.resource.org/rss/1.0/spec), RFC 4287.
class Feed : public XmlDialect {
 public:
  Use use_of(const std::vector<XmlName>& path) const override {
    const std::string& name = path.back().local;
    if (path.size() == 1) return Use::kEnter;
    if (name == "item" || name == "entry") return Use::kRecord;
    if (path.size() == 2 && name == "channel") return Use::kEnter;
    const bool of_feed = path.back().space == path[path.size() - 2].space || path.back().space == kDublinCore;
    return of_feed && (name == "title" || name == "language") ? Use::kContext : Use::kIgnore;
  }

  void enter(const XmlNode& element) override {
    complete_ = complete_ || element.is("channel") || element.is("feed");
    if (!element.language().empty()) language_ = element.language();
  }

  void context(const XmlNode& element) override {
    if (element.is("language"))
      language_ = line_of(element);
    else if (title_.empty())
      title_ = element.name.space == kAtom ? atom_line(element) : html_line(element);
  }

  std::optional<Problem> fill(Record& record, const XmlNode& item) override {
    const bool atom = item.name.space == kAtom;
    atom ? fill_atom(record, item) : fill_rss(record, item);
    if (!record.find("title") && !record.find("text"))
      return lacks(item.name.local, atom ? "title, content, summary" : "title, description, content:encoded");
    set_value(record, "source", title_);
    set_value(record, "language", language_);
    return std::nullopt;
  }

  std::optional<Problem> lacking() const override {
    return complete_ ? std::nullopt : std::optional(file_lacks("channel"));
  }

 private:
  static void fill_rss(Record& record, const XmlNode& item) {
    const std::string link = line_of(item.child("link"));
    const XmlNode& guid = item.child("guid");
    const std::string id = line_of(guid);
    set_value(record, "id", id);
    set_value(record, "id", link);
    set_value(record, "url", link);
    if (guid.attribute("isPermaLink") != "false" && id.starts_with("http")) set_value(record, "url", id);
    set_value(record, "date", iso_of_internet_date(line_of(item.child("pubDate"))));
    set_value(record, "date", line_of(item.child(kDublinCore, "date")));
    set_value(record, "updated", iso_of_internet_date(line_of(item.child(kAtom, "updated"))));
    set_value(record, "updated", line_of(item.child(kTerms, "modified")));
    set_value(record, "title", html_line(item.child("title")));
    set_value(record, "text", paragraphs_of_html(raw_text(item.child(kContent, "encoded"))));
    set_value(record, "text", paragraphs_of_html(raw_text(item.child("description"))));
    for (const XmlNode* creator : item.all(kDublinCore, "creator"))
      add_value(record, "author", line_of(*creator));
    if (!record.find("author"))
      for (const XmlNode* author : item.all("author"))
        add_value(record, "author", person_of(line_of(*author)));
    for (const XmlNode* category : item.all("category")) set_value(record, "section", html_line(*category));
    for (const XmlNode* subject : item.all(kDublinCore, "subject"))
      set_value(record, "section", line_of(*subject));
    set_value(record, "source", line_of(item.child("source")));
    set_value(record, "language", line_of(item.child(kDublinCore, "language")));
  }

  static void fill_atom(Record& record, const XmlNode& entry) {
    set_value(record, "id", line_of(entry.child("id")));
    set_value(record, "date", line_of(entry.child("published")));
    set_value(record, "updated", line_of(entry.child("updated")));
    set_value(record, "title", atom_line(entry.child("title")));
    set_value(record, "text", atom_text(entry.child("content")));
    set_value(record, "text", atom_text(entry.child("summary")));
    for (const XmlNode* author : entry.all("author"))
      add_value(record, "author", line_of(author->child("name")));
    for (const XmlNode* category : entry.all("category")) {
      const std::string_view label = category->attribute("label");
      set_value(record, "section", std::string(label.empty() ? category->attribute("term") : label));
    }
    for (const XmlNode* link : entry.all("link"))
      if (const auto rel = link->attribute("rel"); rel.empty() || rel == "alternate")
        set_value(record, "url", std::string(link->attribute("href")));
    set_value(record, "source", atom_line(entry.child("source").child("title")));
    set_value(record, "language", std::string(entry.language()));
  }

  bool complete_ = false;
  std::string title_, language_;
};

}  // namespace

const Format& feed_format() {
  static const XmlFormat<Feed> kFormat;
  return kFormat;
}

}  // namespace depeche
