#include "corpus/formats/html_tree.h"

#include <algorithm>

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>

#include "corpus/formats/xml_node.h"

namespace depeche {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";
constexpr int kOptions =
    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_RECOVER | HTML_PARSE_NODEFDTD;

std::string_view view_of(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

/// The node behind `node` in the order of the page, within `top`: below it, unless `below` is false.
const xmlNode* behind(const xmlNode* node, const xmlNode* top, bool below = true) {
  if (below && node->children) return node->children;
  while (node != top && !node->next) node = node->parent;
  return node == top ? nullptr : node->next;
}

const xmlNode* find_first(const xmlNode* top, const HtmlTree::Test& test) {
  for (const xmlNode* node = top ? behind(top, top) : nullptr; node; node = behind(node, top))
    if (test(node)) return node;
  return nullptr;
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html)
    : document_(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions),
                xmlFreeDoc) {}

std::vector<const xmlNode*> HtmlTree::outermost(const Test& test) const {
  std::vector<const xmlNode*> found;
  const xmlNode* const top = document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
  for (const xmlNode* node = top; node;) {
    const bool meant = test(node);
    if (meant) found.push_back(node);
    node = behind(node, top, !meant);
  }
  return found;
}

bool is_element(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && view_of(node->name) == name;
}

std::string attribute_of(const xmlNode* element, const char* name) {
  if (element->type != XML_ELEMENT_NODE) return {};
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
      xmlGetProp(element, reinterpret_cast<const xmlChar*>(name)), xmlFree);
  return value ? std::string(view_of(value.get())) : std::string();
}

bool has_class(const xmlNode* node, std::string_view name) {
  const std::string classes = attribute_of(node, "class");
  for (size_t begin = classes.find_first_not_of(kBlanks); begin < classes.size();) {
    const size_t end = std::min(classes.find_first_of(kBlanks, begin), classes.size());
    if (std::string_view(classes).substr(begin, end - begin) == name) return true;
    begin = classes.find_first_not_of(kBlanks, end);
  }
  return false;
}

const xmlNode* find_class(const xmlNode* element, std::string_view name) {
  return find_first(element, [name](const xmlNode* node) { return has_class(node, name); });
}

std::vector<const xmlNode*> find_all(const xmlNode* element, std::string_view name) {
  std::vector<const xmlNode*> found;
  for (const xmlNode* node = behind(element, element); node; node = behind(node, element))
    if (is_element(node, name)) found.push_back(node);
  return found;
}

std::string line_of(const xmlNode* element) {
  std::string line;
  const auto add = [&line](std::string_view text) {
    for (const char c : text) {
      if (kBlanks.find(c) == std::string_view::npos)
        line += c;
      else if (!line.empty() && line.back() != ' ')
        line += ' ';
    }
  };
  for (const xmlNode* node = element ? behind(element, element) : nullptr; node;
       node = behind(node, element)) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) add(view_of(node->content));
    if (is_element(node, "br")) add(" ");
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string paragraphs_of(const xmlNode* element) {
  if (!element) return {};
  const std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer(xmlBufferCreate(), xmlBufferFree);
  htmlNodeDump(buffer.get(), element->doc, const_cast<xmlNode*>(element));
  return paragraphs_of_html(view_of(xmlBufferContent(buffer.get())));
}

}  // namespace depeche
