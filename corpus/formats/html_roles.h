#pragma once

#include <string_view>

#include "corpus/formats/html_page.h"

namespace depeche {

/// The attributes by which pages tell what an element is.
struct HtmlMarks {
  std::string_view itemprop, role, classes, id;
};

/// What an element is; class names are those of content management systems and of the press (WordPress,
/// Drupal, SPIP, schema.org, HTML 5).
HtmlRole role_of(std::string_view name, const HtmlMarks& marks);

/// What the class of a <time> says of it: « entry-date published », « updated ».
struct TimeWords {
  bool published = false, modified = false;
};
TimeWords time_words(std::string_view classes);

}  // namespace depeche
