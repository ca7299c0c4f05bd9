#pragma once

#include <string>
#include <vector>

#include "corpus/formats/html_body.h"
#include "corpus/formats/html_page.h"

namespace depeche {

/// What a page says of its article; "" where it does not.
struct HtmlMetadata {
  std::string title, text, published, modified, source, section, url, language;
  std::vector<std::string> authors;
};

/// Collects them, the best source first: JSON-LD (schema.org NewsArticle and its kin, also in @graph), Open
/// Graph and the usual <meta> names, <time>. The publication is never a modification, nor the other way
/// round; of <time> elements that do not say which they are the first at the head of the article is the
/// publication, if nothing else says one. A date that cannot be read gives way to one that can.
HtmlMetadata html_metadata(const HtmlPage& page, const HtmlBody& body);

}  // namespace depeche
