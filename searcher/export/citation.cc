#include "searcher/export/citation.h"

#include <fmt/format.h>

#include "common/stored_article.h"
#include "searcher/export/escape.h"

namespace depeche {

std::string title_or_incipit(const Article& article) {
  constexpr size_t kLongest = 60;  // bytes
  if (std::string title = one_line(article.title); !title.empty()) return title;
  const std::string text = one_line(article.text);
  if (text.empty()) return "";
  if (text.size() <= kLongest) return fmt::format("[{}]", text);
  // A text without blanks is cut between two code points.
  size_t end = text.rfind(' ', kLongest);
  if (end == std::string::npos || end == 0)
    for (end = kLongest; (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U;) --end;
  return fmt::format("[{}…]", text.substr(0, end));
}

std::string citation(const Article& article) {
  constexpr size_t kDigestFigures = 16;
  std::string line;
  if (!article.source.empty()) line += one_line(article.source) + ", ";
  if (const std::string title = title_or_incipit(article); !title.empty())
    line += fmt::format("«\u00A0{}\u00A0», ", title);
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  const std::string edtf = date ? to_edtf(date->value, date->inferred) : "";
  line += edtf.empty() ? "s.\u00A0d." : edtf;
  return line + fmt::format(", {}@{}, xxh3:{}", one_line(article.id), article.version,
                            content_digest(article).substr(0, kDigestFigures));
}

}  // namespace depeche
