#pragma once

#include <string>
#include <vector>

#include "corpus/formats/html_page.h"

namespace depeche {

/// The article of a page, without what surrounds it.
struct HtmlBody {
  std::string heading;                  // its h1; "" if none
  std::vector<std::string> header;      // lines before it that say when it was published
  std::vector<std::string> paragraphs;  // none where the page holds no text
  uint32_t first_block = 0, last_block = 0;
};

/// Finds the article: the parts with itemprop="articleBody"; else the element with a class such as
/// entry-content, the <article>, the <main>, if it holds two fifths of the page's prose; else the innermost
/// element that holds seven tenths of it. Prose is what is neither heading nor mostly link and has eight
/// words or more. Navigation, comments, captions and the like within it are left out, unless they hold half
/// of the page's prose, as are lines that are links. Method: element names first, then text and link density
/// (Kohlschütter et al., Boilerplate Detection using Shallow Text Features, WSDM 2010). Linear.
HtmlBody find_html_body(const HtmlPage& page);

}  // namespace depeche
