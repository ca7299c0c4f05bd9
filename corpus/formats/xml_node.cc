#include "corpus/formats/xml_node.h"

#include <algorithm>
#include <memory>

#include <libxml/HTMLparser.h>

namespace depeche {
namespace {

constexpr std::string_view kXmlSpace = "http://www.w3.org/XML/1998/namespace";
/// More than libxml2 nests (256): a guard of the stack only.
constexpr int kMaxDepth = 1000;

const XmlNode& no_element() {
  static const XmlNode kNone;
  return kNone;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool holds(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Puts together the paragraphs of a text as its pieces come.
class Paragraphs {
 public:
  void add(std::string_view text) {
    for (auto pos = text.begin(); pos != text.end();) {
      const auto begin = std::find_if_not(pos, text.end(), is_blank);
      if (begin != pos) blank_ = true;
      if (begin == text.end()) return;
      pos = std::find_if(begin, text.end(), is_blank);
      if (broken_ && !out_.empty())
        out_ += '\n';
      else if (blank_ && !out_.empty())
        out_ += ' ';
      broken_ = blank_ = false;
      out_.append(begin, pos);
    }
  }
  void add_lines(std::string_view text) {
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find('\n', begin), text.size());
      add(text.substr(begin, end - begin));
      end_paragraph();
      begin = end + 1;
    }
  }
  void end_paragraph() { broken_ = true; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool blank_ = false, broken_ = false;
};

void add(const XmlNode& node, const TextRules* rules, Paragraphs& out) {
  if (node.is_text()) return out.add(node.text);
  if (rules && holds(rules->skipped, node.name.local)) return;
  if (rules && holds(rules->blanks, node.name.local) && node.attribute("break") != "no") out.add(" ");
  const bool block = rules && holds(rules->blocks, node.name.local);
  if (block) out.end_paragraph();
  for (const XmlNode& child : node.children) add(child, rules, out);
  if (block) out.end_paragraph();
}

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

void add(const xmlNode* first, int depth, Paragraphs& out) {
  if (depth > kMaxDepth) return;
  for (const xmlNode* node = first; node; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) out.add(view(node->content));
    if (node->type != XML_ELEMENT_NODE || holds(xhtml_rules().skipped, view(node->name))) continue;
    const bool block = holds(xhtml_rules().blocks, view(node->name));
    if (block) out.end_paragraph();
    add(node->children, depth + 1, out);
    if (block) out.end_paragraph();
  }
}

}  // namespace

const XmlNode& XmlNode::child(std::string_view space, std::string_view local) const {
  for (const XmlNode& node : children)
    if (node.name.local == local && node.name.space == space) return node;
  return no_element();
}

std::vector<const XmlNode*> XmlNode::all(std::string_view space, std::string_view local) const {
  std::vector<const XmlNode*> out;
  for (const XmlNode& node : children)
    if (node.name.local == local && node.name.space == space) out.push_back(&node);
  return out;
}

const XmlNode& XmlNode::descendant(std::string_view local) const {
  for (const XmlNode& node : children) {
    if (node.name.local == local && node.name.space == name.space) return node;
    if (const XmlNode& found = node.descendant(local)) return found;
  }
  return no_element();
}

std::string_view XmlNode::attribute(std::string_view local, std::string_view space) const {
  for (const XmlAttribute& attribute : attributes)
    if (attribute.name.local == local && attribute.name.space == space) return attribute.value;
  return {};
}

std::string_view XmlNode::language() const { return attribute("lang", kXmlSpace); }

const TextRules& xhtml_rules() {
  static const TextRules kRules = {
      {"address", "article", "aside",      "blockquote", "br", "caption", "dd",  "div",
       "dl",      "dt",      "figcaption", "footer",     "h1", "h2",      "h3",  "h4",
       "h5",      "h6",      "header",     "hr",         "li", "main",    "nav", "ol",
       "p",       "pre",     "section",    "table",      "td", "th",      "tr",  "ul"},
      {"head", "iframe", "noscript", "object", "script", "style", "template", "title"},
      {}};
  return kRules;
}

const TextRules& nitf_rules() {
  static const TextRules kRules = {
      {"block",      "bq",   "br", "caption", "dd",  "dl",    "dt",    "hl1", "hl2", "hr", "li", "media",
       "nitf-table", "note", "ol", "p",       "pre", "table", "tbody", "td",  "th",  "tr", "ul"},
      {"media-metadata", "media-object", "media-reference", "nitf-table-metadata"},
      {}};
  return kRules;
}

const TextRules& tei_rules() {
  static const TextRules kRules = {
      {"ab",       "argument", "byline", "cell",   "cit", "closer", "dateline", "div",
       "epigraph", "head",     "item",   "l",      "lg",  "list",   "opener",   "p",
       "q",        "quote",    "row",    "signed", "sp",  "stage",  "table",    "trailer"},
      {"expan", "figDesc", "fw", "note", "orig", "sic", "teiHeader"},
      {"cb", "lb", "pb"}};
  return kRules;
}

std::string line_of(const XmlNode& element) {
  Paragraphs out;
  add(element, nullptr, out);
  return out.take();
}

std::string paragraphs_of(const XmlNode& element, const TextRules& rules) {
  Paragraphs out;
  for (const XmlNode& child : element.children) add(child, &rules, out);
  return out.take();
}

std::string paragraphs_of_html(std::string_view html) {
  Paragraphs out;
  if (html.find_first_of("<&") == std::string_view::npos) {
    out.add_lines(html);
    return out.take();
  }
  constexpr int kOptions =
      HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_RECOVER | HTML_PARSE_NODEFDTD;
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions), xmlFreeDoc);
  if (document) add(xmlDocGetRootElement(document.get()), 0, out);
  return out.take();
}

}  // namespace depeche
