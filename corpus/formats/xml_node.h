#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace depeche {

/// A name of an element or attribute (Namespaces in XML 1.0): prefixes are resolved and forgotten. Of a
/// prefix that is declared nowhere, the prefix itself stands for the namespace.
struct XmlName {
  std::string space;  // URI; "" for none
  std::string local;

  friend bool operator==(const XmlName&, const XmlName&) = default;
};

struct XmlAttribute {
  XmlName name;
  std::string value;
};

/// An element with all that is in it, or a piece of text. Well-formed UTF-8.
struct XmlNode {
  XmlName name;      // of a text: without local name
  std::string text;  // of a text
  std::vector<XmlAttribute> attributes;
  std::vector<XmlNode> children;

  bool is_text() const { return name.local.empty(); }
  bool is(std::string_view local) const { return name.local == local; }

  /// The first child of that name in the namespace of this element, or in `space`; an empty element if none.
  const XmlNode& child(std::string_view local) const { return child(name.space, local); }
  const XmlNode& child(std::string_view space, std::string_view local) const;
  /// All of them.
  std::vector<const XmlNode*> all(std::string_view local) const { return all(name.space, local); }
  std::vector<const XmlNode*> all(std::string_view space, std::string_view local) const;
  /// The first element below it, however deep, of that name in its namespace; an empty element if none.
  const XmlNode& descendant(std::string_view local) const;
  /// Whether it is there: child() found it.
  explicit operator bool() const { return !name.local.empty(); }

  /// The value of an attribute without namespace, or of `space`; "" if none.
  std::string_view attribute(std::string_view local, std::string_view space = {}) const;
  /// Its xml:lang.
  std::string_view language() const;
};

/// How a vocabulary writes a text.
struct TextRules {
  std::vector<std::string_view> blocks;   // elements that stand in paragraphs of their own
  std::vector<std::string_view> skipped;  // elements that are no part of the running text
  std::vector<std::string_view> blanks;   // elements that part two words, unless they say break="no"
};
const TextRules& xhtml_rules();  // XHTML 1.0; HTML
const TextRules& nitf_rules();   // NITF 3.6
const TextRules& tei_rules();    // TEI P5

/// All text of the element on one line, white space as one space.
std::string line_of(const XmlNode& element);
/// The paragraphs of the element, each on a line, white space inside them as one space.
std::string paragraphs_of(const XmlNode& element, const TextRules& rules);
/// Those of a piece of HTML, as feeds carry it in escaped form: whatever browsers read. Where it has neither
/// tags nor references its lines are the paragraphs. Linear.
std::string paragraphs_of_html(std::string_view html);

}  // namespace depeche
