#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <libxml/tree.h>

namespace depeche {

/// A page of HTML as a tree, as browsers read it; for pages whose layout is known. Not thread-safe.
class HtmlTree {
 public:
  /// Whether an element is meant.
  using Test = std::function<bool(const xmlNode*)>;

  /// `html`: well-formed UTF-8.
  explicit HtmlTree(std::string_view html);

  /// The elements that are meant, in the order of the page; those within one of them are not looked at.
  std::vector<const xmlNode*> outermost(const Test& test) const;

 private:
  std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document_;
};

/// Whether it is an element of that name, in lower case.
bool is_element(const xmlNode* node, std::string_view name);
/// Whether one of its classes is that one.
bool has_class(const xmlNode* node, std::string_view name);
/// The value of an attribute; "" if none.
std::string attribute_of(const xmlNode* element, const char* name);
/// The first element below it with that class; nullptr if none.
const xmlNode* find_class(const xmlNode* element, std::string_view name);
/// All elements below it of that name.
std::vector<const xmlNode*> find_all(const xmlNode* element, std::string_view name);
/// Its text on one line; "" of nullptr.
std::string line_of(const xmlNode* element);
/// Its paragraphs, as paragraphs_of_html() has them; "" of nullptr.
std::string paragraphs_of(const xmlNode* element);

}  // namespace depeche
