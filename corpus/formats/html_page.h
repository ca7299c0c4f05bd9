#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/rejection_code.h"

namespace depeche {

/// What an element of a page says of itself, by its name, itemprop, role, class and id.
enum class HtmlRole : uint8_t {
  kArticleBody,  // itemprop="articleBody"
  kContent,      // a class such as entry-content or article-body
  kArticle,      // <article>
  kMain,         // <main>, role="main"
  kAside,        // navigation, footers, comments, related articles, advertisements, captions
  kNone,
};

/// An element that holds blocks. Elements stand in the order of the page; those within `i` are those behind
/// it, up to `end`.
struct HtmlElement {
  HtmlRole role = HtmlRole::kNone;
  uint32_t end = 0;                          // behind the last element within it
  uint32_t first_block = 0, last_block = 0;  // blocks [first, last) within it
};

/// Running text between two tags that break lines, on one line, white space as one space.
struct HtmlBlock {
  std::string text;
  uint32_t link_bytes = 0;  // of the text: within links
  uint8_t heading = 0;      // 1 to 6 in h1 to h6, else 0
};

/// <meta name|property|itemprop|http-equiv="name" content="content">; the name in lower case.
struct HtmlMeta {
  std::string name, content;
};

/// <time datetime>, or another element with itemprop="datePublished|dateModified" and a content.
struct HtmlTime {
  std::string value;
  bool published = false, modified = false;  // what itemprop, pubdate or class say; both false: nothing
  uint32_t block = 0;                        // the first block behind it
};

/// A page taken apart.
struct HtmlPage {
  std::vector<HtmlElement> elements;  // the first holds all
  std::vector<HtmlBlock> blocks;
  std::vector<HtmlMeta> metas;
  std::vector<HtmlTime> times;
  std::vector<std::string> linked_data;  // texts of <script type="application/ld+json">
  std::string title;                     // <title>
  std::string canonical;                 // <link rel="canonical">
  std::string language;                  // <html lang>
};

struct HtmlResult {
  HtmlPage page;
  std::optional<Problem> problem;
};

/// E_RECORD_TOO_BIG.
Problem too_long_page(size_t max_bytes);

/// Reads `html`, well-formed UTF-8, as browsers do: tags that are missing are supplied. What is in scripts,
/// styles, forms' buttons and comments is no text. E_DEPTH where elements are nested deeper than 1,000
/// levels, E_RECORD_TOO_BIG for more than 300,000 elements and blocks: such a page is not read in part.
/// Linear.
HtmlResult read_html_page(std::string_view html);

}  // namespace depeche
